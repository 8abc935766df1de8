"""The pipeline for GitLab, run job by job: published, nothing due, a mistake, a comment, and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from forge_api import Issues, served
from gitlab_runs import GitLab, Pipeline
from recipe_case import Office


class GitLabOffice(Office):
    """At GitLab."""

    def __init__(self, folder: Path, issues: Issues) -> None:
        super().__init__(folder, issues, "gitlab")
        variables = {"CI_PROJECT_URL": "https://gitlab.example/eva/buero", "CI_PROJECT_ID": "7"}
        variables |= {"CI_API_V4_URL": f"{issues.address}/api/v4", "CI_JOB_TOKEN": "job", "SITEGEN_TOKEN": "geheim"}
        (folder / "forge").mkdir()
        self.forge = GitLab(folder / "forge", self.remote, variables=variables)

    def pushed(self) -> Pipeline:
        """Push, and let the forge run."""
        self.push()
        return self.forge.run("push")

    def live(self, path: str) -> str:
        """What a visitor gets."""
        return (self.forge.live / path).read_text("utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[GitLabOffice]:
    with served("gitlab") as issues:
        yield GitLabOffice(tmp_path, issues)


@pytest.mark.soak
@pytest.mark.skipif(not os.environ.get("SITEGEN_SOAK"), reason="a quarter of a minute: `make soak` runs it")
def test_a_week(office: GitLabOffice) -> None:
    """One story: each step stands on the one before."""
    _published(office)
    _nothing_due(office)
    _mistake(office)
    _commented(office)
    _undone(office)


def _published(office: GitLabOffice) -> None:
    run = office.pushed()
    assert run.results == {"pages": True, "merken": True, "melden": True}, run.log
    assert "Erster Satz." in office.live("blog/eins/index.html")
    assert "/blog/eins/ post:eins" in office.show("published-urls.txt")
    assert "content/blog/eins.md" in office.files("veroeffentlicht")


def _nothing_due(office: GitLabOffice) -> None:
    run = office.forge.run("schedule")
    assert run.results == {"faellig": True}, run.log
    assert "ist nichts fällig geworden" in run.log
    assert office.issues.other == []


def _mistake(office: GitLabOffice) -> None:
    office.site.edit("content/blog/eins.md", "title: Ein Beitrag", "titel: /close @alle")
    run = office.pushed()
    assert run.results == {"pages": False, "melden": True}, run.log
    assert "https://gitlab.example/eva/buero/-/edit/main/content/blog/eins.md#L2" in run.log
    (issue,) = office.issues.open
    assert issue["description"].startswith("**Ihre Website ist unverändert online. ")
    assert not [line for line in issue["description"].splitlines() if line.startswith("/")]


def _commented(office: GitLabOffice) -> None:
    office.site.edit("content/blog/eins.md", "titel: /close @alle", "title: Ein Beitrag")
    office.push()
    fields = {"AUFGABE": "Kommentar eintragen", "BEITRAG": "eins", "NAME": "Anna", "TEXT": office.hostile}
    run = office.forge.run("web", **fields, ANTWORT="")
    assert run.results == {"kommentar": True, "pages": True, "merken": True, "melden": True}, run.log
    assert "alert(1)" in office.live("blog/eins/index.html")
    assert "<script>alert" not in office.live("blog/eins/index.html")
    assert not office.mark.exists()
    assert office.issues.open == []


def _undone(office: GitLabOffice) -> None:
    run = office.forge.run("web", AUFGABE="Vorige Fassung wiederherstellen", FASSUNGEN="1")
    assert run.results == {"vorige-fassung": True, "pages": True, "merken": True, "melden": True}, run.log
    assert "alert(1)" not in office.live("blog/eins/index.html")
    wrong = office.forge.run("web", AUFGABE="Vorige Fassung wiederherstellen", FASSUNGEN=office.hostile)
    assert wrong.results == {"vorige-fassung": False, "melden": True}
    assert not office.mark.exists()


def test_something_due_starts_a_pipeline_of_its_own(office: GitLabOffice) -> None:
    """Before the first publication everything is due."""
    office.push()
    run = office.forge.run("schedule")
    assert run.results == {"faellig": True}, run.log
    ((method, path, body, _),) = office.issues.other
    assert (method, path) == ("POST", "/api/v4/projects/7/trigger/pipeline")
    assert b"main" in body
    assert b"job" in body
