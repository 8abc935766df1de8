"""Layouts: the site's own before the theme's, and nothing but the contract in their hands."""

from __future__ import annotations

from pathlib import Path

from plain_site import QUIET, lay_plain_layouts
from site_case import MINIMAL, SiteCase

PAGES = {
    "content/index.md": "---\ntitle: Start\n---\nText.\n",
    "content/seite.md": "---\ntitle: <b>Seite & mehr</b>\n---\nText mit **Fett**.\n",
}


def built(tmp_path: Path, **layouts: str) -> SiteCase:
    files = {f"layouts/{name.replace('__', '/')}": text for name, text in layouts.items()}
    site = SiteCase.of(tmp_path, PAGES | files, settings=MINIMAL + QUIET)
    lay_plain_layouts(site.root)
    return site.built()


def test_what_is_printed_is_escaped_and_the_body_is_not(tmp_path: Path) -> None:
    site = built(tmp_path, **{"page.html": "<p>{{ page.title }}</p>{{ body.html }}"})
    html = site.html("seite/index.html")
    assert "&lt;b&gt;Seite &amp; mehr&lt;/b&gt;" in html
    assert "<strong>Fett</strong>" in html


def test_a_layout_of_the_site_wins_and_may_take_over_the_themes(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        **{
            "page.html": "{% extends 'theme/page.html' %}{% block page_header %}<h1>Meins</h1>{% endblock %}",
            "base.html": "{% extends 'theme/base.html' %}",
            "home.html": "{% extends 'theme/home.html' %}",
            "404.html": "{% extends 'theme/404.html' %}",
        },
    )
    assert [node.text() for node in site.main("seite/index.html").css("h1")] == ["Meins"]
    assert site.page("seite/index.html").css("header.site-header")


def test_front_matter_names_another_layout(tmp_path: Path) -> None:
    site = SiteCase.of(
        tmp_path,
        {
            **PAGES,
            "content/eigen.md": "---\ntitle: Eigen\nlayout: ganz/anders\n---\nText.\n",
            "layouts/ganz/anders.html": "<main>{{ page.title }}, anders</main>",
        },
        settings=MINIMAL + QUIET,
    )
    lay_plain_layouts(site.root)
    assert site.built().main("eigen/index.html").text() == "Eigen, anders"


def test_files_at_the_top_of_the_layouts_are_published_and_others_are_not(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        **{
            "schrift.woff2": "x",
            "_entwurf.css": "y",
            ".versteckt.css": "z",
            "parts__teil.css": "t",
            "page.html": '<main>{{ site.asset("schrift.woff2") }}</main>',
        },
    )
    names = [path for path in site.files() if path.startswith("assets/")]
    assert any(name.startswith("assets/schrift.") for name in names)
    assert not any("entwurf" in name or "versteckt" in name or "teil" in name for name in names)
    assert site.main("seite/index.html").text().startswith("/assets/schrift.")


def test_the_name_of_a_stylesheet_changes_with_its_text_alone(tmp_path: Path) -> None:
    site = built(tmp_path, **{"style.css": "a { color: {{ site.accent }} }"})
    first = {path for path in site.files() if path.endswith(".css")}
    site.edit("content/seite.md", "Fett", "fett").built()
    assert {path for path in site.files() if path.endswith(".css")} == first
    site.edit("layouts/style.css", "color", "background").built()
    assert {path for path in site.files() if path.endswith(".css")} != first


def test_jinja_never_sees_what_an_author_writes(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, PAGES, settings=MINIMAL + QUIET)
    lay_plain_layouts(site.root)
    site.write("content/seite.md", "---\ntitle: '{{ site.title }}'\n---\n`{{ 7 * 7 }}` {% raw %}\n").built()
    text = site.main("seite/index.html").text()
    assert "{{ 7 * 7 }}" in text
    assert "{{ site.title }}" in text
    assert "{% raw %}" in text
