"""What one line of front matter or settings is: a key, an item of a list, a comment, or neither.

Only shapes of single lines are known here; how lines belong together is `yaml_reader`'s business.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from sitegen.schema.quoted import QUOTED
from sitegen.text.patterns import later

BLANKS: Final = " \t\u00a0\u2007\u202f\u200b\ufeff"
"""What separates without being seen, among it what a browser or Word pastes: no-break and zero-width blanks."""

ITEM: Final = re.compile(rf"-(?:[{BLANKS}]+|$)")
LOOSE_ITEM: Final = later(r"-(?=[^\s-])|[•*·–—](?=\s)\s*")
"""Meant as an item: no blank behind the hyphen, or a bullet as Word writes it."""

KEY_LIKE: Final = later(rf"[^\W\d][\w-]*[{BLANKS}]*:(?:[{BLANKS}]|$)")
"""One word and a colon: a key, wherever it stands."""

COMMENT: Final = later(r"\s+#(?:\s|$)")
"""Where a comment begins behind a value in quotes or brackets; `#3` without a blank is text."""

_PLAIN_KEY: Final = re.compile(rf"([^\s\"'\[{{#|>][^:]*(?::(?![{BLANKS}]|$)[^:]*)*):(?:[{BLANKS}]+|$)")
_AFTER_QUOTED_KEY: Final = later(rf"[{BLANKS}]*:(?:[{BLANKS}]+|$)")
_NO_BLANK: Final = later(r"([^\W\d][\w-]*):(?!//)(?=\S)")


class Line(msgspec.Struct, frozen=True):
    """A line that says something."""

    index: int
    """0-based in the text."""
    indent: int
    """Characters before the content; a tab counts one."""
    content: str
    """Without blanks at either end; never empty."""


class Key(msgspec.Struct, frozen=True):
    """The key at the beginning of a line and where its value begins."""

    text: str
    """As typed; for a key in quotes, still with them."""
    value_at: int
    """Offset of the value in the line's content."""
    blank_missing: bool = False


def is_item(content: str) -> bool:
    """Whether a line is an item of a list, if need be a carelessly typed one."""
    return content[0] in "-•*·–—" and bool(ITEM.match(content) or LOOSE_ITEM().match(content))


def find_key(content: str) -> Key | None:
    """The key a line begins with: up to the first colon that a blank or the line's end follows."""
    if content[0] in "\"'":
        quoted = QUOTED.match(content)
        after = quoted and _AFTER_QUOTED_KEY().match(content, quoted.end())
        return Key(quoted[0], after.end()) if quoted and after else None
    match = _PLAIN_KEY.match(content)
    if match is None:
        return _find_key_without_blank(content)
    text = match[1]
    if ":" in text and (close := _find_key_without_blank(content)) is not None:
        return close
    return Key(text.rstrip(BLANKS), match.end())


def _find_key_without_blank(content: str) -> Key | None:
    """`title:Neues`: one word and a colon, and no address like `https://…`."""
    match = _NO_BLANK().match(content)
    return Key(match[1], match.end(), blank_missing=True) if match else None


def split_lines(text: str) -> list[str]:
    """The lines of `text`, whatever ends them, without the zero-width characters that pasting leaves in front."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\u200b" in text or "\ufeff" in text:
        return [line.lstrip("\u200b\ufeff") for line in text.split("\n")]
    return text.split("\n")


def line_at(lines: list[str], index: int) -> Line | None:
    """The line at `index`, or None if it is blank or a comment."""
    raw = lines[index]
    content = raw.strip(BLANKS)
    if not content or content[0] == "#":
        return None
    indent = 0 if raw[0] == content[0] else len(raw) - len(raw.lstrip(BLANKS))
    return Line(index, indent, content)


def mixed_indentation(lines: list[str]) -> int | None:
    """Index of the first line indented with a tab where an earlier one has blanks, or the other way round."""
    first = ""
    for index, raw in enumerate(lines):
        head = raw[:1]
        if head in {" ", "\t"} and line_at(lines, index) is not None:
            indentation = raw[: len(raw) - len(raw.lstrip(" \t"))]
            first = first or head
            if indentation.strip(first):
                return index
    return None
