"""`sitegen why`: what made a page rebuild or not, as it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_case import NOON, SiteCase
from sitegen.cli.entry import run

FILES = {
    "content/index.md": "---\ntitle: Start\n---\n\nGuten Tag.\n",
    "content/kontakt.md": "---\ntitle: Kontakt\n---\n\nHier bin ich.\n",
    "content/blog/2026-01-05-erster.md": "---\ntitle: Erster\ndate: 2026-01-05\n---\n\nEin Satz.\n",
    "content/blog/2026-02-05-zweiter.md": "---\ntitle: Zweiter\ndate: 2026-02-05\n---\n\nZwei Sätze.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> SiteCase:
    case = SiteCase.of(tmp_path, FILES)
    result = case.build()
    assert result.written, case.report(result)
    return case


def told(case: SiteCase, page: str, capsys: pytest.CaptureFixture[str], *, code: int = 0) -> str:
    capsys.readouterr()
    assert run(["why", page, "--site", str(case.root), "--at", NOON.strftime("%Y-%m-%dT%H:%M")]) == code
    captured = capsys.readouterr()
    return captured.err if code else captured.out


def test_a_first_build_makes_everything(case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(case, "public/blog/erster/index.html", capsys).splitlines()
    assert lines[0] == "blog/erster/index.html wurde beim letzten Bau neu gemacht: Es gab sie vorher nicht."
    assert lines[1] == "Der nächste Bau lässt sie stehen."
    assert "  site.neighbours(content/blog/2026-01-05-erster.md)" in lines


@pytest.mark.parametrize("page", ["/blog/erster/", "blog/erster/index.html", "./public/blog/erster/"])
def test_a_page_has_several_names(page: str, case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(case, page, capsys).startswith("blog/erster/index.html wurde")


def test_each_reason_is_named(case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    page = "/blog/erster/"
    case.edit("content/blog/2026-01-05-erster.md", "Ein Satz.", "Ein anderer Satz.")
    assert "Der nächste Bau macht sie neu: Ihr Text ist anders als zuvor." in told(case, page, capsys)
    case.edit("content/blog/2026-02-05-zweiter.md", "Zweiter", "Der zweite")
    assert case.build().written
    assert "beim letzten Bau neu gemacht" in told(case, page, capsys)
    case.edit("content/blog/2026-02-05-zweiter.md", "Der zweite", "Noch einer")
    assert "site.neighbours(content/blog/2026-01-05-erster.md)" in told(case, page, capsys).splitlines()[1]
    assert case.build().written
    (case.out / "blog/erster/index.html").write_text("anders", "utf-8")
    assert "Die Datei fehlte, oder jemand anderes hatte sie geändert." in told(case, page, capsys)
    assert case.build().written
    case.write("layouts/post.html", "{% extends 'theme/post.html' %}\n")
    assert "Ein Layout oder site.yaml ist anders als zuvor." in told(case, page, capsys)


def test_a_page_that_stood_says_so(case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.edit("content/kontakt.md", "Hier bin ich.", "Hier.")
    assert case.build().written
    assert "/blog/erster/index.html blieb beim letzten Bau, wie sie war" in f"/{told(case, '/blog/erster/', capsys)}"


def test_a_page_that_is_not_there_yet(case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    case.write("content/neu.md", "---\ntitle: Neu\n---\n\nNeu.\n")
    assert told(case, "/neu/", capsys).startswith("neu/index.html gibt es noch nicht.")


def test_no_such_page(case: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(case, "/blog/ester/", capsys, code=1)
    assert "SG619" in said
    assert "blog/erster/index.html" in said
