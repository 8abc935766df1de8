"""Long sequences of which a build looks at little: kept in pieces, each taken apart when somebody asks for one of it.

Pure values; whoever keeps them says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Any, Final, TypeVar, overload

import msgspec

T = TypeVar("T")

_LONG: Final = 256
"""Values in a piece; all but the last are as long."""


class Pieces(Sequence[T]):
    """A sequence that was kept as `pieces_of` made it."""

    def __init__(self, pieces: Sequence[msgspec.Raw], *, type: Any, kinds: Sequence[AbstractSet[str]] = ()) -> None:  # noqa: A002, ANN401 - the name msgspec gives it; any type
        """`type` is that of a value; `kinds` are those of the values in each piece, where there is such a thing."""
        self._pieces = pieces
        self._kinds = kinds
        self._type = type
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

    def those(self, numbers: Iterable[int]) -> list[T]:
        """The values with these numbers; whole sites ask for those of each page."""
        known = self._known
        try:
            return [known[number // _LONG][number % _LONG] for number in numbers]
        except KeyError:
            return [self[number] for number in numbers]

    @property
    def kept(self) -> tuple[msgspec.Raw, ...]:
        """As `pieces_of` makes them."""
        return tuple(self._pieces)

    def replaced(self, others: Mapping[int, T]) -> Pieces[T]:
        """The same with other values at these numbers."""
        pieces = list(self._pieces)
        for number in {at // _LONG for at in others}:
            first = number * _LONG
            values = (others.get(at, value) for at, value in enumerate(self._piece(number), first))
            pieces[number] = msgspec.Raw(msgspec.msgpack.encode(tuple(values)))
        return Pieces[T](pieces, type=self._type)

    def near(self, words: Iterable[str], *, usual: AbstractSet[str] = frozenset()) -> Iterator[tuple[int, T]]:
        """The values with their numbers, of all pieces that hold one of the `words` or a kind that is not `usual`."""
        needles = [msgspec.msgpack.encode(word) for word in words]
        for number, piece in enumerate(self._pieces):
            is_unusual = bool(self._kinds) and not self._kinds[number] <= usual
            if is_unusual or any(needle in bytes(piece) for needle in needles):
                yield from enumerate(self._piece(number), number * _LONG)

    def _piece(self, number: int) -> tuple[T, ...]:
        if number not in self._known:
            self._known[number] = self._decode(self._pieces[number])
        return self._known[number]


def replaced(values: Sequence[T], others: Mapping[int, T]) -> Sequence[T]:
    """The same with other values at these numbers, and in pieces if they were."""
    if isinstance(values, Pieces):
        return values.replaced(others)
    return tuple(others.get(number, value) for number, value in enumerate(values))


def those(values: Sequence[T], numbers: Iterable[int]) -> list[T]:
    """The values with these numbers, whether they are in pieces or not."""
    return values.those(numbers) if isinstance(values, Pieces) else [values[number] for number in numbers]


def numbered_near(
    values: Sequence[T], words: Iterable[str], *, usual: AbstractSet[str] = frozenset()
) -> Iterable[tuple[int, T]]:
    """Values with their numbers: where they are in pieces, those of `Pieces.near`, else all."""
    return values.near(words, usual=usual) if isinstance(values, Pieces) else enumerate(values)


def kinds_of(values: Iterable[Sequence[str]]) -> tuple[frozenset[str], ...]:
    """For each piece of `values`, which begin with their kind, those that it holds."""
    kinds = [value[0] for value in values]
    return tuple(frozenset(kinds[first : first + _LONG]) for first in range(0, len(kinds), _LONG))


def pieces_of(values: Iterable[object]) -> tuple[msgspec.Raw, ...]:
    """The same in MessagePack."""
    if isinstance(values, Pieces):
        return values.kept
    every = tuple(values)
    pieces = (every[first : first + _LONG] for first in range(0, len(every), _LONG))
    return tuple(msgspec.Raw(msgspec.msgpack.encode(piece)) for piece in pieces)
