"""Lists and groups in brackets, `[Büro, E-Mail]` and `{src: f1.jpg, alt: Rote Taste}`, with their items as typed.

YAML's own rules would drop `#urlaub`, refuse `@home` and make a number of `007`; here an item is text until the next
comma or the closing bracket. What closes but is no list, like `[Update] Neues`, is left to the caller as text. Never
reports a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

import msgspec

from sitegen.diagnostics import Span
from sitegen.schema.nodes import Mapping, Node, Scalar, Sequence
from sitegen.schema.quoted import QUOTED, decode

DEPTH: Final = 8
"""Brackets within brackets; deeper is hostile or a mistake."""

_BLANKS_AND_COMMENTS: Final = re.compile(r"(?:\s+|#(?=\s)[^\n]*\n)*")
_BLANKS: Final = re.compile(r"\s*")
_BRACKET: Final = re.compile(r"[\[\]{}]")
_SEPARATOR: Final = re.compile(r"[\[\]{},]")
_KEY: Final = re.compile(r"([^\s,{}\[\]:](?:[^,{}\[\]:\n]|:(?=[^\s,{}\[\]]))*):(?=[\s,}])")
_CLOSES: Final = {"[": "]", "{": "}"}


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text stands in its file: the text's first character is at `line`, `column` (1-based)."""

    file: str
    line: int
    column: int


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """A bracket and how it ended."""

    node: Mapping | Sequence | None
    """None when the bracket closes but holds no list or group (or never closes)."""
    end: int
    """Offset just behind the closing bracket; -1 when it never closes."""


def read_flow(text: str, place: Place) -> Flow:
    """Read the bracket that `text` begins with; `text` may go on behind it, over several lines."""
    reader = _Reader(text, place)
    found = reader.collection(0, 1)
    if found is not None:
        return Flow(node=found[0], end=found[1])
    return Flow(node=None, end=_closing(text))


def _closing(text: str) -> int:
    """Offset behind the bracket that closes the first one, quotes left out of account; -1 for none."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match[0] in "[{" else -1
        if depth == 0:
            return match.end()
    return -1


class _Reader:
    """Offsets into one text; every method returns a node and the offset behind it, or None for „not that“."""

    def __init__(self, text: str, place: Place) -> None:
        self.text = text
        self.place = place
        self.skipped = _BLANKS_AND_COMMENTS if "\n" in text else _BLANKS
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def span(self, start: int, end: int) -> Span:
        row = bisect_right(self.starts, start) - 1
        column = start - self.starts[row] + (self.place.column if row == 0 else 1)
        return Span(file=self.place.file, line=self.place.line + row, column=column, end_column=column + end - start)

    def typed(self, start: int, end: int) -> str | None:
        typed = self.text[start:end]
        return None if "\n" in typed else typed

    def past_blanks(self, at: int) -> int:
        match = self.skipped.match(self.text, at)
        return match.end() if match else at

    def collection(self, at: int, depth: int) -> tuple[Mapping | Sequence, int] | None:
        if depth > DEPTH:
            return None
        return self.group(at, depth) if self.text[at] == "{" else self.list(at, depth)

    def list(self, start: int, depth: int) -> tuple[Sequence, int] | None:
        items: list[Node] = []
        at = self.past_blanks(start + 1)
        while at < len(self.text):
            if self.text[at] == "]":
                end = at + 1
                return Sequence(items=tuple(items), span=self.span(start, end), typed=self.typed(start, end)), end
            if self.text[at] == ",":
                at = self.past_blanks(at + 1)
                continue
            found = self.item(at, "]", depth)
            if found is None:
                return None
            items.append(found[0])
            at = self.past_blanks(found[1])
        return None

    def group(self, start: int, depth: int) -> tuple[Mapping, int] | None:
        items: dict[str, tuple[Scalar, Node]] = {}
        at = self.past_blanks(start + 1)
        while at < len(self.text):
            if self.text[at] == "}":
                end = at + 1
                span = self.span(start, end)
                return Mapping(items=tuple(items.values()), span=span, typed=self.typed(start, end)), end
            if self.text[at] == ",":
                at = self.past_blanks(at + 1)
                continue
            key = self.key(at)
            if key is None or key[0].text in items:
                return None
            found = self.item(self.past_blanks(key[1]), "}", depth)
            if found is None:
                return None
            items[key[0].text] = (key[0], found[0])
            at = self.past_blanks(found[1])
        return None

    def key(self, at: int) -> tuple[Scalar, int] | None:
        """A key and the offset behind its colon; only a quoted key needs no blank behind the colon."""
        if (quoted := QUOTED.match(self.text, at)) is not None:
            colon = self.past_blanks(quoted.end())
            value = decode(quoted[0])
            if self.text[colon : colon + 1] != ":" or value is None:
                return None
            return Scalar(text=value, plain=False, span=self.span(at, quoted.end())), colon + 1
        match = _KEY.match(self.text, at)
        if match is None:
            return None
        return Scalar(text=match[1].rstrip(), span=self.span(at, match.end(1))), match.end()

    def item(self, at: int, closing: str, depth: int) -> tuple[Node, int] | None:
        """The value at `at`: a bracket or a quoted text if nothing but a separator follows it, else text as typed."""
        found: tuple[Node, int] | None = None
        if self.text[at : at + 1] in _CLOSES:
            found = self.collection(at, depth + 1)
        elif (quoted := QUOTED.match(self.text, at)) is not None and (value := decode(quoted[0])) is not None:
            found = Scalar(text=value, plain=False, span=self.span(at, quoted.end())), quoted.end()
        if found is not None:
            behind = self.past_blanks(found[1])
            if self.text[behind : behind + 1] in {",", closing}:
                return found
        return self.plain(at, closing)

    def plain(self, start: int, closing: str) -> tuple[Scalar, int] | None:
        """Text up to the next comma or closing bracket, brackets that the text opens itself left whole."""
        opened: list[str] = []
        for match in _SEPARATOR.finditer(self.text, start):
            char = match[0]
            if char in _CLOSES:
                opened.append(_CLOSES[char])
            elif opened and char == opened[-1]:
                opened.pop()
            elif not opened and char in {",", closing}:
                typed = self.text[start : match.start()].rstrip()
                text = re.sub(r"\s*\n\s*", " ", typed)
                return Scalar(text=text, span=self.span(start, start + len(typed.split("\n")[0]))), match.start()
        return None
