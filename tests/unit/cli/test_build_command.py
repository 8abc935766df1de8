"""`sitegen build` as its owner and a pipeline see it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import console

Call = Callable[..., Any]

GOOD = "---\ntitle: Rechnungen\ndate: 2026-03-05\n---\n\nEin Satz.\n"
BAD = "---\ntitel: Rechnungen\ndate: 2026-03-05\n---\n\nEin Satz.\n"
AT = ("--at", "2026-11-24T08:00")


@pytest.fixture
def post(site: Path) -> Path:
    """The one post of the site, which also has a home page and an imprint's worth of settings."""
    blog = site / "content/blog"
    blog.mkdir(parents=True)
    (site / "content/index.md").write_text("---\ntitle: Start\n---\n\nWillkommen.\n", encoding="utf-8")
    path = blog / "2026-03-05-rechnungen.md"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_a_good_build_tells_what_changed_and_what_to_open(sitegen: Call, post: Path, site: Path) -> None:
    outcome = sitegen("build", "--site", "büro", *AT)
    assert outcome.code == 0, outcome.out
    assert " Dateien neu – in " in outcome.out
    assert outcome.out.endswith("Zum Ansehen öffnen: büro/public/index.html\n")
    assert "Rechnungen" in (site / "public/blog/rechnungen/index.html").read_text(encoding="utf-8")
    assert post.read_text(encoding="utf-8") == GOOD


@pytest.mark.usefixtures("post")
def test_a_second_build_says_that_nothing_changed(sitegen: Call) -> None:
    sitegen("--site", "büro", "build", *AT)
    outcome = sitegen("--site", "büro", "build", *AT)
    assert outcome.code == 0
    assert " Dateien unverändert – in " in outcome.out
    assert " neu" not in outcome.out


def test_findings_stop_a_build_and_leave_the_last_good_site(sitegen: Call, post: Path, site: Path) -> None:
    sitegen("--site", "büro", "build", *AT)
    post.write_text(BAD, encoding="utf-8")
    before = (site / "public/blog/rechnungen/index.html").read_bytes()
    outcome = sitegen("--site", "büro", "build", *AT)
    assert outcome.code == 1
    assert "content/blog/2026-03-05-rechnungen.md:2:1  " in outcome.out
    assert "\n     2 │ titel: Rechnungen\n       │ ^^^^^\n" in outcome.out
    assert outcome.out.endswith("Nichts wurde verändert: büro/public ist auf dem letzten guten Stand.\n")
    assert (site / "public/blog/rechnungen/index.html").read_bytes() == before


def test_a_first_build_that_fails_writes_nothing(sitegen: Call, post: Path, site: Path) -> None:
    post.write_text(BAD, encoding="utf-8")
    outcome = sitegen("--site", "büro", "build", *AT)
    assert outcome.code == 1
    assert outcome.out.endswith("Es wurde noch nichts geschrieben.\n")
    assert not (site / "public").exists()


@pytest.mark.usefixtures("post")
def test_the_clock_decides_what_is_published(sitegen: Call, site: Path) -> None:
    outcome = sitegen("--site", "büro", "build", "--at", "2026-03-05T05:59")
    assert outcome.code == 0
    assert "1 Beitrag erscheint am 5. März 2026 um 06:00 Uhr: „Rechnungen“ (content/blog/" in outcome.out
    assert not (site / "public/blog/rechnungen").exists()


@pytest.mark.usefixtures("post")
def test_another_output_folder_is_taken_from_here(sitegen: Call, tmp_path: Path) -> None:
    outcome = sitegen("build", "--site", "büro", "--out", "fertig", *AT)
    assert outcome.code == 0
    assert outcome.out.endswith("Zum Ansehen öffnen: fertig/index.html\n")
    assert (tmp_path / "fertig/index.html").is_file()


@pytest.mark.parametrize("text", [GOOD, BAD])
def test_json_is_all_of_standard_output(sitegen: Call, post: Path, text: str) -> None:
    post.write_text(text, encoding="utf-8")
    outcome = sitegen("build", "--site", "büro", "--format", "json", *AT)
    read = json.loads(outcome.out)
    assert outcome.code == (1 if read["counts"]["error"] else 0)
    assert outcome.err == ""


def test_sarif_names_files_from_where_the_pipeline_runs(sitegen: Call, post: Path) -> None:
    post.write_text(BAD, encoding="utf-8")
    log = json.loads(sitegen("build", "--site", "büro", "--format", "sarif", *AT).out)
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert "b%C3%BCro/content/blog/2026-03-05-rechnungen.md" in [place["artifactLocation"]["uri"] for place in places]


def test_github_annotations_name_files_from_where_the_pipeline_runs(sitegen: Call, post: Path) -> None:
    post.write_text(BAD, encoding="utf-8")
    lines = sitegen("build", "--site", "büro", "--format", "github", *AT).out.strip().split("\n")
    assert any(line.startswith("::error file=büro/content/blog/2026-03-05-rechnungen.md,line=2,") for line in lines)
    assert all(line.startswith("::") for line in lines)


@pytest.mark.usefixtures("post")
def test_github_annotations_of_a_good_build_are_none(sitegen: Call) -> None:
    outcome = sitegen("build", "--site", "büro", "--format", "github", *AT)
    assert (outcome.code, outcome.out) == (0, "")


def test_strict_stops_at_warnings_and_says_so(sitegen: Call, post: Path) -> None:
    post.write_text(f"{GOOD}\n```unbekannt\nx\n```\n", encoding="utf-8")
    assert sitegen("--site", "büro", "build", *AT).code == 0
    outcome = sitegen("--site", "büro", "build", "--strict", *AT)
    assert outcome.code == 1
    assert "Mit --strict halten auch Warnungen den Bau an.\n" in outcome.out


def test_without_a_site_the_form_is_kept(sitegen: Call) -> None:
    outcome = sitegen("build", "--format", "json")
    assert outcome.code == 1
    assert [finding["code"] for finding in json.loads(outcome.out)["findings"]] == ["SG001"]


@pytest.mark.usefixtures("post")
def test_somebody_who_watches_gets_a_bar(sitegen: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda _: True)
    monkeypatch.setattr("sitegen.cli.progress.PATIENCE", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    outcome = sitegen("build", "--site", "büro", *AT)
    assert outcome.code == 0
    assert "Schreiben" in outcome.err
