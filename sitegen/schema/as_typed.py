"""Lines ready to paste: `key: value` written so that it is read as the value meant.

Used by findings that propose a line, and by whatever writes front matter. Never changes a value.
"""

from __future__ import annotations

from typing import Final

from sitegen.schema.lines import BLANKS
from sitegen.schema.quoted import BLOCK_HEADER

_NEED_QUOTES: Final = "\"'[{#"
"""A value may begin with any other character as it is; these open something."""


def single_quoted(value: str) -> str:
    """`value` in single quotes, in which nothing but the quote itself needs care."""
    return "'" + value.replace("'", "''") + "'"


def as_typed(value: str) -> str:
    """`value` as it may stand behind a colon: as it is, or in quotes where it would be read as something else."""
    one_line = " ".join(value.split("\n"))
    plain = one_line.strip(BLANKS) == one_line != ""
    if plain and one_line[0] not in _NEED_QUOTES and not BLOCK_HEADER.match(one_line):
        return one_line
    return single_quoted(one_line)


def ready_line(key: str, value: str) -> str:
    """`key: value`, ready to paste; `key:` alone for an empty value."""
    return f"{key}: {as_typed(value)}" if value else f"{key}:"
