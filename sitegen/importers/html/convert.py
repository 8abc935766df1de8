"""The one way from HTML to Markdown: `markdown_of`. Where links and pictures lead from now on is the caller's matter.

What cannot be carried over as it was comes back as a note, so that nothing is lost in silence. Never fails: any string
has a Markdown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.importers.html.block_elements import BLOCKS
from sitegen.importers.html.figures import figure_elements
from sitegen.importers.html.inline_elements import INLINE, abbreviation_lines
from sitegen.importers.html.media import MEDIA
from sitegen.importers.html.nodes import parsed
from sitegen.importers.html.notes import AsWritten, Note, Rewriter
from sitegen.importers.html.reader import Handler, Reader
from sitegen.importers.html.tables import read_table
from sitegen.importers.html.tree import Block, Footnote, Rule, Verbatim
from sitegen.importers.html.verbatim import verbatim
from sitegen.importers.html.writing import written

__all__ = ["AsWritten", "Converted", "Note", "Rewriter", "markdown_of", "verbatim"]

HANDLERS: Final[Mapping[str, Handler]] = {
    **INLINE,
    **BLOCKS,
    **MEDIA,
    **figure_elements({tag: BLOCKS[tag] for tag in ("div", "ul", "dl")}),
    "table": read_table,
}
"""Who reads which element."""


class Converted(msgspec.Struct, frozen=True, kw_only=True):
    """A text in our Markdown; ends with a line feed unless it is empty."""

    markdown: str
    notes: tuple[Note, ...] = ()


def markdown_of(html: str, *, rewrite: Rewriter) -> Converted:
    """`html`, a fragment or a page, as Markdown.

    What is only looks (fonts, colours, positions) is left out without a note.
    """
    reader = Reader(parsed(html), rewrite=rewrite, handlers=HANDLERS)
    blocks = _without_last_rule(reader.text())
    if abbreviations := abbreviation_lines(reader):
        blocks = [*blocks, Verbatim(markdown=abbreviations)]
    return Converted(markdown=written(blocks), notes=tuple(reader.notes))


def _without_last_rule(blocks: list[Block]) -> list[Block]:
    """The line that Word draws above its footnotes goes with them."""
    first = next((index for index, block in enumerate(blocks) if isinstance(block, Footnote)), 0)
    if first and isinstance(blocks[first - 1], Rule):
        return [*blocks[: first - 1], *blocks[first:]]
    return blocks
