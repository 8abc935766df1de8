"""Blocks written as Markdown: one blank line between two of them, none that is not needed, no line wrapped.

Never loses a block: what our Markdown has no sign for has come here as raw HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sitegen.importers.html.inline_writing import Place, inline_markdown
from sitegen.importers.html.runs import on_one_line
from sitegen.importers.html.tree import (
    Block,
    Code,
    Definitions,
    Entry,
    Footnote,
    Heading,
    List,
    Markup,
    Paragraph,
    Quote,
    Rule,
    Runs,
    Table,
    Verbatim,
)

_BULLETS: Final = ("-", "*")
_DOTS: Final = (".", ")")
"""Two lists behind each other would be one, did they not differ in their signs."""
_RULES: Final = {"left": ":---", "center": ":---:", "right": "---:", "": "---"}
_FENCE: Final = re.compile(r"^[ \t]*(`{3,})", re.MULTILINE)
_NOTE_INDENT: Final = 4


def written(blocks: Sequence[Block]) -> str:
    """`blocks` as a text that ends with a line feed; empty for none."""
    lines = list(_lines(blocks))
    return "\n".join([*lines, ""]) if lines else ""


def _lines(blocks: Sequence[Block], *, is_tight: bool = False, is_entry: bool = False) -> Iterator[str]:
    turn = 0
    before: Block | None = None
    for block in blocks:
        if before is not None and not is_tight:
            yield ""
        turn = 1 - turn if _would_join(before, block) else 0
        if isinstance(block, List):
            yield from _list(block, turn)
        elif isinstance(block, Paragraph):
            yield from _paragraph(block, is_entry=is_entry and before is None)
        else:
            if isinstance(block, Definitions) and isinstance(before, Definitions):
                yield from ("<!-- -->", "")
            yield from _WRITERS[type(block)](block)
        before = block


def _would_join(before: Block | None, block: Block) -> bool:
    """Whether two lists would be read as one."""
    return isinstance(before, List) and isinstance(block, List) and (block.start is None) == (before.start is None)


def _paragraph(block: Paragraph, *, is_entry: bool) -> list[str]:
    anchor = [f"{{#{block.anchor}}}"] if block.anchor else []
    return anchor + inline_markdown(block.runs, Place(is_entry=is_entry)).split("\n")


def _heading(block: Heading) -> list[str]:
    anchor = f" {{#{block.anchor}}}" if block.anchor else ""
    return [f"{'#' * block.level} {inline_markdown(on_one_line(block.runs), Place(is_heading=True))}{anchor}"]


def _quote(block: Quote) -> Iterator[str]:
    return (f"> {line}" if line else ">" for line in _lines(block.blocks))


def _list(block: List, turn: int) -> Iterator[str]:
    is_tight = not any(_is_loose(entry) for entry in block.entries)
    for index, entry in enumerate(block.entries):
        if index and not is_tight:
            yield ""
        sign = _BULLETS[turn] if block.start is None else f"{block.start + index}{_DOTS[turn]}"
        task = "" if entry.is_done is None else "[x] " if entry.is_done else "[ ] "
        lines = list(_lines(entry.blocks, is_tight=is_tight, is_entry=True)) or [""]
        yield f"{sign} {task}{lines[0]}".rstrip()
        yield from _indented(lines[1:], len(sign) + 1)


def _is_loose(entry: Entry) -> bool:
    """Whether an entry holds more than a line and one list below it, or its list would not be seen without a gap."""
    first, *rest = entry.blocks or [Paragraph(runs=(), is_bare=True)]
    if isinstance(first, List):
        return bool(rest)
    is_line = isinstance(first, Paragraph) and first.is_bare and not first.anchor
    return (
        not is_line or len(rest) > 1 or any(not isinstance(each, List) or each.start not in {None, 1} for each in rest)
    )


def _indented(lines: Sequence[str], columns: int) -> Iterator[str]:
    return (" " * columns + line if line else "" for line in lines)


def _definitions(block: Definitions) -> Iterator[str]:
    for index, entry in enumerate(block.entries):
        if index:
            yield ""
        yield inline_markdown(on_one_line(entry.term))
        for text in entry.texts:
            lines = list(_lines(text)) or [""]
            is_bare = len(text) == 1 and isinstance(text[0], Paragraph) and text[0].is_bare
            yield from () if is_bare or entry.texts.index(text) else ("",)
            yield f": {lines[0]}"
            yield from _indented(lines[1:], 2)


def _code(block: Code) -> list[str]:
    longest = max((len(found) for found in _FENCE.findall(block.text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{block.language}", *block.text.split("\n"), fence]


def _table(block: Table) -> Iterator[str]:
    yield _row(block.header)
    yield "| " + " | ".join(_RULES[side] for side in block.aligned) + " |"
    yield from map(_row, block.rows)


def _row(cells: Sequence[Runs]) -> str:
    return f"| {' | '.join(inline_markdown(cell, Place(is_cell=True)) for cell in cells)} |"


def _markup(block: Markup) -> Iterator[str]:
    yield from block.before.split("\n")
    if block.blocks:
        yield ""
        yield from _lines(block.blocks)
        yield ""
    yield from block.behind.split("\n") if block.behind else ()


def _footnote(block: Footnote) -> Iterator[str]:
    lines = list(_lines(block.blocks)) or [""]
    yield f"[^{block.label}]: {lines[0]}"
    yield from _indented(lines[1:], _NOTE_INDENT)


_WRITERS: Final[dict[type[Block], Callable[..., Sequence[str] | Iterator[str]]]] = {
    Heading: _heading,
    Quote: _quote,
    Definitions: _definitions,
    Code: _code,
    Rule: lambda _: ["---"],
    Table: _table,
    Markup: _markup,
    Verbatim: lambda block: block.markdown.split("\n"),
    Footnote: _footnote,
}
