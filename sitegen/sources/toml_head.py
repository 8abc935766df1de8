"""The head of a file written for Hugo or Zola: TOML between `+++`, as the same nodes that YAML gives.

tomllib keeps no places, so keys are looked for in the lines; a value whose key is not found has the place of its group.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any, Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.nodes import Mapping, Node, Read, Scalar, Sequence
from sitegen.text.patterns import later

_MOST_CHARACTERS: Final = 200_000
_TABLE: Final = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]")
_ENTRY: Final = later(r"(\s*)([\w\"'. -]+?)\s*=\s*(.*?)\s*$")
_AT: Final = re.compile(r"line (\d+), column (\d+)")

Path = tuple[str, ...]
Places = dict[Path, tuple[Span, Span]]
"""The places of key and value by the path of keys."""


def read_toml(text: str, *, file: str, first_line: int) -> Read:
    """Read the text between the fences; its first line is line `first_line` of `file`."""
    if len(text) > _MOST_CHARACTERS:
        facts: dict[str, str | int] = {"size": len(text), "most": _MOST_CHARACTERS}
        return Read(node=None, findings=(Diagnostic(code="SG107", span=Span(file=file, line=first_line), facts=facts),))
    try:
        table = tomllib.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        return Read(node=None, findings=(Diagnostic(code="SG123", span=_error_place(error, text, file, first_line)),))
    top = Span(file=file, line=first_line, column=1)
    node = _node(table, (), _places(text, file, first_line), top)
    assert isinstance(node, Mapping)
    return Read(node=node)


def _error_place(error: Exception, text: str, file: str, first_line: int) -> Span:
    at = _AT.search(str(error))
    if at is None:
        return Span(file=file, line=first_line + text.count("\n"), column=1)
    return Span(file=file, line=first_line + int(at[1]) - 1, column=int(at[2]))


def _places(text: str, file: str, first_line: int) -> Places:
    places: Places = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), first_line):
        if (header := _TABLE.match(line)) is not None:
            table = _path(header[1])
            span = Span(file=file, line=number, column=header.start(1) + 1, end_column=header.end(1) + 1)
            places.setdefault(table, (span, span))
        elif (entry := _ENTRY().match(line)) is not None:
            key = Span(file=file, line=number, column=entry.start(2) + 1, end_column=entry.end(2) + 1)
            value = Span(file=file, line=number, column=entry.start(3) + 1, end_column=entry.end(3) + 1)
            places.setdefault((*table, *_path(entry[2])), (key, value))
    return places


def _path(dotted: str) -> Path:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _node(value: Any, path: Path, places: Places, near: Span) -> Node:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, dict):
        items = []
        for name, inner in value.items():
            key, place = places.get((*path, name), (near, near))
            items.append((Scalar(text=name, span=key), _node(inner, (*path, name), places, place)))
        return Mapping(items=tuple(items), span=near)
    if isinstance(value, list):
        return Sequence(items=tuple(_node(item, path, places, near) for item in value), span=near)
    return Scalar(text=_text(value), plain=False, span=near)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)
