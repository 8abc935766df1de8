"""Where something inside an inline text stands in the source: markdown-it keeps lines of blocks only, never columns.

An inline text is its source lines without their prefixes (`> `, `- `, indentation), so each of its lines is found again
at the end of its source line. Never guesses further: a line that was changed on the way counts from the beginning.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from sitegen.diagnostics import Span

_DROPPED: Final = 8
"""Lines at the beginning of a paragraph that are looked through at most."""


class TextPlaces:
    """The places of one inline text or raw block."""

    def __init__(self, lines: Sequence[str], *, content: str, first: int, after: int | None = None) -> None:
        """`content` begins on line `first` (0-based) of `lines`; a table cell at or `after` a (0-based) column."""
        self._starts: list[int] = []
        self._columns: list[int] = []
        texts = content.split("\n")
        self._first = first if after is not None else _first_line(lines, texts[0].rstrip(), first)
        offset = 0
        for number, line in enumerate(texts):
            source = lines[self._first + number] if self._first + number < len(lines) else ""
            self._starts.append(offset)
            self._columns.append(_column(source, line.rstrip(), after))
            offset += len(line) + 1

    def span(self, offset: int, length: int = 0) -> Span:
        """The place of `length` characters at `offset` of the content; the end is known if they end on one line."""
        number = bisect_right(self._starts, offset) - 1
        column = self._columns[number] + offset - self._starts[number] + 1
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else offset + length
        return Span(
            file="",
            line=self._first + number + 1,
            column=column,
            end_column=column + length if length and offset + length <= end else 0,
        )

    @property
    def column(self) -> int:
        """The 0-based column in which the text begins."""
        return self._columns[0]


def _first_line(lines: Sequence[str], text: str, first: int) -> int:
    """Where `text` begins: a paragraph drops leading lines that hold nothing but an exotic space."""
    if first < len(lines) and text in lines[first]:
        return first
    following = range(first, min(first + _DROPPED, len(lines)))
    return next((number for number in following if text in lines[number]), first)


def _column(source: str, line: str, after: int | None) -> int:
    if after is not None:
        return max(source.find(line, after), source.find(line.replace("|", "\\|"), after), 0)
    return max(source.rfind(line), 0) if line else len(source)


class Stretch(NamedTuple):
    """A piece of a text that knows where it stands: its beginning is `offset` in the text of `places`."""

    places: TextPlaces
    offset: int

    def span(self, start: int = 0, length: int = 0) -> Span:
        """The place of `length` characters, `start` characters into this piece."""
        return self.places.span(self.offset + start, length)
