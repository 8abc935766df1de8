"""The search of a whole site: what is indexed, where a script stands, and what happens without the program for it."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_case import MINIMAL, SiteCase, codes

WITH_SEARCH = f"{MINIMAL}search: {{enabled: true}}\n"


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    files = {
        "content/index.md": "---\ntitle: Start\n---\n\nWillkommen.\n",
        "content/ueber-mich.md": "---\ntitle: Über mich\n---\n\nIch mag Büros.\n",
        "content/geheim.md": "---\ntitle: Geheim\nnoindex: true\n---\n\nNichts für Suchmaschinen.\n",
        "content/services/ablage.md": "---\ntitle: Ablage\nprice: 45\nunit: hour\n---\n\nOrdner.\n",
    }
    return SiteCase.of(tmp_path, files, settings=WITH_SEARCH).post("eins", "Ein Beitrag über Verträge.")


@pytest.fixture
def without_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where the extra is not installed."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)


def indexed(site: SiteCase) -> dict[str, str]:
    """Titles by address, as they stand in the index."""
    records = (
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in site.out.rglob("*.pf_fragment")
    )
    return {record["url"]: record["meta"]["title"] for record in records}


def scripts(site: SiteCase) -> dict[str, int]:
    """How many scripts each page has, of those that have any; data about the page (JSON-LD) is none."""
    kept = 'script:not([type="application/ld+json"])'
    found = {path: site.page(path).css(kept) for path in site.files() if path.endswith(".html")}
    return {path: len(nodes) for path, nodes in found.items() if nodes}


def test_posts_pages_and_services_are_found_and_nothing_else(site: SiteCase) -> None:
    site.built()
    assert indexed(site) == {
        "/blog/eins/": "Ein Beitrag",
        "/leistungen/ablage/": "Ablage",
        "/ueber-mich/": "Über mich",
    }


def test_no_page_but_the_search_has_a_script(site: SiteCase) -> None:
    site.built()
    assert scripts(site) == {"suche/index.html": 1}


def test_a_site_that_asks_for_no_search_has_none(site: SiteCase) -> None:
    site.write("site.yaml", MINIMAL).built()
    assert not [path for path in site.files() if path.startswith("suche/") or path.endswith(".js")]


def test_the_search_lies_where_the_address_says(site: SiteCase) -> None:
    settings = WITH_SEARCH.replace("example.org/", "example.org/va/") + "permalinks: {search: /finden/}\n"
    site.write("site.yaml", settings).built()
    form = site.page("finden/index.html").css_first("form")
    assert form is not None
    assert form.attributes["data-index"] == "/va/finden/pagefind/"
    assert form.attributes["data-base"] == "/va/"
    assert (site.out / "finden/pagefind/pagefind.js").is_file()


def test_switched_off_by_its_address_there_is_no_search(site: SiteCase) -> None:
    site.write("site.yaml", f"{WITH_SEARCH}permalinks: {{search: off}}\n").built()
    assert not list(site.out.rglob("*pagefind*"))


def test_the_index_changes_with_the_words_alone(site: SiteCase) -> None:
    site.built()
    before = {path: content for path, content in site.files().items() if "/pagefind/" in path}
    site.write("layouts/parts/footer_links.html", "<p>Ein anderer Fuß</p>\n").built()
    assert {path: content for path, content in site.files().items() if "/pagefind/" in path} == before
    site.edit("content/ueber-mich.md", "Büros", "Gärten").built()
    assert {path: content for path, content in site.files().items() if "/pagefind/" in path} != before


def test_a_warm_build_writes_no_index_again(site: SiteCase) -> None:
    site.built()
    result = site.build()
    assert result.changes.created == result.changes.changed == result.changes.removed == ()


def test_without_javascript_the_page_says_what_it_needs_and_where_else_to_look(site: SiteCase) -> None:
    site.built()
    html = site.html("suche/index.html")
    assert "<noscript>" in html
    assert 'href="/blog/archiv/"' in html


@pytest.mark.usefixtures("without_program")
def test_without_the_program_the_page_leads_to_the_archive_and_the_owner_is_told(site: SiteCase) -> None:
    result = site.build()
    assert codes(result) == ["SG620"]
    assert "pip install 'sitegen[search]'" in site.report(result)
    assert scripts(site) == {}
    assert site.main("suche/index.html").css_matches('a[href="/blog/archiv/"]')
    assert not [path for path in site.files() if path.endswith(".js")]


@pytest.mark.skipif(os.name == "nt", reason="the failing program is a shell script")
def test_a_program_that_fails_leaves_the_site_as_it_was(
    site: SiteCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'kaputt' >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setitem(sys.modules, "pagefind_bin", SimpleNamespace(get_executable=lambda: program))
    result = site.build()
    assert codes(result) == ["SG621"]
    assert "kaputt" in site.report(result)
    assert not result.written


def test_an_index_that_cannot_be_kept_leaves_the_site_as_it_was(site: SiteCase) -> None:
    site.write(".sitegen/cache/search", "keine Mappe\n")
    result = site.build()
    assert codes(result) == ["SG622"]
    assert not result.written


def test_two_that_want_the_folder_of_the_index_are_told(site: SiteCase) -> None:
    site.write("static/suche/pagefind/pagefind.js", "alt\n")
    assert "SG409" in codes(site.build()) or "SG410" in codes(site.build())
