"""Compiled layouts, handed from one process to the next through the site's cache.

All of a site are one value: they are asked for in one breath, and copies of the process that render pages need no
cache. The cache is named after the running code and its Python, so a layout is never run by another.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sitegen.build.memo import Memo, key_of
from sitegen.render.compiled import Compiled, KeptLayout

_KIND: Final = "layouts"


def recall_layouts(compiled: Compiled, memo: Memo, root: Path) -> None:
    """Let `compiled` know what earlier builds of the site in `root` have compiled."""
    compiled.take(_kept(memo, root))


def keep_layouts(compiled: Compiled, memo: Memo, root: Path) -> None:
    """Keep what this build has compiled, beside what earlier ones have; writes nothing where that is nothing."""
    if added := compiled.added():
        known = {(one.language, one.key): one for one in (*_kept(memo, root), *added)}
        memo.put(_KIND, _key(root), tuple(known.values()))


def _kept(memo: Memo, root: Path) -> tuple[KeptLayout, ...]:
    key = _key(root)
    return memo.get_many(_KIND, (key,), type=tuple[KeptLayout, ...]).get(key, ())


def _key(root: Path) -> str:
    """By the folder, since compiled layouts name their files for who reads of a fault in them."""
    return key_of(str(root.resolve()))
