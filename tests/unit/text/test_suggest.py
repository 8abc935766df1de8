from __future__ import annotations

import pytest

from sitegen.text.suggest import closest

KEYS = ("title", "date", "updated", "draft", "tags", "summary", "schlagwörter", "price-from", "ad", "ai")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("dte", "date"),
        ("sumary", "summary"),
        ("schlagwoerter", "schlagwörter"),
        ("SCHLAGWÖRTER", "schlagwörter"),
        ("schlagwo\u0308rter", "schlagwörter"),
        ("schlagworter", "schlagwörter"),
        ("price_from", "price-from"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_known_word_is_suggested(typed: str, meant: str | None) -> None:
    assert closest(typed, KEYS) == meant


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert closest("tat", ["tag", "tal", "tau"]) == closest("tat", ["tau", "tal", "tag"])


def test_a_stricter_cutoff_suggests_less() -> None:
    assert closest("titel", KEYS, cutoff=0.9) is None


def test_nothing_known_means_nothing_suggested() -> None:
    assert closest("titel", []) is None
