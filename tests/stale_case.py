"""A site in which something could go stale in every way there is, built once; and copies of it to be edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build.result import BuildResult
from warm_edits import FILES
from warm_site import WarmSite

ANCHOR = "content/blog/2026-01-02-anker.md"
SECOND = "content/blog/2026-03-02-zweiter.md"


def layout(main: str) -> str:
    """A layout that shows this below the text of its page."""
    return f"{{% extends 'base.html' %}}{{% block main %}}{{{{ body.html }}}}{main}{{% endblock %}}"


SITE: dict[str, str | bytes] = {
    **FILES,
    ANCHOR: str(FILES[ANCHOR]).replace("\n\n![Foto](foto.jpg)", ""),
    "content/services/fest.md": "---\ntitle: Fest\nprice: 45,50\nunit: Stunde\n---\nText.\n",
    "content/ueber/index.md": "---\ntitle: Über mich\n---\nOben.\n",
    "content/ueber/weg.md": "---\ntitle: Mein Weg\n---\nUnten, siehe [Kontakt](../kontakt.md#weg).\n",
    "content/blog/2026-05-05-dritter.md": (
        "---\ntitle: Dritter\ndate: 2026-05-05\ntags: [Ordnung]\ncategory: Büro\n---\nEin dritter Text.\n"
    ),
    "layouts/home.html": layout("""
{% for post in site.latest(2) %}<p>neu: {{ post.title }}</p>{% endfor %}
{% for known in site.pages() %}<p>Seite: {{ known.title }}</p>{% endfor %}
{% for term in site.terms("tag") %}<p>Wort: {{ term.term.name }} {{ term.count }}</p>{% endfor %}
{% for service in site.services() %}<p>Leistung: {{ service.title }}</p>{% endfor %}
{% include 'parts/zahlen.html' %}"""),
    "layouts/post.html": (
        "{% extends 'base.html' %}{% block main %}{{ body.html }}"
        "{% set beside = site.neighbours(page.entry) %}"
        "<p>{{ beside.older.title if beside.older }} {{ beside.newer.title if beside.newer }}</p>"
        "{% for post in site.related(page.entry) %}<p>mehr: {{ post.title }}</p>{% endfor %}"
        "{% for thread in site.discussion(page.entry).threads %}<div>{{ thread.html }}</div>{% endfor %}"
        "{% endblock %}"
    ),
}


def build_once(folder: Path) -> Path:
    """Where a site lies that was built once; no photograph is on it, since each clean build makes its sizes anew."""
    site = WarmSite(folder / "site", folder / "copies", SITE)
    result = site.build()
    assert result.written, site.case.report(result)
    return site.root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_once(tmp_path_factory.mktemp("built"))


@pytest.fixture
def warm(built: Path, tmp_path: Path) -> WarmSite:
    return WarmSite.copied(tmp_path / "site", tmp_path / "copies", built)


def rebuilt(warm: WarmSite) -> BuildResult:
    """The build after an edit, which is as good as a clean one."""
    result = warm.assert_warm_equals_clean()
    assert result.written, warm.case.report(result)
    return result
