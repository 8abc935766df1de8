"""Which file somebody may have meant."""

from __future__ import annotations

import pytest

from sitegen.plan.references import Names

KNOWN = ("content/blog/2026-09-14-uebergabe/index.md", "content/blog/rechnungen.md", "content/kontakt.md")


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("rechnung.md", "rechnungen.md"),
        ("../kontakte.md", "../kontakt.md"),
        ("uebergabe.md", "2026-09-14-uebergabe/index.md"),
        ("uebergabe/index.md", "2026-09-14-uebergabe/index.md"),
        ("nirgends.md", ""),
    ],
)
def test_a_file_goes_by_its_name_and_an_index_by_that_of_its_folder(wanted: str, meant: str) -> None:
    assert Names(KNOWN).nearest(wanted, "content/blog/x.md") == meant
