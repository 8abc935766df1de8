"""Layouts that a process has compiled already: whoever builds a site again compiles only what has changed.

Never touches the disk. What a layout was compiled from is its key, so nothing here can be stale.
"""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from sitegen.text.locales import Language


class Compiled:
    """Layouts of any site in any language; handed from build to build by whoever makes several."""

    def __init__(self) -> None:
        self._codes: dict[tuple[Language, str], tuple[str, CodeType]] = {}
        """By language, since constants are worked out while compiling, and by name and file: digest of the text, and
        code."""

    def in_language(self, language: Language) -> jinja2.BytecodeCache:
        """What jinja asks before it compiles."""
        return _Shelf(language, self._codes)


class _Shelf(jinja2.BytecodeCache):
    def __init__(self, language: Language, codes: dict[tuple[Language, str], tuple[str, CodeType]]) -> None:
        self._language = language
        self._codes = codes

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over the code of a layout whose text is the same."""
        checksum, code = self._codes.get((self._language, bucket.key), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a layout; an older one goes."""
        if bucket.code is not None:
            self._codes[self._language, bucket.key] = (bucket.checksum, bucket.code)
