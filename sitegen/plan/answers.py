"""Digests of the answers that layouts are given: two answers have the same only where no layout could tell them apart.

Never keeps an answer. An entry is digested once in a build, in however many answers it stands: a long list is told from
another by what its entries are known by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from functools import cache
from typing import Final

import msgspec

from sitegen.model.entries import Entry
from sitegen.plan.questions import Neighbours, YearPosts
from sitegen.plan.terms import TermPosts

Question = tuple[str, ...]
"""The name of the question, then what it is about, each with a letter before it that says what it is."""

_LISTS: Final = (Neighbours, TermPosts, YearPosts)
"""Answers that hold entries beside other things."""


@cache
def _may_hold_entries(kind: type) -> bool:
    """Whether something of this type is an entry, or has any: most of what a long list holds is not and has none."""
    return issubclass(kind, (Entry, tuple, *_LISTS))


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Collection):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise NotImplementedError


_ENCODE: Final = msgspec.msgpack.Encoder(enc_hook=_encodable, order="deterministic").encode
_ENCODE_IN_ORDER: Final = msgspec.msgpack.Encoder(enc_hook=_encodable).encode
"""For mappings that a layout may go through as they were typed; no set stands in them."""


def _not_taken(_entry: Entry) -> str:
    return ""


class Digests(dict[Question, str]):
    """The digests of all answers of one build, by question."""

    def __init__(self) -> None:
        super().__init__()
        self._of_entries: dict[str, tuple[Entry, str]] = {}
        self._taken: Callable[[Entry], str] = _not_taken

    def know(self, taken: Callable[[Entry], str]) -> None:
        """`taken` gives the digest of an entry that somebody has taken already; empty for others."""
        self._taken = taken

    def of(self, answer: object) -> str:
        """The digest of an answer; empty where it holds something that is no plain data, or too large."""
        encode = _ENCODE_IN_ORDER if isinstance(answer, (dict, list)) else _ENCODE
        try:
            return hashlib.blake2b(encode(self._short(answer)), digest_size=8).hexdigest()
        except (TypeError, ValueError, NotImplementedError, OverflowError, RecursionError):
            return ""

    def _short(self, answer: object) -> object:
        """The answer with digests in place of entries."""
        if isinstance(answer, Entry):
            return self._of_entry(answer)
        if isinstance(answer, tuple):
            parts = answer
        elif isinstance(answer, _LISTS):
            parts = msgspec.structs.astuple(answer)
        else:
            return answer
        return [self._short(part) if _may_hold_entries(type(part)) else part for part in parts]  # type: ignore[arg-type] # types are hashable

    def _of_entry(self, entry: Entry) -> str:
        known, digest = self._of_entries.get(entry.source, (None, ""))
        if known is not entry:
            digest = self._taken(entry) or hashlib.blake2b(_ENCODE(entry), digest_size=16).hexdigest()
            self._of_entries[entry.source] = (entry, digest)
        return digest
