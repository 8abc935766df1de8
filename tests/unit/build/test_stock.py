"""What is kept as a whole and as what differs from it is what was kept, whatever came in between."""

from __future__ import annotations

from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.memory.memo import Memo
from sitegen.build.memory.stock import Since, Stock, since_then, stock_of, values_now

VALUES = st.dictionaries(st.text(max_size=2), st.integers(0, 3), max_size=6)
MANY = {str(number): number for number in range(1000)}


@given(before=VALUES, now=VALUES)
def test_the_difference_gives_back_what_was_kept(before: dict[str, int], now: dict[str, int]) -> None:
    stock = stock_of(before)
    since = since_then(now, stock)
    assert since is not None
    assert values_now(stock, since) == now
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(since), type=Since[int])
    assert values_now(msgspec.msgpack.decode(msgspec.msgpack.encode(stock), type=Stock[int]), again) == now


def test_a_small_change_is_a_small_difference() -> None:
    stock = stock_of(MANY)
    assert since_then({**MANY, "7": 8, "neu": 1}, stock) == Since(stock.name, {"7": 8, "neu": 1})


def test_a_large_one_is_none() -> None:
    assert since_then({key: value + 1 for key, value in MANY.items()}, stock_of(MANY)) is None
    assert since_then({}, stock_of(MANY)) is None


def test_without_a_whole_there_is_no_difference() -> None:
    assert since_then({}, Stock()) is None
    assert values_now(Stock(), Since()) is None


def test_a_difference_belongs_to_one_whole() -> None:
    since = since_then(MANY, stock_of(MANY))
    assert since is not None
    assert values_now(stock_of(MANY), since) is None


def test_builds_keep_together_what_they_used(tmp_path: Path) -> None:
    """Whole, little, little again, nothing new, half of it gone: each build finds what the one before has used."""
    states: tuple[dict[str, int], ...] = (
        MANY,
        {**MANY, "1": -1},
        {**MANY, "2": -2},
        {**MANY, "2": -2},
        {"1": 1, "2": 2},
        {},
    )
    before: dict[str, int] = {}
    for values in states:
        with Memo.open(tmp_path, version="v1", today=1) as memo:
            assert memo.known_together("number", int) == before
            memo.keep_together("number", values)
            memo.save()
        before = values
