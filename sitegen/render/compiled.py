"""Layouts that have been compiled already: whoever builds a site again compiles only what has changed.

Never touches the disk. What a layout was compiled from is its key, so nothing here can be stale.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable
from types import CodeType

import jinja2
import msgspec
from jinja2.bccache import Bucket

from sitegen.text.locales import Language

_DIGEST_SIZE = 8

_Place = tuple[Language, str]
"""The language, since constants are worked out while compiling, and jinja's key of name and file."""


class KeptLayout(msgspec.Struct, frozen=True, kw_only=True):
    """A compiled layout on its way to another process of the same code and the same Python."""

    language: Language
    key: str
    """Jinja's, of its name and file."""
    checksum: str
    """Jinja's, of its text."""
    code: bytes
    """As `marshal` writes it, behind the digest of that: what is damaged would end the process."""


class Compiled:
    """Layouts of any site in any language; handed from build to build by whoever makes several."""

    def __init__(self) -> None:
        self._codes: dict[_Place, tuple[str, CodeType]] = {}
        """Checksum of the text, and code."""
        self._kept: dict[_Place, KeptLayout] = {}
        """Those of another process that nobody has asked for yet."""
        self._added: set[_Place] = set()

    def in_language(self, language: Language) -> jinja2.BytecodeCache:
        """What jinja asks before it compiles."""
        return _Shelf(language, self)

    def take(self, kept: Iterable[KeptLayout]) -> None:
        """Know what another process has compiled."""
        self._kept.update({(one.language, one.key): one for one in kept})

    def added(self) -> tuple[KeptLayout, ...]:
        """What has been compiled here since the last call."""
        places, self._added = sorted(self._added), set()
        return tuple(
            KeptLayout(language=place[0], key=place[1], checksum=checksum, code=_packed(code))
            for place in places
            for checksum, code in (self._codes[place],)
        )

    def find(self, place: _Place, checksum: str) -> CodeType | None:
        """The code of a layout whose text is the same."""
        found = self._codes.get(place)
        if found and found[0] == checksum:
            return found[1]
        kept = self._kept.pop(place, None)
        code = _unpacked(kept.code) if kept and kept.checksum == checksum else None
        if code is not None:
            self._codes[place] = (checksum, code)
        return code

    def add(self, place: _Place, checksum: str, code: CodeType) -> None:
        """Keep the code of a layout; an older one goes."""
        self._codes[place] = (checksum, code)
        self._added.add(place)


class _Shelf(jinja2.BytecodeCache):
    def __init__(self, language: Language, compiled: Compiled) -> None:
        self._language = language
        self._compiled = compiled

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.find((self._language, bucket.key), bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._compiled.add((self._language, bucket.key), bucket.checksum, bucket.code)


def _packed(code: CodeType) -> bytes:
    content = marshal.dumps(code)
    return _digest_of(content) + content


def _unpacked(packed: bytes) -> CodeType | None:
    """The code; None where the bytes are not those that were packed."""
    digest, content = packed[:_DIGEST_SIZE], packed[_DIGEST_SIZE:]
    if digest != _digest_of(content):
        return None
    code = marshal.loads(content)  # noqa: S302 - from the site's own cache, which holds its pages as well
    return code if isinstance(code, CodeType) else None


def _digest_of(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).digest()
