"""The pipeline for Forgejo, run step by step: the pages come into a branch, and the buttons publish by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from forge_api import Issues, served
from recipe_case import Office
from workflow_runs import Forge

WEBSITE = ".forgejo/workflows/website.yml"
COMMENT = ".forgejo/workflows/kommentar-eintragen.yml"


class ForgejoOffice(Office):
    """At a Forgejo."""

    def __init__(self, folder: Path, issues: Issues) -> None:
        super().__init__(folder, issues, "forgejo")
        variables = {"GITHUB_SERVER_URL": "https://forgejo.example", "GITHUB_REPOSITORY": "eva/buero"}
        variables |= {"GITHUB_API_URL": f"{issues.address}/api/v1", "GITHUB_REF_NAME": "main", "GITHUB_RUN_NUMBER": "3"}
        self.forge = Forge(folder / "forge", self.remote, variables=variables)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ForgejoOffice]:
    with served("forgejo") as issues:
        yield ForgejoOffice(tmp_path, issues)


def test_published_mistaken_and_commented(office: ForgejoOffice) -> None:
    office.push()
    run = office.forge.run(WEBSITE, "push")
    assert not run.failed, run.log
    assert "Erster Satz." in office.show("blog/eins/index.html", "pages")
    assert "content/blog/eins.md" in office.files("veroeffentlicht")
    assert "/blog/eins/ post:eins" in office.show("published-urls.txt")
    _mistake(office)
    _commented(office)


def _mistake(office: ForgejoOffice) -> None:
    before = office.heads("pages")
    office.site.edit("content/blog/eins.md", "title: Ein Beitrag", "titel: Ein Beitrag")
    office.push()
    run = office.forge.run(WEBSITE, "push")
    assert run.failed
    assert "https://forgejo.example/eva/buero/_edit/main/content/blog/eins.md#L2" in office.issues.open[0]["body"]
    assert office.heads("pages") == before


def _commented(office: ForgejoOffice) -> None:
    office.site.edit("content/blog/eins.md", "titel: Ein Beitrag", "title: Ein Beitrag")
    office.push()
    fields = {"beitrag": "Ein Beitrag", "name": "Anna", "text": office.hostile, "antwort": ""}
    run = office.forge.run(COMMENT, "workflow_dispatch", fields)
    assert not run.failed, run.log
    assert "alert(1)" in office.show("blog/eins/index.html", "pages")
    assert office.issues.open == []
    assert not office.mark.exists()
