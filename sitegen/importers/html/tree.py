"""What a text consists of on its way from HTML to Markdown: blocks, and runs of letters with the marks upon them.

Data only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

MarkKind = Literal["strong", "em", "del", "link", "span", "html"]
RunKind = Literal["text", "break", "code", "picture", "footnote", "verbatim"]


class Mark(NamedTuple):
    """What lies upon a run: emphasis, a link, raw tags. Two marks of one element are equal, of two elements are not."""

    kind: MarkKind
    number: int
    data: str = ""
    """The address of a link, the attributes of a span, the start tag of raw HTML."""
    title: str = ""


class Run(NamedTuple):
    """Letters, or one thing among letters, below its marks from the outermost in."""

    kind: RunKind
    text: str = ""
    """The alternative text of a picture, the label of a footnote."""
    marks: tuple[Mark, ...] = ()
    address: str = ""
    title: str = ""
    is_block: bool = False
    """Whether a picture was made to stand beside the text, not in it."""


Runs = tuple[Run, ...]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Any of the blocks below."""


class Paragraph(Block, frozen=True, kw_only=True):
    """A paragraph; bare if it was text in a list entry or cell without one of its own."""

    runs: Runs
    is_bare: bool = False
    anchor: str = ""


class Heading(Block, frozen=True, kw_only=True):
    """A heading of level 1 to 6."""

    level: int
    runs: Runs
    anchor: str = ""


class Quote(Block, frozen=True, kw_only=True):
    """What somebody else said."""

    blocks: Sequence[Block]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a list."""

    blocks: Sequence[Block]
    is_done: bool | None = None
    """Of a task; None for any other entry."""


class List(Block, frozen=True, kw_only=True):
    """A list; `start` is None for bullets."""

    entries: Sequence[Entry]
    start: int | None = None


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """A term and what is said of it."""

    term: Runs
    texts: Sequence[Sequence[Block]]


class Definitions(Block, frozen=True, kw_only=True):
    """A list of terms."""

    entries: Sequence[Definition]


class Code(Block, frozen=True, kw_only=True):
    """Letters that stay as they are."""

    text: str
    language: str = ""


class Rule(Block, frozen=True, kw_only=True):
    """A line across."""


class Table(Block, frozen=True, kw_only=True):
    """A table of as many cells in each row; a header of empty cells is none."""

    header: Sequence[Runs]
    rows: Sequence[Sequence[Runs]]
    aligned: Sequence[str]
    """`left`, `right`, `center` or "", for each column."""


class Markup(Block, frozen=True, kw_only=True):
    """Raw HTML, perhaps around blocks."""

    before: str
    blocks: Sequence[Block] = ()
    behind: str = ""


class Verbatim(Block, frozen=True, kw_only=True):
    """Markdown that a caller has written."""

    markdown: str


class Footnote(Block, frozen=True, kw_only=True):
    """The text of a footnote."""

    label: str
    blocks: Sequence[Block]
