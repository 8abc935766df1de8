"""What pipelines say to the owner: `sitegen ci report`, `proposal` and `issue`, and a forge that listens."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from ci_desk import POST, SERVER, SITE, Desk, Environment, Output, desk, template
from forge_api import Issues, served

__all__ = ["desk", "template"]

ISSUE = "Die Website konnte nicht aktualisiert werden"


@pytest.fixture
def issues(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Issues]:
    assert desk.site.is_dir()
    with served("github") as listening:
        monkeypatch.setenv("GITHUB_API_URL", listening.address)
        monkeypatch.setenv("SITEGEN_TOKEN", "geheim")
        yield listening


def found(message: str, *, severity: str = "error") -> dict[str, object]:
    return {"code": "SG301", "severity": severity, "file": POST, "line": 2, "message": message}


def report_of(*findings: dict[str, object]) -> str:
    return json.dumps({"findings": findings})


@pytest.mark.parametrize(
    ("content", "good", "said"),
    [
        (report_of(), True, "Ihre Website ist in Ordnung."),
        (report_of(found("Klein.", severity="note")), True, "eine Kleinigkeit, die nichts aufhält"),
        (report_of(found("Falsch.")), False, "unverändert online. Eine Sache ist zu ändern:"),
        (report_of(found("Falsch."), found("Auch.")), False, "2\u00a0Dinge sind zu ändern:"),
        (report_of(found("<img src=x> @alle\u2028/close")), False, "\\<img src=x\\> @\u2060alle /close"),
        ("{", False, "In sitegen selbst ist etwas schiefgegangen"),
    ],
)
def test_report(desk: Desk, capsys: Output, content: str, said: str, *, good: bool) -> None:
    file = desk.run / "befunde.json"
    file.write_text(content, "utf-8")
    assert desk.ci("report", str(file)) == 0
    summary = capsys.readouterr().out
    assert said in summary
    link = f"]({SERVER}/eva/buero/edit/main/{SITE}/{POST}#L2)"
    assert summary.count(link) == content.count("SG301")
    assert desk.ci("report", str(file), "--format", "line") == 0
    line = capsys.readouterr().out
    assert line.isascii()
    assert line.count("\n") == 1
    assert json.loads(line) == {"good": good, "text": summary.removesuffix("\n")}
    assert desk.ci("report", str(file), "--first") == 0
    assert ("noch nicht online" in capsys.readouterr().out) is not good


def test_proposal_and_its_issue(desk: Desk, capsys: Output, issues: Issues, monkeypatch: Environment) -> None:
    file = desk.run / "probe.json"
    for new, errors, good, said in (
        ("1.1.0", [found("<b>")], False, ": \\<b\\>"),
        ("1.1.0", [], False, "Übernehmen:"),
        ("1.0.0", [], True, "1.0.0"),
    ):
        file.write_text(json.dumps({"old": "1.0.0", "new": new, "errors": errors}))
        assert desk.ci("proposal", str(file)) == 0
        line = capsys.readouterr().out
        assert json.loads(line)["good"] is good
        assert said in json.loads(line)["text"]
        monkeypatch.setenv("SITEGEN_REPORT", line)
        assert desk.ci("issue", "--kind", "proposal") == 0
        assert [issue["title"] for issue in issues.open] == ([] if good else ["Es gibt eine neue Fassung von sitegen"])
        assert good or issues.open[0]["body"] == json.loads(line)["text"]
        capsys.readouterr()
    assert issues.comments == ["Erledigt: Ihre Website wird mit der neuesten Fassung gebaut."]


def test_issue_opens_changes_and_closes(desk: Desk, capsys: Output, issues: Issues, monkeypatch: Environment) -> None:
    stranger = issues.add(ISSUE, "Meine.", author="fremd")
    for good, text, said in (
        (False, "Eins", "Eine Meldung ist angelegt: "),
        (False, "Eins", "Es gibt nichts zu melden."),
        (False, "Zwei", "Die offene Meldung ist auf dem neuesten Stand: "),
        (True, "", "Die offene Meldung ist geschlossen: "),
        (True, "", "Es gibt nichts zu melden."),
    ):
        monkeypatch.setenv("SITEGEN_REPORT", json.dumps({"good": good, "text": text}))
        assert desk.ci("issue") == 0
        assert capsys.readouterr().out.startswith(said)
        ours = [issue["body"].partition("\n")[0] for issue in issues.open if issue is not stranger]
        assert ours == ([] if good else [text])
    assert (stranger["state"], stranger["body"]) == ("open", "Meine.")
    assert issues.comments == ["Erledigt: Ihre Website ist wieder auf dem neuesten Stand."]
    assert desk.ci("issue", "--outcome", "transfer") == 0, "the findings were good"
    assert "das Veröffentlichen wurde nicht fertig" in issues.open[-1]["body"]
    issues.refuses = True
    assert desk.ci("issue", "--outcome", "good") == 1
    assert "konnte nicht angelegt werden: 403" in capsys.readouterr().err
    monkeypatch.delenv("SITEGEN_TOKEN")
    assert desk.ci("issue") == 0
    assert "Ohne Zugriffsschlüssel" in capsys.readouterr().err


def test_issue_without_a_report_blames_nobody(desk: Desk, issues: Issues, monkeypatch: Environment) -> None:
    monkeypatch.setenv("SITEGEN_REPORT", "$(id)")
    assert desk.ci("issue") == 0
    (issue,) = issues.open
    assert "An Ihren Texten liegt es nicht" in issue["body"]
    assert f"{SERVER}/eva/buero/actions/runs/7" in issue["body"]
