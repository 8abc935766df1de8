"""The logo in the head of every page, from the pictures or from `static/`."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_case import SiteCase, codes

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="24" viewBox="0 0 48 24"><path d="M0 0h9v9z"/></svg>\n'
SETTINGS = "title: Büro Test\nurl: https://www.example.org/\ntheme:\n  logo: {}\n"


@pytest.mark.parametrize(
    ("file", "typed"),
    [
        ("content/pictures/zeichen.svg", "zeichen.svg"),
        ("static/zeichen.svg", "zeichen.svg"),
        ("static/bilder/zeichen.svg", "/bilder/zeichen.svg"),
    ],
)
def test_a_logo_stands_in_the_head_and_is_published(tmp_path: Path, file: str, typed: str) -> None:
    site = SiteCase.of(
        tmp_path,
        {file: SVG, "content/index.md": "---\ntitle: Start\n---\nText.\n"},
        settings=SETTINGS.format(typed),
    )
    result = site.build()
    assert codes(result) == []
    image = LexborHTMLParser((result.out / "index.html").read_text("utf-8")).css_first(".brand img")
    assert image is not None
    assert (image.attributes["width"], image.attributes["height"], image.attributes["alt"]) == ("48", "24", "")
    assert (result.out / str(image.attributes["src"]).lstrip("/")).is_file()


def test_without_a_logo_the_mark_of_the_theme_stands_there(tmp_path: Path) -> None:
    site = SiteCase.of(tmp_path, {"content/index.md": "---\ntitle: Start\n---\nText.\n"})
    html = (site.build().out / "index.html").read_text("utf-8")
    image = LexborHTMLParser(html).css_first(".brand img")
    assert image is not None
    assert "/assets/favicon." in str(image.attributes["src"])
