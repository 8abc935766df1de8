"""Long sequences of which a build looks at little: kept in pieces, each taken apart when somebody asks for one of it.

Pure values; whoever keeps them says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, TypeVar, overload

import msgspec

T = TypeVar("T")

_LONG: Final = 256
"""Values in a piece; all but the last are as long."""


class Pieces(Sequence[T]):
    """A sequence that was kept as `pieces_of` made it."""

    def __init__(self, pieces: Sequence[msgspec.Raw], *, type: Any) -> None:  # noqa: A002, ANN401 - the name msgspec gives it; any type
        """`type` is that of a value."""
        self._pieces = pieces
        self._decode: Final = msgspec.msgpack.Decoder(tuple[type, ...]).decode
        self._known: dict[int, tuple[T, ...]] = {}

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(self)[at]
        number = at if at >= 0 else len(self) + at
        return self._piece(number // _LONG)[number % _LONG]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(self._piece, range(len(self._pieces))))

    def __len__(self) -> int:
        before = len(self._pieces) - 1
        return before * _LONG + len(self._piece(before)) if self._pieces else 0

    def _piece(self, number: int) -> tuple[T, ...]:
        if number not in self._known:
            self._known[number] = self._decode(self._pieces[number])
        return self._known[number]


def pieces_of(values: Iterable[object]) -> tuple[msgspec.Raw, ...]:
    """The same in MessagePack."""
    every = tuple(values)
    pieces = (every[first : first + _LONG] for first in range(0, len(every), _LONG))
    return tuple(msgspec.Raw(msgspec.msgpack.encode(piece)) for piece in pieces)
