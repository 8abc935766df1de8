"""One source line with the faulty place underlined, cut and aligned to what a terminal really shows.

Columns of a `Span` count code points; a terminal counts cells. Tabs, wide and combining characters make the two differ,
and a paragraph on one line is far wider than any terminal. Nothing here knows colours or findings.
"""

from __future__ import annotations

import unicodedata
from typing import Final

import msgspec

TAB: Final = "    "
CUT: Final = "…"
_UNSAFE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDIRECTIONAL: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACEMENT: Final = "\ufffd"


class Excerpt(msgspec.Struct, frozen=True):
    """Two strings of equal alignment: what stands there, and blanks with `^` below the fault."""

    text: str
    marks: str
    """Empty when the whole line is meant."""


class _Cell(msgspec.Struct, frozen=True):
    """What one code point shows, and how many columns of the terminal that takes."""

    shown: str
    width: int


def excerpt(line: str, column: int, end_column: int, *, width: int) -> Excerpt:
    """`line` cut to `width` terminal cells around the place from `column` up to, not including, `end_column`.

    Columns are 1-based code points; `column` 0 means the whole line, `end_column` 0 a single character. A place behind
    the end of the line is marked there. `width` must leave room for a character between two cuts (4 or more).
    """
    cells = [_cell(character) for character in line.rstrip()]
    start = min(max(column, 1) - 1, len(cells))
    stop = min(max(end_column - 1, start + 1), max(len(cells), start + 1))
    first, last = _window(cells, start, width=width)
    head = CUT if first else ""
    tail = CUT if last < len(cells) else ""
    text = head + "".join(cell.shown for cell in cells[first:last]) + tail
    if column == 0:
        return Excerpt(text, "")
    before = len(head) + _width(cells[first:start])
    marked = max(1, _width(cells[start : min(stop, last)]))
    return Excerpt(text, " " * before + "^" * marked)


def safe(text: str) -> str:
    """`text` as a terminal may show it: control characters, which could move the cursor, are replaced."""
    return "".join(_cell(character).shown for character in text)


def _cell(character: str) -> _Cell:
    """A tab as blanks; nothing that could move the cursor or turn the direction of writing gets through."""
    if character == "\t":
        return _Cell(TAB, len(TAB))
    category = unicodedata.category(character)
    if category in _UNSAFE or character in _BIDIRECTIONAL:
        return _Cell(_REPLACEMENT, 1)
    if category in {"Mn", "Me"} or (category == "Cf" and character != "\u00ad"):
        return _Cell(character, 0)
    return _Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _width(cells: list[_Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: list[_Cell], start: int, *, width: int) -> tuple[int, int]:
    """The slice of `cells` that fits into `width` cells and shows `start`, with about a third of it before that."""
    if _width(cells) <= width:
        return 0, len(cells)
    room = width - 2 * len(CUT)
    first = _leftwards(cells, start, room=room // 3)
    last = first
    while last < len(cells) and cells[last].width <= room:
        room -= cells[last].width
        last += 1
    return _leftwards(cells, first, room=room), last


def _leftwards(cells: list[_Cell], index: int, *, room: int) -> int:
    """How far left of `index` one can go within `room` cells."""
    while index > 0 and cells[index - 1].width <= room:
        index -= 1
        room -= cells[index].width
    return index
