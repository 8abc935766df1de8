"""One case for each code of the catalogue: a site with the fault, and the report as its owner reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golden import UPDATING
from site_case import MINIMAL, SiteCase, codes
from sitegen.diagnostics.catalogue import ENTRIES

CASES = sorted((Path(__file__).parent / "findings").glob("*.case"))
SEPARATOR = re.compile(r"^=== (.+)$", re.MULTILINE)

ELSEWHERE = {
    # What a site's text cannot bring about is tested where it arises.
}
"""Code → the test that shows it."""


def sections(case: Path) -> dict[str, str]:
    """The files of a case by path, and the expected report under `report`."""
    parts = SEPARATOR.split(case.read_text("utf-8"))
    return {name: text.removeprefix("\n") for name, text in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_report_of_the_case(case: Path, tmp_path: Path) -> None:
    parts = sections(case)
    expected = parts.pop("report")
    site = SiteCase.of(tmp_path, {"site.yaml": MINIMAL, **parts}, settings=MINIMAL)
    result = site.build()
    report = site.report(result) + "\n"
    assert case.stem.partition("-")[0] in codes(result), report
    if UPDATING:
        head = case.read_text("utf-8").partition("=== report\n")[0]
        case.write_text(f"{head}=== report\n{report}", "utf-8")
    else:
        assert report == expected


def test_every_code_has_a_case() -> None:
    shown = {case.stem.partition("-")[0] for case in CASES} | set(ELSEWHERE)
    assert set(ENTRIES) - shown == set()


def test_no_case_for_a_code_that_is_gone() -> None:
    shown = {case.stem.partition("-")[0] for case in CASES} | set(ELSEWHERE)
    assert shown - set(ENTRIES) == set()
