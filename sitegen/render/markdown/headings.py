"""Headings: their anchors, their levels, and the contents list.

The title of the page is its only `<h1>`, so a body begins with `<h2>`. Never changes what a heading says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it.token import Token

from sitegen.diagnostics import Span
from sitegen.model.body import Heading
from sitegen.render.markdown.plain import plain_text
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.structure import NOTHING
from sitegen.text.slugs import slugify

_TITLE_LEVEL: Final = 1
_FALLBACK: Final = "abschnitt"
"""The anchor of a heading without a single letter."""


def finish_headings(tokens: Sequence[Token], sheet: Sheet) -> None:
    """Give each heading its anchor and list it. Anchors that the author wrote must be on the sheet already."""
    above = _TITLE_LEVEL
    numbers: dict[str, int] = {}
    for opening, text, closing in _headings(tokens):
        line = opening.map[0] + 1 if opening.map else 0
        words = plain_text(text.children or ())
        if not words and not text.children:
            sheet.report("SG233", Span(file="", line=line))
            opening.type = closing.type = NOTHING
            opening.nesting = closing.nesting = 0
            continue
        level = _level(opening, above, line=line, sheet=sheet)
        opening.tag = closing.tag = f"h{level}"
        anchor = str(opening.attrs.get("id") or _free_anchor(words, numbers, sheet))
        opening.attrs = {"id": anchor, **opening.attrs}
        sheet.headings.append(Heading(level=level, id=anchor, text=words))
        above = level


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[index + 1], tokens[index + 2]


def _level(opening: Token, above: int, *, line: int, sheet: Sheet) -> int:
    level = int(opening.tag[1])
    if level == _TITLE_LEVEL:
        sheet.report("SG231", _signs(level, line, sheet))
        return _TITLE_LEVEL + 1
    if level > above + 1:
        sheet.report("SG232", _signs(level, line, sheet), level=level, above=above, fitting="#" * (above + 1))
    return level


def _signs(level: int, line: int, sheet: Sheet) -> Span:
    """Where the signs of a heading stand; its line alone if it is underlined instead."""
    column = sheet.lines[line - 1].find("#" * level) + 1
    return Span(file="", line=line, column=column, end_column=column + level if column else 0)


def _free_anchor(words: str, numbers: dict[str, int], sheet: Sheet) -> str:
    """An anchor nobody has; `numbers` holds how often each one was wanted, so that many alike are found quickly."""
    slug = anchor = slugify(words) or _FALLBACK
    while anchor in sheet.anchors:
        numbers[slug] = numbers.get(slug, 1) + 1
        anchor = f"{slug}-{numbers[slug]}"
    sheet.anchors.add(anchor)
    return anchor
