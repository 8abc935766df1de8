"""From something on a finished page back to the place where the owner typed it."""

from __future__ import annotations

from sitegen.diagnostics import Span


def find_in_text(text: str, needle: str, file: str) -> Span | None:
    """The first place of `needle` in `text`, or None. Columns are counted in characters, from 1."""
    position = text.find(needle)
    if position < 0:
        return None
    line_start = text.rfind("\n", 0, position) + 1
    column = position - line_start + 1
    return Span(file=file, line=text.count("\n", 0, position) + 1, column=column, end_column=column + len(needle))
