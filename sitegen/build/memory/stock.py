"""Large mappings, kept as a whole once and from then on as what differs from that: a small change is a small write.

Pure values; whoever keeps them says where. A difference that belongs to another whole counts as lost, so whole and
difference may be written one after the other, and anything may fail in between.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from itertools import compress, filterfalse, islice
from operator import is_not
from typing import Final, Generic, TypeVar

import msgspec

T = TypeVar("T")

_SOME: Final = 64
_PART: Final = 16
"""The whole is written anew when more than a few values differ, and more than this part of all."""


class Stock(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """All values by key, as they once were."""

    name: str = ""
    """By which differences know it; no other has it."""
    values: dict[str, T] = {}


class Since(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """What has changed since then."""

    stock: str = ""
    changed: dict[str, T] = {}
    gone: tuple[str, ...] = ()


def stock_of(values: Mapping[str, T]) -> Stock[T]:
    """All `values`, to be kept."""
    return Stock(os.urandom(12).hex(), dict(values))


def since_then(values: Mapping[str, T], stock: Stock[T]) -> Since[T] | None:
    """How `values` differ from `stock`; None where it is better to keep all of them."""
    before = stock.values
    others = compress(values.items(), map(is_not, map(before.get, values), values.values()))
    most = max(_SOME, len(values) // _PART)
    changed = dict(islice((both for both in others if before.get(both[0]) != both[1]), most + 1))
    gone = tuple(sorted(filterfalse(values.__contains__, before)))
    if not stock.name or len(changed) + len(gone) > most:
        return None
    return Since(stock.name, changed, gone)


def kept_since(values: Mapping[str, T], stock: Stock[T], keep: Callable[[Stock[T]], None]) -> tuple[Stock[T], Since[T]]:
    """`values` as a whole and what differs from it; `keep` is called with the whole where that is another one."""
    since = since_then(values, stock)
    if since is None:
        stock = stock_of(values)
        keep(stock)
        since = Since(stock.name)
    return stock, since


def values_now(stock: Stock[T], since: Since[T]) -> dict[str, T] | None:
    """The values that were kept; None where the two do not belong together."""
    if not stock.name or since.stock != stock.name:
        return None
    values = stock.values | since.changed
    for key in since.gone:
        del values[key]
    return values
