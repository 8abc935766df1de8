"""Layouts that this process has compiled already: whoever builds a site again compiles only what has changed.

Never touches the disk. What a layout was compiled from is its key, so nothing here can be stale.
"""

from __future__ import annotations

from types import CodeType
from typing import Final

import jinja2
from jinja2.bccache import Bucket

from sitegen.text.locales import Language

_COMPILED: Final[dict[tuple[Language, str], tuple[str, CodeType]]] = {}
"""By language, since constants are worked out while compiling, and by name and file: digest of the text, and code."""


class CompiledLayouts(jinja2.BytecodeCache):
    """What jinja asks before it compiles."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand over the code of a layout whose text is the same."""
        checksum, code = _COMPILED.get((self._language, bucket.key), ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a layout; an older one goes."""
        if bucket.code is not None:
            _COMPILED[self._language, bucket.key] = (bucket.checksum, bucket.code)
