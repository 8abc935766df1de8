"""Media types that do not depend on the machine."""

from __future__ import annotations

import pytest

from sitegen.serve.media_types import is_page, is_part, media_type


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/style.0123456789.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("_headers", "text/plain; charset=utf-8"),
        (".htaccess", "text/plain; charset=utf-8"),
        ("favicon.svg", "image/svg+xml; charset=utf-8"),
        ("a.avif", "image/avif"),
        ("a.WEBP", "image/webp"),
        ("a.jpg", "image/jpeg"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("pagefind.wasm", "application/wasm"),
        ("index.pf_meta", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_media_type(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_pages_and_their_parts() -> None:
    assert is_page("blog/index.html")
    assert not is_page("feed.xml")
    assert is_part("static/bild.png")
    assert not is_part("feed.xml")
