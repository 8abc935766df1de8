"""What pipelines call, in this process: each command of `sitegen ci` against a real remote and a forge that listens."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from forge_api import Issues, served
from git_remote import IDENTITY, Remote, git
from recipe_case import HOSTILE
from sitegen.build.promised import ADDRESSES
from sitegen.cli.entry import run
from sitegen.diagnostics import Diagnostic
from sitegen.output.place import place_for

SITE = "website"
POST = "content/blog/eins.md"
FLOW = ".github/workflows/website.yml"
HEAD = "---\ntitle: Erster Beitrag\ndate: 2026-11-01\nid: eins\n---\n\n"
ISSUE = "Die Website konnte nicht aktualisiert werden"
SERVER = "https://github.example"
FILES = {
    "LIESMICH": "Von Eva.\n",
    FLOW: "name: Website\n",
    f"{SITE}/site.yaml": "title: Büro Test\nurl: https://www.example.org/\n",
    f"{SITE}/{POST}": f"{HEAD}anfang\n",
}
RIVAL = """unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
[ -e raced ] && [ ! -e always ] && exit 0
touch raced
while read -r old new ref; do
  mine=$(git -c user.name=Eva -c user.email=e@e.example commit-tree -p "$old" -m Zwischendurch "$old^{tree}")
  git update-ref "$ref" "$mine"
done"""
"""A hook: somebody pushes while a push is under way, once, or always where a file says so."""


class Desk(Remote):
    """A forge's copy and the checkout of a run, both copied from the module's."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "remote.git"
        self._checkout = folder / "owner"
        self.run = folder / "lauf"
        self.site = self.run / SITE
        git("remote", "set-url", "origin", str(self.path), folder=self.run)

    def renew(self) -> None:
        """What a run begins with."""
        git("fetch", "--quiet", "origin", "main", folder=self.run)
        git("reset", "--quiet", "--hard", "FETCH_HEAD", folder=self.run)

    def publish(self, text: str, at: str) -> None:
        """The owner writes, and a run puts it online."""
        self.commit(f"{SITE}/{POST}", f"{HEAD}{text}\n")
        self.renew()
        assert self.ci("remember", "--at", at) == 0

    def ci(self, *words: str) -> int:
        """The exit code of `sitegen ci …`."""
        return run(["--site", str(self.site), "ci", *words])

    def show(self, path: str, branch: str = "main") -> str:
        return git("show", f"{branch}:{path}", folder=self.path).decode()

    def names(self, branch: str = "main") -> list[str]:
        return git("ls-tree", "-r", "--name-only", branch, folder=self.path).decode().split()

    @property
    def text(self) -> str:
        """The post in the working branch."""
        return self.show(f"{SITE}/{POST}").removeprefix(HEAD).strip()

    @property
    def heads(self) -> str:
        return git("for-each-ref", folder=self.path).decode()

    def comments(self) -> list[str]:
        return sorted(self.show(path) for path in self.names() if path.startswith(f"{SITE}/content/comments/eins/"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vorlage")
    git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", "remote.git", folder=folder)
    git("clone", "--quiet", "--template=", "remote.git", "lauf", folder=folder)
    for path, text in FILES.items():
        file = folder / "lauf" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git("add", "--all", folder=folder / "lauf")
    git(*IDENTITY, "commit", "--quiet", "--message", "Anfang", folder=folder / "lauf")
    git("push", "--quiet", "origin", "HEAD:main", folder=folder / "lauf")
    return folder


@pytest.fixture
def desk(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    for name, value in {
        "SITEGEN_FORGE": "github",
        "GITHUB_SERVER_URL": SERVER,
        "GITHUB_REPOSITORY": "eva/buero",
        "GITHUB_REF_NAME": "main",
        "GITHUB_RUN_ID": "7",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("SITEGEN_TOKEN", "SITEGEN_REPORT", "GITHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)
    return Desk(tmp_path)


@pytest.fixture
def issues(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Issues]:
    assert desk.site.is_dir()
    with served("github") as listening:
        monkeypatch.setenv("GITHUB_API_URL", listening.address)
        monkeypatch.setenv("SITEGEN_TOKEN", "geheim")
        yield listening


Output = pytest.CaptureFixture[str]
Environment = pytest.MonkeyPatch


def test_last_is_silent_before_the_first_and_tells_the_newest(desk: Desk, capsys: Output) -> None:
    assert desk.ci("last") == 0
    assert capsys.readouterr().out == ""
    desk.publish("eins", "2026-11-20 09:00")
    desk.publish("zwei", "2026-11-21 09:30")
    assert "Gemerkt als Fassung vom 21. November 2026 um 09:30 Uhr." in capsys.readouterr().out.replace("\u00a0", " ")
    assert desk.ci("last") == 0
    assert capsys.readouterr().out == "2026-11-21T08:30:00Z\n"


def test_a_version_holds_what_it_was_built_of(desk: Desk) -> None:
    (desk.run / "zufällig").write_text("liegt nur da")
    source = git("rev-parse", "HEAD", folder=desk.run).decode().strip()
    desk.commit(f"{SITE}/{POST}", "später")
    desk.renew()
    assert desk.ci("remember", "--source", source) == 0
    assert sorted(desk.names("veroeffentlicht")) == sorted(FILES)
    assert desk.show(f"{SITE}/{POST}", "veroeffentlicht") == f"{HEAD}anfang\n"
    assert source in git("log", "-1", "--format=%b", "veroeffentlicht", folder=desk.path).decode()


def test_addresses_are_kept_or_said_to_wait(desk: Desk, capsys: Output) -> None:
    place = place_for(desk.site, desk.site / "public")
    assert not isinstance(place, Diagnostic)
    place.state.mkdir(parents=True)
    (place.state / ADDRESSES).write_text("/blog/eins/ post:eins\n")
    assert desk.ci("remember") == 0
    assert "/blog/eins/ post:eins" in desk.show(f"{SITE}/published-urls.txt")
    assert desk.subjects()[0] == "Ergänze published-urls.txt"
    desk.hook("grep -q refs/heads/main && exit 1; exit 0")
    (place.state / ADDRESSES).write_text("/neu/ page:neu\n")
    assert desk.ci("remember") == 0
    assert "der nächste Lauf holt es nach" in capsys.readouterr().err
    assert "/neu/" not in desk.show(f"{SITE}/published-urls.txt")


def test_restore_goes_back_and_forth_and_leaves_the_rest(desk: Desk, capsys: Output) -> None:
    for text, at in (("eins", "2026-11-18 09:00"), ("zwei", "2026-11-19 09:00"), ("drei", "2026-11-20 09:00")):
        desk.publish(text, at)
    desk.commit("LIESMICH", "Neu.\n")
    desk.commit(FLOW, "name: Neu\n")
    assert desk.ci("restore", "--back", " ") == 0
    assert "die Fassung vom 19. November 2026 um 09:00 Uhr" in capsys.readouterr().out.replace("\u00a0", " ")
    assert desk.text == "zwei"
    assert desk.ci("restore") == 0
    assert desk.text == "drei", "the same button once more"
    assert desk.ci("restore", "--back", "2") == 0
    assert desk.text == "eins"
    assert (desk.show("LIESMICH"), desk.show(FLOW)) == ("Neu.\n", "name: Neu\n")
    assert len(desk.subjects()) == 9, "nothing is lost"


def test_restore_takes_numbers_alone(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    before = desk.heads
    for back in ("0", "-1", "zwei", "1.5", "²", "٣", HOSTILE):
        assert desk.ci("restore", f"--back={back}") == 1
        assert f"„{back}“ ist keine Anzahl." in capsys.readouterr().err
    assert desk.heads == before


def test_restore_where_there_is_nothing(desk: Desk, capsys: Output) -> None:
    assert desk.ci("restore") == 1
    assert "So eine frühere Fassung gibt es nicht." in capsys.readouterr().err
    desk.publish("zwei", "2026-11-19 09:00")
    before = desk.heads
    assert desk.ci("restore") == 1, "what is online is what is here"
    assert desk.ci("restore", "--back", "9" * 30) == 1
    assert capsys.readouterr().err.count("So eine frühere Fassung gibt es nicht.") == 2
    assert desk.heads == before


def test_whoever_pushes_meanwhile(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    desk.hook(RIVAL)
    assert desk.ci("restore") == 1
    assert (desk.text, desk.subjects()[0]) == ("drei", "Zwischendurch")
    (desk.path / "raced").unlink()
    assert desk.ci("remember", "--at", "2026-11-21 09:00") == 0, "tried again"
    (desk.path / "raced").unlink()
    (desk.site / "neu.txt").write_text("neu")
    assert desk.ci("keep", "neu.txt") == 0, "likewise"
    assert desk.subjects()[:2] == ["Erneuere neu.txt", "Zwischendurch"]
    (desk.path / "always").touch()
    (desk.site / "neu.txt").write_text("anders")
    capsys.readouterr()
    assert desk.ci("keep", "neu.txt") == desk.ci("remember") == 1, "not for ever"
    assert capsys.readouterr().err.count("git hat abgelehnt:") == 2
    assert desk.show(f"{SITE}/neu.txt") == "neu"


def test_restore_says_that_somebody_pushed(desk: Desk, capsys: Output) -> None:
    desk.publish("zwei", "2026-11-19 09:00")
    desk.publish("drei", "2026-11-20 09:00")
    desk.hook(RIVAL)
    desk.ci("restore")
    assert "Es wurde nichts zurückgeholt" in capsys.readouterr().err


def test_comment_keeps_hostile_text_as_text(
    desk: Desk, capsys: Output, monkeypatch: Environment, tmp_path: Path
) -> None:
    hostile = HOSTILE.format(mark=tmp_path / "mark")
    fields = {"POST": "/blog/eins/", "NAME": "$(id) <b>\nMia", "TEXT": f" Danke!||{hostile} ", "REPLY": "Gern."}
    for name, value in fields.items():
        monkeypatch.setenv(f"SITEGEN_COMMENT_{name}", value)
    assert desk.ci("comment", "--at", "2026-11-21 12:00") == 0
    assert "zu „Erster Beitrag“, mit Ihrer Antwort." in capsys.readouterr().out
    assert desk.subjects() == ["Trage einen Kommentar ein", "Anfang"]
    (asked,) = (text for text in desk.comments() if "parent:" not in text)
    (answer,) = (text for text in desk.comments() if "parent:" in text)
    assert asked.endswith(f"Danke!\n\n{hostile}\n")
    assert '\nname: "$(id) <b> Mia"\n' in asked
    assert "\ndate: 2026-11-21T11:00:00Z\n" in asked
    assert answer.endswith("Gern.\n")
    assert not (tmp_path / "mark").exists()
    monkeypatch.delenv("SITEGEN_COMMENT_REPLY")
    assert desk.ci("comment") == 0
    assert "zu „Erster Beitrag“." in capsys.readouterr().out
    assert len(desk.comments()) == 3


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"POST": ""}, "Einen Beitrag „“ gibt es hier nicht."),
        ({"POST": "../eins"}, "Einen Beitrag „../eins“ gibt es hier nicht."),
        ({"POST": "einz"}, "eins"),
        ({"NAME": " \n\u200b"}, "Es fehlt der Name."),
        ({"NAME": "n" * 81}, "Der Name ist zu lang"),
        ({"TEXT": " || "}, "Der Kommentar hat keinen Text."),
        ({"TEXT": "x" * 8001}, "Der Text ist zu lang"),
        ({"REPLY": "x" * 8001}, "Der Text ist zu lang"),
    ],
)
def test_comment_refuses(
    desk: Desk, capsys: Output, monkeypatch: Environment, wrong: dict[str, str], said: str
) -> None:
    for name, text in {"POST": "eins", "NAME": "Mia", "TEXT": "Danke!", "REPLY": "", **wrong}.items():
        monkeypatch.setenv(f"SITEGEN_COMMENT_{name}", text)
    before = desk.heads
    assert desk.ci("comment") == 1
    assert said in capsys.readouterr().err
    assert desk.heads == before


def test_pages_replace_each_other(desk: Desk, capsys: Output) -> None:
    assert desk.ci("pages") == 1
    assert "Hier ist noch nichts gebaut." in capsys.readouterr().err
    (desk.site / "public").mkdir()
    (desk.site / "public/index.html").write_text("eins")
    (desk.run / ".gitignore").write_text("public\n")
    assert desk.ci("pages") == 0
    (desk.site / "public/index.html").rename(desk.site / "public/neu.html")
    assert desk.ci("pages") == 0
    assert desk.names("pages") == ["neu.html"]
    assert desk.show("index.html", "pages~1") == "eins"
    assert "Die Seiten sind im Zweig „pages“." in capsys.readouterr().out
    assert desk.subjects() == ["Anfang"]


def test_keep_takes_one_file(desk: Desk, capsys: Output) -> None:
    (desk.site / "site.yaml").write_text("title: Neu\n")
    (desk.site / POST).write_text("nicht gefragt")
    assert desk.ci("keep", "site.yaml") == desk.ci("keep", "site.yaml") == 0
    assert capsys.readouterr().out == "site.yaml ist aufgenommen.\nsite.yaml ist schon so, wie es sein soll.\n"
    assert (desk.show(f"{SITE}/site.yaml"), desk.text) == ("title: Neu\n", "anfang")
    assert desk.subjects() == ["Erneuere site.yaml", "Anfang"]
    assert desk.ci("keep", "fehlt.txt") == 1
    assert "Eine Datei fehlt.txt gibt es hier nicht." in capsys.readouterr().err


def test_what_git_refuses_is_said_without_the_token(desk: Desk, capsys: Output, monkeypatch: Environment) -> None:
    monkeypatch.setenv("SITEGEN_TOKEN", "geheim-123")
    desk.hook('echo "protected branch $SITEGEN_TOKEN" >&2; exit 1')
    (desk.site / "site.yaml").write_text("title: Neu\n")
    assert desk.ci("keep", "site.yaml") == 1
    said = capsys.readouterr().err
    assert "Der Lauf darf nicht in Ihr Projekt schreiben." in said
    assert "protected branch …" in said
    assert "geheim" not in said


def test_gitlab_is_told_to_skip(desk: Desk, monkeypatch: Environment) -> None:
    for name, value in {"SITEGEN_FORGE": "gitlab", "CI_COMMIT_BRANCH": "main"}.items():
        monkeypatch.setenv(name, value)
    git("config", "receive.advertisePushOptions", "true", folder=desk.path)
    desk.hook('echo "$GIT_PUSH_OPTION_0" > option')
    (desk.site / "site.yaml").write_text("title: Neu\n")
    assert desk.ci("keep", "site.yaml") == 0
    assert (desk.path / "option").read_text() == "ci.skip\n"


def test_without_forge_site_or_repository(desk: Desk, capsys: Output, monkeypatch: Environment, tmp_path: Path) -> None:
    monkeypatch.delenv("SITEGEN_FORGE")
    assert desk.ci("keep", "site.yaml") == 1
    assert "sagt keine Variable der Umgebung" in capsys.readouterr().err
    assert run(["--site", str(tmp_path / "nirgends"), "ci", "last"]) == 1
    shutil.rmtree(desk.run / ".git")
    assert desk.ci("last") == 1
    assert "git hat abgelehnt: fatal: not a git repository" in capsys.readouterr().err


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
