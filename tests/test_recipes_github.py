"""The pipeline for GitHub, run step by step: what an owner does in a week, with a real clone, remote and builds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from forge_api import Issues, served
from recipe_case import Office
from workflow_runs import Forge, Run, value_of

WEBSITE = ".github/workflows/website.yml"
COMMENT = ".github/workflows/kommentar-eintragen.yml"
UNDO = ".github/workflows/vorige-fassung.yml"
SERVER = "https://github.example"


class GitHubOffice(Office):
    """At GitHub."""

    def __init__(self, folder: Path, issues: Issues) -> None:
        super().__init__(folder, issues, "github")
        variables = {"GITHUB_SERVER_URL": SERVER, "GITHUB_REPOSITORY": "eva/buero", "GITHUB_REF_NAME": "main"}
        variables |= {"GITHUB_API_URL": issues.address, "GITHUB_RUN_ID": "7"}
        self.forge = Forge(folder / "forge", self.remote, variables=variables)

    def pushed(self) -> Run:
        """Push, and let the forge run."""
        self.push()
        return self.forge.run(WEBSITE, "push")

    def live(self, path: str) -> str:
        """What a visitor gets."""
        return (self.forge.live / path).read_text("utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[GitHubOffice]:
    with served("github") as issues:
        yield GitHubOffice(tmp_path, issues)


def test_a_week(office: GitHubOffice) -> None:
    """One story: each step stands on the one before."""
    _published(office)
    _nothing_due(office)
    _mistake(office)
    _mended(office)
    _commented(office)
    _undone(office)


def _published(office: GitHubOffice) -> None:
    run = office.pushed()
    assert not run.failed, run.log
    assert "Erster Satz." in office.live("blog/eins/index.html")
    assert "Ihre Website ist in Ordnung." in run.summary
    assert office.issues.issues == []
    assert "/blog/eins/ post:eins" in office.show("published-urls.txt")
    assert "content/blog/eins.md" in office.files("veroeffentlicht")


def _nothing_due(office: GitHubOffice) -> None:
    before = office.heads("main", "veroeffentlicht")
    run = office.forge.run(WEBSITE, "schedule")
    assert not run.failed, run.log
    assert "ist nichts fällig geworden" in run.summary
    assert "Website bauen und prüfen" not in run.steps
    assert run.jobs["merken"]["result"] == run.jobs["melden"]["result"] == "skipped"
    assert office.heads("main", "veroeffentlicht") == before


def _mistake(office: GitHubOffice) -> None:
    live = office.live("blog/eins/index.html")
    office.site.edit("content/blog/eins.md", "title: Ein Beitrag", "titel: `@alle` <img src=x>")
    run = office.pushed()
    assert run.failed
    assert run.summary.startswith("**Ihre Website ist unverändert online. ")
    assert f"[Diese Zeile bearbeiten]({SERVER}/eva/buero/edit/main/content/blog/eins.md#L2)" in run.summary
    assert office.live("blog/eins/index.html") == live
    (issue,) = office.issues.open
    assert issue["title"] == "Die Website konnte nicht aktualisiert werden"
    assert issue["body"].startswith("**Ihre Website ist unverändert online. ")


def _mended(office: GitHubOffice) -> None:
    office.site.edit("content/blog/eins.md", "titel: `@alle` <img src=x>", "title: Ein Beitrag")
    office.site.edit("content/blog/eins.md", "Erster Satz.", "Zweiter Satz.")
    run = office.pushed()
    assert not run.failed, run.log
    assert "Zweiter Satz." in office.live("blog/eins/index.html")
    assert office.issues.open == []
    assert office.issues.comments == ["Erledigt: Ihre Website ist wieder auf dem neuesten Stand."]


def _commented(office: GitHubOffice) -> None:
    hostile = office.hostile
    fields = {"beitrag": "/blog/eins/", "name": hostile[:60], "text": f"Danke!||{hostile}", "antwort": hostile}
    run = office.forge.run(COMMENT, "workflow_dispatch", fields)
    assert not run.failed, run.log
    page = office.live("blog/eins/index.html")
    assert "Danke!" in page
    assert "<script>alert" not in page
    written = [path for path in office.files() if path.startswith("content/comments/eins/")]
    assert len(written) == 2
    assert any(hostile in office.show(path) for path in written)
    assert not office.mark.exists()
    wrong = office.forge.run(COMMENT, "workflow_dispatch", {**fields, "beitrag": "--help"})
    assert wrong.failed
    assert "Einen Beitrag „--help“ gibt es hier nicht." in wrong.log
    assert wrong.jobs["website"]["result"] == "skipped"


def _undone(office: GitHubOffice) -> None:
    run = office.forge.run(UNDO, "workflow_dispatch", {"fassungen": "2"})
    assert not run.failed, run.log
    assert "Wiederhergestellt wird die Fassung vom" in run.summary
    page = office.live("blog/eins/index.html")
    assert "Erster Satz." in page
    assert "Danke!" not in page
    assert WEBSITE in office.files()
    assert "Zweiter Satz." in office.show("content/blog/eins.md", "main~2"), "nothing is lost"
    before = office.heads("main")
    wrong = office.forge.run(UNDO, "workflow_dispatch", {"fassungen": office.hostile})
    assert wrong.failed
    assert "ist keine Anzahl" in wrong.log
    assert office.heads("main") == before
    assert not office.mark.exists()


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("steps.a.outputs.gut == 'true'", True),
        ("steps.b.outputs.gut == 'true'", False),
        ("!cancelled() && (needs.*.result == 'x' || steps.a.outputs.gut != 'nein')", True),
        ("contains(needs.*.result, 'failure')", "true"),
        ("github.ref", "refs/heads/main"),
    ],
)
def test_expressions_mean_here_what_they_mean_there(expression: str, value: object) -> None:
    context = {
        "steps": {"a": {"outputs": {"gut": "true"}}},
        "needs": {"x": {"result": "failure"}, "y": {"result": "success"}},
        "github": {"ref": "refs/heads/main"},
        "result": "success",
    }
    assert value_of(expression, context) == value
