"""A sequence in pieces is the sequence it was made of, and is taken apart where somebody looks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build.pieces import Pieces, pieces_of


@given(st.integers(0, 900), st.data())
def test_what_was_kept_is_what_is_there(length: int, data: st.DataObject) -> None:
    values = tuple((str(number), "b") for number in range(length))
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(pieces_of(values)), type=tuple[msgspec.Raw, ...])
    pieces = Pieces[tuple[str, ...]](kept, type=tuple[str, ...])
    if values:
        at = data.draw(st.integers(-length, length - 1))
        assert pieces[at] == values[at]
    assert len(pieces) == length
    assert tuple(pieces) == values
    assert pieces[3:7] == values[3:7]


def test_only_what_is_looked_at_is_taken_apart() -> None:
    first, *_ = pieces_of(range(1000))
    pieces = Pieces[int]((first, msgspec.Raw(b"nothing"), msgspec.Raw(b"nothing")), type=int)
    assert pieces[7] == 7
    with pytest.raises(msgspec.DecodeError):
        _ = pieces[300]
