"""The layouts of a site: how they stand, what was compiled of them, and which of their blocks no page shows.

A copy of this process compiles those of a first build: while others render its texts, and once for all that will be at
work at pages. Nothing depends on it: how layouts stand is seen again when pages are planned, and what was made of
another text is of no use then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.build.errand import Errand
from sitegen.build.memory.folder_digest import digest_of_folder
from sitegen.build.memory.memo import Memo, key_of
from sitegen.diagnostics import Diagnostic
from sitegen.render.compiled import Compiled, KeptCode
from sitegen.render.layouts import Layouts
from sitegen.settings.packaged import packaged_folder
from sitegen.text.locales import Language

if TYPE_CHECKING:  # not imported before a layout is another
    from sitegen.render.blocks import Outline

LAYOUTS: Final = "layouts"
"""What compiled layouts are kept under."""
_BLOCKS: Final = "blocks"
_OUTLINE: Final = "outline"


class Ready(msgspec.Struct, frozen=True, array_like=True):
    """What was made of layouts before a page asked for them."""

    digests: tuple[str, ...]
    """Of all layouts, from before the first was read."""
    unseen: tuple[Diagnostic, ...]
    outlines: dict[str, bytes]
    """What each says of blocks, as the memo keeps it."""
    compiled: dict[str, KeptCode]


def digests_of_layouts(root: Path, theme: str) -> tuple[str, ...]:
    """That of the theme, which is known, and that of the site's own folder."""
    return (theme, digest_of_folder(root / "layouts"))


def layouts_of(root: Path, language: Language, memo: Memo, *, compiled: Compiled | None = None) -> Layouts:
    """The layouts of the site, in front of the theme's; `compiled` holds those that this process has compiled."""
    kept = memo.known_together(LAYOUTS, KeptCode)
    return Layouts(root / "layouts", packaged_folder("layouts"), language, compiled=compiled, kept=kept)


def block_findings(root: Path, digests: tuple[str, ...], memo: Memo) -> tuple[Diagnostic, ...]:
    """What the site's own layouts have that no page shows; `digests` are those of all layouts.

    Jinja takes longer to read a layout than it takes to make a page: after an edit it reads the one that is another.
    """

    def outline_of(path: Path) -> Outline:
        from sitegen.render.blocks import Outline, outline

        text = path.read_bytes()
        return memo.remember(_OUTLINE, key_of(text), partial(outline, text), type=Outline)

    return memo.remember(_BLOCKS, key_of(*digests), partial(_unseen, root, outline_of), type=tuple[Diagnostic, ...])


@contextmanager
def compiled_meanwhile(root: Path, language: Language, memo: Memo, *, theme: str) -> Iterator[None]:
    """What pages of a first build will ask for, made elsewhere and left in `memo` in the end; `theme` as for `plan`."""
    errand = Errand(partial(_ready, root, language, theme))
    try:
        yield
        ready = errand.answer(Ready)
    finally:
        errand.end()
    memo.put(_BLOCKS, key_of(*ready.digests), ready.unseen)
    for key, outline in ready.outlines.items():
        memo.put_encoded(_OUTLINE, key, outline)
    memo.keep_together(LAYOUTS, ready.compiled)


def _ready(root: Path, language: Language, theme: str) -> Ready:
    from sitegen.render.blocks import outline

    digests = digests_of_layouts(root, theme)
    layouts = Layouts(root / "layouts", packaged_folder("layouts"), language)
    layouts.get_ready()
    outlines: dict[str, bytes] = {}

    def outline_of(path: Path) -> Outline:
        text = path.read_bytes()
        found = outline(text)
        outlines[key_of(text)] = msgspec.msgpack.encode(found)
        return found

    unseen = _unseen(root, outline_of)
    return Ready(digests=digests, unseen=unseen, outlines=outlines, compiled=layouts.compiled)


def _unseen(root: Path, outline_of: Callable[[Path], Outline]) -> tuple[Diagnostic, ...]:
    own = root / "layouts"
    if not own.is_dir():
        return ()
    from sitegen.render.blocks import unseen_blocks

    return unseen_blocks(own, packaged_folder("layouts"), read=outline_of)
