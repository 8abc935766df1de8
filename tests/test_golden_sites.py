"""Golden sites: a folder in, a folder out. `<main>` of each page is compared, two pages as a whole, and the feeds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golden import UPDATING, assert_golden
from site_case import SiteCase

SITES = sorted(path for path in (Path(__file__).parent / "sites").iterdir() if (path / "site.yaml").exists())
FINGERPRINT = re.compile(r"(/assets/[a-z0-9-]+)\.[0-9a-f]{10}(\.[a-z]+)")
WHOLE_PAGES = ("index.html", "404.html")


def shown(html: str, path: str) -> str:
    """What is compared of a page: all of two pages, else its `<main>`; fingerprints do not matter."""
    text = FINGERPRINT.sub(r"\1.FINGERPRINT\2", html)
    if path in WHOLE_PAGES:
        return text
    start, end = text.find("<main"), text.find("</main>")
    return text[start:end] + "</main>\n" if start >= 0 else text


@pytest.mark.parametrize("folder", SITES, ids=lambda folder: folder.name)
def test_site_is_built_as_expected(folder: Path, tmp_path: Path) -> None:
    site = SiteCase.copied(tmp_path / "site", folder)
    result = site.build()
    assert result.written, site.report(result)
    assert_golden(site.report(result) + "\n", folder / "findings.txt")
    expected = folder / "expected"
    texts = {
        path: shown(content.decode(), path)
        for path, content in site.files().items()
        if path.endswith((".html", ".xml", ".json", ".txt", "_redirects", ".htaccess"))
    }
    for path, text in texts.items():
        assert_golden(text, expected / path)
    known = {path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file()}
    if UPDATING:
        for path in known - set(texts):
            (expected / path).unlink()
    else:
        assert set(texts) == known
