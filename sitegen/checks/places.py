"""From something on a finished page back to the place where the owner typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Span


def addresses_in_text(text: str, address: str, file: str) -> Iterator[Span]:
    """Every place of `address` in `text` where it is not the beginning or the end of a longer one."""
    for match in re.finditer(rf"(?<![\w/.#-]){re.escape(address)}(?![\w/-])", text):
        yield span_at(text, match.start(), len(address), file)


def anchor_in_text(text: str, anchor: str, file: str) -> Span | None:
    """Where `anchor` is given to something: `{#anchor}` in Markdown, `id="anchor"` in HTML."""
    match = re.search(rf"""(?:\{{[^}}\n]*#|\bid=["']?)({re.escape(anchor)})(?![\w-])""", text)
    return span_at(text, match.start(1), len(anchor), file) if match else None


def find_in_text(text: str, needle: str, file: str) -> Span | None:
    """The first place of `needle` in `text`, or None. Columns are counted in characters, from 1."""
    position = text.find(needle)
    return span_at(text, position, len(needle), file) if position >= 0 else None


def span_at(text: str, position: int, length: int, file: str) -> Span:
    """The place of `length` characters from offset `position` on."""
    line_start = text.rfind("\n", 0, position) + 1
    column = position - line_start + 1
    return Span(file=file, line=text.count("\n", 0, position) + 1, column=column, end_column=column + length)
