"""Digests of the answers that layouts are given: two answers have the same only where no layout could tell them apart.

Keeps no answers but those that pages share. An entry is digested once in a build, in however many answers it stands: a
long list is told from another by what its entries are known by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from typing import Final, cast

import msgspec

from sitegen.model.entries import Entry
from sitegen.plan.questions.site import Neighbours, YearPosts
from sitegen.plan.terms import TermPosts

Question = tuple[str, ...]
"""The name of the question, then what it is about, each with a letter before it that says what it is."""

_LISTS: Final = (Neighbours, TermPosts, YearPosts)
"""Answers that hold entries beside other things."""


class _Holds(dict[type, bool]):
    """Whether something of a type is an entry, or has any: most of what a long list holds is not and has none."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = issubclass(kind, (Entry, tuple, *_LISTS))
        return self[kind]


_HOLDS: Final = _Holds()


def _encodable(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Collection):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise NotImplementedError


_ENCODE: Final = msgspec.msgpack.Encoder(enc_hook=_encodable, order="deterministic").encode
_ENCODE_IN_ORDER: Final = msgspec.msgpack.Encoder(enc_hook=_encodable).encode
"""For mappings that a layout may go through as they were typed; no set stands in them."""


_MOST: Final = 256
"""Answers whose digests are remembered by themselves; what pages share comes again before so many others."""


def _not_taken(_entry: Entry) -> str:
    return ""


class Digests(dict[Question, str]):
    """The digests of all answers of one build, by question."""

    def __init__(self) -> None:
        super().__init__()
        self.plain: Final[dict[str, object]] = {}
        """Answers that nobody digests, by name (see `asked.PLAIN`)."""
        self.alike: Final[dict[Question, object]] = {}
        """Answers that all pages are given alike, since they are about the site, or about a word."""
        self._latest: dict[int, tuple[object, str]] = {}
        """A few answers by their `id`: some questions, such as for the category of a post, often have the same."""
        self._known: dict[int, str] = {}
        """The digests of entries by their `id`: authors may have no file."""
        self._entries: list[Entry] = []
        """The same, so that nothing else has the `id` of one."""
        self._taken: Callable[[Entry], str] = _not_taken

    def know(self, taken: Callable[[Entry], str]) -> None:
        """`taken` gives the digest of an entry that somebody has taken already; empty for others."""
        self._taken = taken

    def of(self, answer: object) -> str:
        """The digest of an answer; empty where it holds something that is no plain data, or too large."""
        known = self._latest.get(id(answer))
        if known is None:
            if len(self._latest) >= _MOST:
                self._latest.clear()
            known = self._latest[id(answer)] = (answer, self._digest(answer))
        return known[1]

    def _digest(self, answer: object) -> str:
        encode = _ENCODE_IN_ORDER if isinstance(answer, (dict, list)) else _ENCODE
        try:
            return hashlib.blake2b(encode(self._short(answer)), digest_size=8).hexdigest()
        except (TypeError, ValueError, NotImplementedError, OverflowError, RecursionError):
            return ""

    def _short(self, answer: object) -> object:
        """The answer with digests in place of entries."""
        if not _HOLDS[type(answer)]:
            return answer
        if isinstance(answer, Entry):
            return self._of_entry(answer)
        parts = answer if isinstance(answer, tuple) else msgspec.structs.astuple(cast("msgspec.Struct", answer))
        kinds = set(map(type, parts))
        if not any(map(_HOLDS.__getitem__, kinds)):
            return parts
        are_entries = all(issubclass(kind, Entry) for kind in kinds)
        return self._of_entries(parts) if are_entries else list(map(self._short, parts))

    def _of_entries(self, entries: tuple[Entry, ...]) -> list[str]:
        """One for each of thousands, most of which stand in other answers as well."""
        try:
            return list(map(self._known.__getitem__, map(id, entries)))
        except KeyError:
            return [self._of_entry(entry) for entry in entries]

    def _of_entry(self, entry: Entry) -> str:
        digest = self._known.get(id(entry))
        if digest is None:
            digest = self._taken(entry) or hashlib.blake2b(_ENCODE(entry), digest_size=16).hexdigest()
            self._known[id(entry)] = digest
            self._entries.append(entry)
        return digest
