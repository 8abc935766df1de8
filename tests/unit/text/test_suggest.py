from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.suggest import Words, closest

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


NAMES = st.text("abcde_é", min_size=1, max_size=20)
"""Folded as they are, and near enough to one another."""


@given(st.lists(NAMES, max_size=30), st.lists(NAMES, min_size=1, max_size=5), st.sampled_from([0.0, 0.6, 0.75, 1.0]))
def test_what_difflib_holds_nearest_is_nearest(known: list[str], typed: list[str], cutoff: float) -> None:
    words = Words(known)
    for word in (*typed, *known[:2], *(f"{each}{each}" for each in known[:2])):
        assert words.closest(word, cutoff=cutoff) == next(iter(get_close_matches(word, known, 1, cutoff)), None)
