"""Which comment is meant."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sitegen.comments.choosing import NotChosen, chosen, ordered, short_id
from sitegen.model.comments.comment import Comment


def comment(name: str, *, day: int) -> Comment:
    return Comment(id=f"01KAK5W3Q0D1VAH1H4KZT700{name}", post="a", date=datetime(2026, 11, day, tzinfo=UTC))


OLD, NEW, FIRST, LAST = (comment(name, day=day) for name, day in (("AA", 1), ("AB", 2), ("BA", 3), ("BB", 4)))
SHELF = ordered([NEW, OLD], [FIRST, LAST])


def test_the_oldest_that_waits_comes_first_and_the_newest_published_after_them() -> None:
    assert SHELF.all == (OLD, NEW, LAST, FIRST)


@pytest.mark.parametrize(("word", "meant"), [("00AB", NEW), ("00ab", NEW), (LAST.id, LAST)])
def test_by_the_end_of_the_id(word: str, meant: Comment) -> None:
    assert chosen(word, SHELF.all) == meant
    assert chosen(short_id(meant), SHELF.all) == meant


@pytest.mark.parametrize(("word", "reason"), [("1", "none"), ("AA", "none"), ("WXYZ", "none"), ("01KA", "several")])
def test_nothing_is_guessed(word: str, reason: str) -> None:
    assert chosen(word, SHELF.all) == NotChosen(reason=reason, word=word)  # type: ignore[arg-type]
