"""Layouts that are compiled once in a process, wherever they lie: nearly all test sites are made of the same ones.

The program's own shelf asks for the same file, since a site stays where it is; each test has a folder of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from sitegen.render.compiled import Compiled, KeptCode, Shelf
from sitegen.text.locales import Language

_Key = tuple[Language, str, str]


class CompiledOnce(Compiled):
    """Layouts by language, name and text."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[_Key, CodeType] = {}

    def in_language(self, language: Language, _kept: Mapping[str, KeptCode] | None = None) -> Shelf:
        """What jinja asks before it compiles; sites keep nothing of it."""
        return _Shelf(language, self._made)


class _Shelf(Shelf):
    def __init__(self, language: Language, made: dict[_Key, CodeType]) -> None:
        super().__init__(language, {}, {})
        self._made = made

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The code of a layout of this name and text, as if it had been compiled from this file."""
        bucket = Bucket(environment, name, source)
        made = self._made.get((self._language, name, source))
        if made is not None:
            bucket.code = _as_from(filename or "<template>", made)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a layout."""
        if bucket.code is not None:
            self._made[self._language, bucket.key, bucket.checksum] = bucket.code


def _as_from(filename: str, code: CodeType) -> CodeType:
    """The same code, whose errors name this file."""
    if code.co_filename == filename:
        return code
    inner = tuple(_as_from(filename, each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_filename=filename, co_consts=inner)


COMPILED = CompiledOnce()
"""Of all sites of this process."""
