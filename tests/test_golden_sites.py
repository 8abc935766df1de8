"""Golden sites: a folder in, a folder out. `<main>` of each page is compared, two pages as a whole, and the feeds.

Beside `expected/` each site has the report of its build (`report.golden`) and the names of all files that it becomes,
pictures and downloads among them (`files.golden`). All of them are read by a person before they are accepted.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golden import UPDATING, assert_golden
from plain_site import golden_folders, lay_golden_site
from site_case import SiteCase
from sitegen.about import VERSION

FINGERPRINT = re.compile(r"(assets/[a-z0-9-]+)\.[0-9a-f]{10}(\.[a-z]+)")
TINT = re.compile(r"\btint-\d+")
"""Which of the tints stands for the colours of a picture is tested where they are found."""
WHOLE_PAGES = ("index.html", "404.html")
TEXTS = (".html", ".xml", ".json", ".txt", "_redirects", "_headers", ".htaccess")


def without_fingerprint(text: str) -> str:
    """The text with every fingerprint of a theme's file made the same."""
    return FINGERPRINT.sub(r"\1.FINGERPRINT\2", text)


def shown(text: str, path: str) -> str:
    """What is compared of a file: all of two pages, else the `<main>` of a page; fingerprints do not matter."""
    lasting = TINT.sub("tint-NN", without_fingerprint(text)).replace(f'version="{VERSION}"', 'version="VERSION"')
    if path in WHOLE_PAGES or not path.endswith(".html") or 'http-equiv="refresh"' in text:
        return lasting
    start, end = lasting.find("<main"), lasting.find("</main>")
    return lasting[start:end] + "</main>\n"


@pytest.mark.parametrize("folder", golden_folders(), ids=lambda folder: folder.name)
def test_site_is_built_as_expected(folder: Path, tmp_path: Path) -> None:
    site = SiteCase(tmp_path / "site")
    lay_golden_site(folder, site.root)
    result = site.build()
    assert result.written, site.report(result)
    report = site.report(result)
    withheld = "".join(f"{entry.source}: {entry.reason}\n" for entry in result.withheld)
    assert_golden(f"{report}\n{withheld}", folder / "report.golden")
    assert_golden("".join(f"{without_fingerprint(path)}\n" for path in site.files()), folder / "files.golden")
    expected = folder / "expected"
    texts = {path: shown(content.decode(), path) for path, content in site.files().items() if path.endswith(TEXTS)}
    for path, text in texts.items():
        assert_golden(text, expected / path)
    known = {path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file()}
    if UPDATING:
        for path in known - set(texts):
            (expected / path).unlink()
    else:
        assert set(texts) == known


def test_there_is_a_golden_site_for_each_theme() -> None:
    """Losing a folder must not turn its test green."""
    names = {folder.name for folder in golden_folders()}
    assert names == {
        "austria",
        "blog",
        "comments",
        "consent",
        "consumers",
        "embeds",
        "forms",
        "home-as-list",
        "legal",
        "pictures",
        "services",
        "subfolder",
        "swiss",
    }
