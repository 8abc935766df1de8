"""Which file somebody may have meant."""

from __future__ import annotations

import pytest

from sitegen.plan.references import Names

KNOWN = (
    "content/blog/2026-09-14-uebergabe/index.md",
    "content/blog/rechnungen.md",
    "content/kontakt.md",
    "content/impressum.md",
    "content/neuigkeiten.md",
)
PICTURES = ("content/pictures/schreibtisch.jpg", "content/pictures/logo.png", "content/pictures/team.webp")


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("rechnung.md", "rechnungen.md"),
        ("../kontakte.md", "../kontakt.md"),
        ("uebergabe.md", "2026-09-14-uebergabe/index.md"),
        ("uebergabe/index.md", "2026-09-14-uebergabe/index.md"),
        ("neues.md", "../neuigkeiten.md"),
        ("nirgends.md", ""),
    ],
)
def test_a_file_goes_by_its_name_and_an_index_by_that_of_its_folder(wanted: str, meant: str) -> None:
    assert Names(KNOWN).nearest(wanted, "content/blog/x.md") == meant


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("schreibtisch.jpeg", "../pictures/schreibtisch.jpg"),
        ("Schreibtich.JPG", "../pictures/schreibtisch.jpg"),
        ("logos.png", "../pictures/logo.png"),
        ("tea.jpg", "../pictures/team.webp"),
        ("tisch.webp", ""),
    ],
)
def test_an_ending_counts_where_it_differs_and_not_where_it_is_the_same(wanted: str, meant: str) -> None:
    assert Names(PICTURES).nearest(wanted, "content/blog/x.md") == meant
