"""A sequence in pieces is the sequence it was made of, and is taken apart where somebody looks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.memory.pieces import Pieces, kinds_of, numbered_near, pieces_of, replaced, those


@given(st.integers(0, 900), st.data())
def test_what_was_kept_is_what_is_there(length: int, data: st.DataObject) -> None:
    values = tuple((str(number), "b") for number in range(length))
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(pieces_of(values)), type=tuple[msgspec.Raw, ...])
    pieces = Pieces[tuple[str, ...]](kept, type=tuple[str, ...])
    numbers = data.draw(st.lists(st.integers(0, length - 1), max_size=4)) if values else []
    assert those(pieces, numbers) == those(values, numbers) == [values[number] for number in numbers]
    if values:
        at = data.draw(st.integers(-length, length - 1))
        assert pieces[at] == values[at]
    assert len(pieces) == length
    assert tuple(pieces) == values
    assert pieces[3:7] == values[3:7]
    assert those(pieces, numbers) == those(values, numbers)


def test_some_values_are_replaced_and_the_rest_stays() -> None:
    values = tuple(f"w{number}" for number in range(900))
    others = {0: "a", 300: "b", 301: "c", 899: "d"}
    wanted = tuple(others.get(number, value) for number, value in enumerate(values))
    pieces = Pieces[str](pieces_of(values), type=str)
    changed = replaced(pieces, others)
    assert tuple(changed) == tuple(replaced(values, others)) == wanted
    assert tuple(pieces) == values
    assert isinstance(changed, Pieces)
    assert tuple(Pieces[str](pieces_of(changed), type=str)) == wanted
    assert changed.kept[2] is pieces.kept[2], "a piece without another value is what it was"


def test_what_is_looked_for_is_near() -> None:
    values = tuple(("selten" if number == 300 else "oft", f"e{number}") for number in range(900))
    pieces = Pieces[tuple[str, ...]](pieces_of(values), type=tuple[str, ...], kinds=kinds_of(values))
    assert [number for number, _ in pieces.near(["e7"], usual=frozenset({"oft", "selten"}))] == [*range(256)]
    assert [number for number, _ in pieces.near([], usual=frozenset({"oft"}))] == [*range(256, 512)]
    assert dict(numbered_near(pieces, ["e899"], usual=frozenset({"oft", "selten"})))[899] == values[899]
    assert [*numbered_near(values, [])] == [*enumerate(values)]
    assert [*Pieces[str](pieces_of(["x"] * 300 + [""]), type=str).near([""])][-1] == (300, "")


def test_only_what_is_looked_at_is_taken_apart() -> None:
    first, *_ = pieces_of(range(1000))
    pieces = Pieces[int]((first, msgspec.Raw(b"nothing"), msgspec.Raw(b"nothing")), type=int)
    assert pieces[7] == 7
    with pytest.raises(msgspec.DecodeError):
        _ = pieces[300]
