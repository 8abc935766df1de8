"""The head of a file written for Pelican: `Title: …`, `Date: …` and so on, up to the first blank line.

Names are taken whatever their capitals, if they mean the same here; all others keep their spelling, so that the
converter says what becomes of them.
"""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.lines import BLANKS, find_key
from sitegen.schema.nodes import Mapping, Scalar

_SAME_HERE: Final = frozenset({"title", "date", "tags", "category", "author", "authors", "slug", "summary"})
"""Pelican's names (docs.getpelican.com, „File metadata") that mean the same here."""

_MOST_LINES: Final = 200


class HeaderLines(msgspec.Struct, frozen=True, kw_only=True):
    """What the lines say, and what follows them."""

    front: Mapping
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...] = ()


def read_header_lines(text: str, *, file: str) -> HeaderLines | None:
    """Read the header lines `text` begins with; None if its first line is none that Pelican knows."""
    lines = text.split("\n", _MOST_LINES)
    first = _key(lines[0])
    if first is None or first not in _SAME_HERE:
        return None
    items: dict[str, tuple[Scalar, Scalar]] = {}
    findings: list[Diagnostic] = []
    name, end = "", 0
    for number, line in enumerate(lines[:_MOST_LINES], 1):
        content = line.strip(BLANKS)
        if not content:
            break
        if line[0] in BLANKS and name:
            items[name] = (items[name][0], _continued(items[name][1], content))
        elif (found := _key(line)) is not None:
            key, value = _pair(line, number, file)
            if found in items:
                facts: dict[str, str | int] = {"key": found, "first": items[found][0].span.line}
                findings.append(Diagnostic(code="SG114", span=key.span, facts=facts))
            else:
                items[found] = (key, value)
            name = found
        else:
            break
        end = number
    return HeaderLines(
        front=Mapping(items=tuple(items.values()), span=Span(file=file, line=1, column=1)),
        body="\n".join(lines[end:]),
        body_line=end + 1,
        findings=tuple(findings),
    )


def _key(line: str) -> str | None:
    """The key of a header line under our name, or as typed if it has none here."""
    if not line or line[0] in BLANKS or line[0] in "#>-\"'":
        return None
    found = find_key(line)
    if found is None or found.blank_missing or not found.text.replace("_", "").isalnum():
        return None
    return found.text.lower() if found.text.lower() in _SAME_HERE else found.text


def _pair(line: str, number: int, file: str) -> tuple[Scalar, Scalar]:
    found = find_key(line)
    assert found is not None
    value = line[found.value_at :].strip(BLANKS)
    at = found.value_at + 1
    key_span = Span(file=file, line=number, column=1, end_column=len(found.text) + 1)
    value_span = Span(file=file, line=number, column=at, end_column=at + len(value))
    return Scalar(text=_key(line) or found.text, span=key_span), Scalar(text=value, span=value_span)


def _continued(value: Scalar, content: str) -> Scalar:
    return msgspec.structs.replace(value, text=f"{value.text} {content}".strip())
