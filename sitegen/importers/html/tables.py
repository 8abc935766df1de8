"""Tables: Markdown where each cell is a line, HTML where cells span others, hold blocks or head a row.

What only places things side by side is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.importers.html.figures import captioned, words_of
from sitegen.importers.html.nodes import Node
from sitegen.importers.html.raw import raw_html
from sitegen.importers.html.reader import BOUNDARY, Marks, Piece, Reader
from sitegen.importers.html.runs import tidied
from sitegen.importers.html.tree import Block, Markup, Paragraph, Run, Runs, Table

_ALIGNED: Final = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
_SIDES: Final = ("left", "right", "center")


def read_table(node: Node, marks: Marks, reader: Reader) -> Iterator[Piece]:
    """A table, and its caption below it."""
    rows = [[cell for cell in row.children if cell.tag in {"td", "th"}] for row in _rows(node)]
    rows = [row for row in rows if row]
    yield BOUNDARY
    if _is_frame(node, rows):
        for row in rows:
            for cell in row:
                yield BOUNDARY
                yield from reader.pieces(cell.children, marks)
        yield BOUNDARY
        return
    table = _table(rows, marks, reader) if _is_even(rows) else None
    if table:
        said = words_of((each for each in node.children if each.tag == "caption"), marks, reader)
        yield captioned([table], said) if said else table
    elif any(cell.words() or any(cell.elements("img")) for row in rows for cell in row):
        yield Markup(before=raw_html(node, reader))
    yield BOUNDARY


def _rows(node: Node) -> Iterator[Node]:
    """The rows of this table, not of those within it."""
    for child in node.children:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.children if row.tag == "tr")


def _is_frame(node: Node, rows: Sequence[Sequence[Node]]) -> bool:
    """Whether a table only frames or places what is in it."""
    is_nested = any(True for _ in node.elements("table"))
    return node.get("role") == "presentation" or len(rows) * len(rows[0] if rows else ()) <= 1 or is_nested


def _is_even(rows: Sequence[Sequence[Node]]) -> bool:
    spans = {cell.get(kind).strip() for row in rows for cell in row for kind in ("colspan", "rowspan")}
    return spans <= {"", "1"} and len({len(row) for row in rows}) == 1


def _table(rows: Sequence[Sequence[Node]], marks: Marks, reader: Reader) -> Table | None:
    """None if a cell holds more than lines, or heads a row."""
    below = rows[1:] if _is_head(rows[0]) else rows
    if any(cell.tag == "th" and cell.words() for row in below for cell in row):
        return None
    cells: list[list[Runs]] = []
    for row in rows:
        read = [_cell(cell, marks, reader) for cell in row]
        if any(cell is None for cell in read):
            return None
        cells.append([cell for cell in read if cell is not None])
    header: list[Runs] = [() for _ in rows[0]]
    if _is_head(rows[0]):
        header = cells.pop(0)
    elif len(cells) > 1 and _is_bold(cells[0]) and not any(map(_is_bold, cells[1:])):
        header = [tuple(run._replace(marks=_without_bold(run.marks)) for run in cell) for cell in cells.pop(0)]
    return Table(header=header, rows=cells, aligned=[_side(column) for column in zip(*rows, strict=True)])


def _is_head(row: Sequence[Node]) -> bool:
    above = row[0].parent.parent if row[0].parent else None
    return all(cell.tag == "th" or not cell.words() for cell in row) or (above is not None and above.tag == "thead")


def _is_bold(row: Sequence[Runs]) -> bool:
    """Whether a row is bold as a whole, as Word's first rows are."""
    return all(cell for cell in row) and all(_without_bold(run.marks) != run.marks for cell in row for run in cell)


def _without_bold(marks: Marks) -> Marks:
    return tuple(mark for mark in marks if mark.kind != "strong")


def _cell(node: Node, marks: Marks, reader: Reader) -> Runs | None:
    """The runs of a cell, several paragraphs on several lines."""
    blocks: list[Block] = list(reader.gathered(reader.pieces(node.children, marks)))
    if not all(isinstance(block, Paragraph) for block in blocks):
        return None
    lines = [run for block in blocks if isinstance(block, Paragraph) for run in (*block.runs, Run("break"))]
    found = tidied(lines)
    return found[0] if found else ()


def _side(column: Sequence[Node]) -> str:
    """How a column is aligned, if all its cells say so."""
    sides = {_side_of(cell) for cell in column}
    return sides.pop() if len(sides) == 1 else ""


def _side_of(cell: Node) -> str:
    found = _ALIGNED.search(cell.get("style"))
    said = found[1].lower() if found else cell.get("align").lower()
    said = next((side for side in _SIDES if f"has-text-align-{side}" in cell.classes), said)
    return said if said in _SIDES else ""
