"""Layouts that were compiled already, by this process or by one before it: only what has changed is compiled again.

Never touches the disk; whoever keeps a cache hands in what it holds, and gets what it should hold (`Shelf.kept`). What
a layout was compiled from is its key, so nothing here can be stale; that it was compiled by the same code and libraries
is for the cache to see to.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from types import CodeType
from typing import Final

import jinja2
import msgspec
from jinja2.bccache import Bucket

from sitegen.text.locales import Language


class KeptCode(msgspec.Struct, frozen=True, array_like=True):
    """A compiled layout as bytes; of no use to another Python."""

    checksum: str
    """The digest of the layout's text."""
    code: bytes


class Compiled:
    """Layouts of any site in any language; handed from build to build by whoever makes several."""

    def __init__(self) -> None:
        self._codes: Final[dict[str, tuple[str, CodeType]]] = {}

    def in_language(self, language: Language, kept: Mapping[str, KeptCode] | None = None) -> Shelf:
        """What Jinja asks before it compiles; `kept` is what a process before this one has compiled."""
        return Shelf(language, self._codes, kept or {})


class Shelf(jinja2.BytecodeCache):
    """The layouts of one build."""

    def __init__(
        self, language: Language, codes: dict[str, tuple[str, CodeType]], kept: Mapping[str, KeptCode]
    ) -> None:
        self._language = language
        self._codes = codes
        """By language, since constants are worked out while compiling, and by name and file: digest of the text, and
        code."""
        self._kept = kept
        self._used: set[str] = set()

    @property
    def kept(self) -> dict[str, KeptCode]:
        """What a later process may want: all that was handed in, with what this build has used in its place."""
        used = {place: self._codes[place] for place in sorted(self._used)}
        fresh = {
            place: KeptCode(checksum, marshal.dumps(code))
            for place, (checksum, code) in used.items()
            if place not in self._kept or self._kept[place].checksum != checksum
        }
        return {**self._kept, **fresh}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over the code of a layout whose text is the same."""
        place = self._place(bucket)
        checksum, code = self._codes.get(place, ("", None))
        kept = self._kept.get(place)
        if checksum == bucket.checksum:
            bucket.code = code
        elif kept and kept.checksum == bucket.checksum:
            bucket.code = marshal.loads(kept.code)  # noqa: S302 - the cache has seen that it is whole
        self._keep(place, bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a layout; an older one goes."""
        self._keep(self._place(bucket), bucket)

    def _keep(self, place: str, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[place] = (bucket.checksum, bucket.code)
            self._used.add(place)

    def _place(self, bucket: Bucket) -> str:
        return f"{self._language} {bucket.key}"
