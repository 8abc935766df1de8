"""A rule is off by a reason alone."""

from __future__ import annotations

import pytest

from sitegen.settings.legal import SAMPLE, Legal, reasons


@pytest.mark.parametrize("copied", [SAMPLE, SAMPLE.rstrip("."), f" {SAMPLE} ", "egal", ""])
def test_what_is_copied_from_our_help_is_no_reason(copied: str) -> None:
    assert tuple(reasons(Legal(off={"IMP-003": copied}), ["IMP-003"])) == ()


def test_a_sentence_is_one() -> None:
    assert tuple(reasons(Legal(off="Die Seite ist privat."), ["IMP-003"])) == (("IMP-003", "Die Seite ist privat."),)
