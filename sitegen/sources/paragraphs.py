"""Text pasted from Word: paragraphs on consecutive lines, which Markdown would run together.

Pure functions over a body. Lines count as pasted only where no other reading is left: some line is longer than anyone
wraps by hand, and nearly every line ends like a paragraph. Never touches code, tables, quotes, containers or HTML, and
never moves a word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.patterns import later

_NOT_WRAPPED: Final = 120
"""Columns; text wrapped by hand or by an editor stays below."""

_HEADING_LIKE: Final = 60
"""Columns; a shorter line may be a heading, a greeting or a signature and needs no full stop."""

_MOSTLY: Final = 0.8
"""Of the lines that have another one below; text wrapped by hand ends a sentence on about every sixth line."""

_FENCE: Final = later(r" {0,3}(`{3,}|~{3,}|:{3,})(.*)")
_ITEM: Final = later(r"\s*(?:[-*+•·]|\d{1,9}[.)])(?:\s|$)")
_APART: Final = later(
    r"""\ {0,3}(?:
        \#{1,6}(?:\s|$)             # heading
      | >                           # quote
      | <[A-Za-z/!?]                # HTML
      | (?:[-*_=][ \t]*){3,}$       # rule, underline of a heading
      | :\s                         # definition
      | \[[^\]]+\]:                 # reference, footnote
      | \*\[[^\]]+\]:               # abbreviation
      | \{\{                        # shortcode on its own line
    )| \|                           # table
     | .*\|.*\|                     # table without outer lines
    """,
    re.VERBOSE,
)
_TABLE_RULE: Final = later(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
_ENDS_PARAGRAPH: Final = later(r"[.!?:…;][\"“”‘’»«)\]*_*]*$")
_HARD_BREAK: Final = later(r"(?: {2,}|\\|<br ?/?>)$")
_TARGET: Final = later(r"\]\([^)]*\)|https?://\S+")


class _Line(msgspec.Struct, frozen=True):
    number: int
    text: str
    item: bool
    """Begins an item of a list."""


def pasted_paragraphs(body: str) -> tuple[int, ...]:
    """1-based lines of `body` that want a blank line before them; empty unless they are plainly pasted."""
    if not _has_long_line_with_neighbour(body):
        return ()
    return tuple(number for run in _runs(body.split("\n")) if _is_pasted(run) for number in _starts(run))


def pasted_finding(body: str, *, file: str, body_line: int) -> tuple[Diagnostic, ...]:
    """One warning for the whole of `body`, at the first such line; `body` begins at line `body_line` of `file`."""
    starts = pasted_paragraphs(body)
    if not starts:
        return ()
    span = Span(file=file, line=body_line + starts[0] - 1, column=1)
    return (Diagnostic(code="SG190", span=span, facts={"count": len(starts), "file": file}),)


def _has_long_line_with_neighbour(body: str) -> bool:
    """What every pasted text has; asked first, because most bodies have none and there are thousands of them."""
    return any(
        len(block) > _NOT_WRAPPED and "\n" in block.strip("\n") and max(map(len, block.split("\n"))) > _NOT_WRAPPED
        for block in body.split("\n\n")
    )


def _runs(lines: list[str]) -> Iterator[list[_Line]]:
    """Consecutive lines of text and of lists, without whatever has rules of its own."""
    run: list[_Line] = []
    for number, text, special in _classified(lines):
        if special or not text.strip():
            yield run
            run = []
        elif run and text[0] in " \t" and not _ITEM().match(text):
            continue  # goes on with the item or paragraph above
        else:
            run.append(_Line(number, text, bool(_ITEM().match(text))))
    yield run


def _classified(lines: list[str]) -> Iterator[tuple[int, str, bool]]:
    """Number, text, and whether the line is none of running text or list: fenced, HTML up to a blank line, or code."""
    fence, html, blank = "", False, True
    for number, text in enumerate(lines, 1):
        opening = _FENCE().match(text)
        if fence:
            closes = opening is not None and opening[1].startswith(fence) and not opening[2].strip()
            fence, special = ("" if closes else fence), True
        elif opening is not None:
            fence, special = opening[1], True
        else:
            html = bool(text.strip()) and (html or text.lstrip().startswith("<"))
            code = blank and text.startswith(("    ", "\t")) and not _ITEM().match(text)
            special = html or code or bool(_APART().match(text) or _TABLE_RULE().match(text))
        blank = not text.strip()
        yield number, text, special


def _boundaries(run: list[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Neighbours of which one may have to be set apart from the other."""
    for above, below in itertools.pairwise(run):
        if not (above.item and below.item) and not _HARD_BREAK().search(above.text):
            yield above, below


def _is_pasted(run: list[_Line]) -> bool:
    if not any(_length(line.text) > _NOT_WRAPPED for line in run):
        return False
    above = [line.text.rstrip() for line, _ in _boundaries(run)]
    ending = sum(len(text) <= _HEADING_LIKE or bool(_ENDS_PARAGRAPH().search(text)) for text in above)
    return bool(above) and ending >= _MOSTLY * len(above)


def _length(text: str) -> int:
    """Columns of what a reader sees: addresses of links cannot be wrapped and do not count."""
    return len(_TARGET().sub("]", text))


def _starts(run: list[_Line]) -> Iterator[int]:
    return (below.number for _, below in _boundaries(run))
