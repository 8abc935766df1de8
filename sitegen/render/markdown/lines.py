"""Source lines made ready for the parser: what people paste and CommonMark does not know.

Bullets from Word become list items, definitions of abbreviations are taken out. Every line stays on its line, so that
places remain honest; code blocks are left alone. Never reports anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sitegen.text.patterns import later

_LINE_ENDS: Final = later(r"\r\n?")
_BULLET: Final = later(r"([ \t]*)(?:[•‣▪◦][ \t\u00a0]*|·[ \t\u00a0]+)(?=[^\s•‣▪◦·])")
_SIGNS: Final = "•‣▪◦·"
_BULLET_SIGNS: Final = later(rf"^[ \t]*[{_SIGNS}]", re.MULTILINE)
_ABBREVIATION: Final = later(r" {0,3}\*\[([^\]]+)\]:[ \t]*(\S.*)")
_FENCE: Final = later(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)")
_TAB: Final = 4
_CODE_INDENT: Final = 4
_NESTED: Final = 2
"""Columns by which a bullet must stand further right to belong to the one above."""


class PreparedText(NamedTuple):
    """A text for the parser, and the abbreviations that were explained in it."""

    text: str
    abbreviations: dict[str, str]


def normalized(text: str) -> str:
    """One kind of line ends, and no NUL: it marks slots. CommonMark (2.3) replaces it by U+FFFD as well."""
    if "\r" in text:
        text = _LINE_ENDS().sub("\n", text)
    return text.replace("\0", "\ufffd")


def holds(text: str, signs: str) -> bool:
    """`signs in text`, several times as quick where the last of them is rare: one character is looked for at once."""
    last, before = signs[-1], len(signs) - 1
    at = text.find(last, before)
    while at >= 0 and not text.startswith(signs, at - before):
        at = text.find(last, at + 1)
    return at >= 0


def prepared(text: str) -> PreparedText:
    """Pasted bullets turned into `- `, lines like `*[VA]: Virtuelle Assistenz` into empty ones."""
    abbreviations: dict[str, str] = {}
    if not holds(text, "*[") and not (any(sign in text for sign in _SIGNS) and _BULLET_SIGNS().search(text)):
        return PreparedText(text, abbreviations)
    lines = text.split("\n")
    bullets = _Bullets()
    for number in _outside_fences(lines):
        line = lines[number]
        if definition := _ABBREVIATION().match(line):
            abbreviations[definition[1].strip()] = definition[2].strip()
            lines[number] = ""
        else:
            lines[number] = bullets.as_list_item(line)
    return PreparedText("\n".join(lines), abbreviations)


def _outside_fences(lines: list[str]) -> Iterator[int]:
    """The numbers of all lines that are not in a fenced code block."""
    fence = ""
    for number, line in enumerate(lines):
        found = _FENCE().match(line) if "```" in line or "~~~" in line else None
        if fence:
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif found and not (found[1][0] == "`" and "`" in found[2]):
            fence = found[1]
        else:
            yield number


class _Bullets:
    """Turns bullet lines into list items, one after the other, nested as they are indented."""

    def __init__(self) -> None:
        self._indents: list[int] = []

    def as_list_item(self, line: str) -> str:
        """`line` with `- ` for its bullet; any other line as it is."""
        bullet = _BULLET().match(line)
        if bullet is None:
            if line and not line[0].isspace():
                self._indents.clear()
            return line
        indent = len(bullet[1].expandtabs(_TAB))
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or indent >= self._indents[-1] + _NESTED:
            self._indents.append(indent)
        outermost = self._indents[0] if self._indents[0] < _CODE_INDENT else 0
        return " " * (outermost + _NESTED * (len(self._indents) - 1)) + "- " + line[bullet.end() :]
