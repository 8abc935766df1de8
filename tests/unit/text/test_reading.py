from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.reading import WORD, count_words, reading_minutes


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (329, 1), (330, 2), (549, 2), (550, 3)])
def test_minutes_are_the_nearest_and_never_none(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" – … „“ ", 0),
        ("Ein kurzer Satz.", 3),
        ("Die E-Mail-Verwaltung", 2),
        ("Auftraggeber/-in", 2),
        ("Wie geht’s? Wie geht's?", 4),
        ("1.234,50 € um 9:30", 3),
        ("Daten\u00adschutz fu\u0308r alle", 3),
        ("Ende.Anfang", 2),
        ("z.\u00a0B. so", 3),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.text("ab1 2.,:-'_\u00adä–„“’…€\u2010\u0308č*\n²", max_size=12))
def test_counting_by_kinds_finds_as_many_as_the_expression(text: str) -> None:
    assert count_words(text) == len(WORD.findall(text))
