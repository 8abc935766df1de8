"""Exports made by chance: every word, picture, link, comment and address is somewhere or told, and no secret is."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from exports_made import Made, Making, unaccounted
from import_case import ImportCase
from sitegen.cli.entry import run

FEW = settings(max_examples=max(1, settings().max_examples // 16), phases=(Phase.explicit, Phase.generate))
"""A seed has no smaller one."""


def moved(folder: Path, made: Made) -> ImportCase:
    """A site into which an export was imported twice, and which was built; what went wrong fails."""
    for name, content in made.uploads.items():
        place = folder / "uploads" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    case = ImportCase.at(folder / "site", lambda: ("", ""))
    options = ("--uploads", str(folder / "uploads"))
    assert case.take(made.xml.encode(), options=options).code == 0
    before = case.sums()
    assert case.take(made.xml.encode(), options=options).code == 0
    assert case.sums() == before
    assert case.errors() == []
    for command in (("build",), ("check", "--old-urls")):
        assert run((*command, "--site", str(case.root), "--at", "2026-11-21 12:00")) == 0
    return case


@FEW
@given(st.integers(0, 1 << 32))
def test_everything_in_an_export_is_somewhere_or_is_told(seed: int) -> None:
    made = Making(seed).made()
    folder = Path(tempfile.mkdtemp())
    try:
        assert list(unaccounted(moved(folder, made), made)) == []
    finally:
        shutil.rmtree(folder)


@pytest.mark.soak
def test_a_site_of_many_years_is_moved_in_less_than_a_minute(tmp_path: Path) -> None:
    years = 5 if "SITEGEN_SOAK" in os.environ else 1
    made = Making(7, texts=30 * years, files=100 * years, comments=80 * years).made()
    begun = time.process_time()
    case = moved(tmp_path, made)
    assert time.process_time() - begun < 60
    assert list(unaccounted(case, made)) == []
