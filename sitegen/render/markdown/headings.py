"""Headings: their anchors, their levels, and the contents list.

The title of the page is its only `<h1>`, so a body begins with `<h2>`. Long compounds may break at their seams, where
letters are largest and columns narrowest. Never changes what a heading says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.diagnostics import Span
from sitegen.model.body import Heading
from sitegen.plan.comments import FORM_ID, LIST_ID
from sitegen.render.markdown.plain import plain_text
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.structure import NOTHING
from sitegen.render.markdown.tokens import Token
from sitegen.text.hyphens import soft_hyphens
from sitegen.text.slugs import slugify

_TITLE_LEVEL: Final = 1
_FALLBACK: Final = "abschnitt"
"""The anchor of a heading without a single letter."""
_TAKEN: Final = frozenset({LIST_ID, FORM_ID})
"""Anchors of what stands below a text."""


def finish_headings(tokens: Sequence[Token], sheet: Sheet) -> None:
    """Give each heading its anchor and list it. Anchors that the author wrote must be on the sheet already."""
    above = _TITLE_LEVEL
    numbers: dict[str, int] = {}
    for opening, text, closing, is_quoted in _headings(tokens):
        if not text.children:
            sheet.report("SG233", _place(opening, sheet))
            opening.type = closing.type = NOTHING
            opening.nesting = closing.nesting = 0
            continue
        level = _own_level(opening, sheet)
        opening.tag = closing.tag = f"h{level}"
        words = plain_text(text.children)
        anchor = str(opening.attrs.get("id") or _free_anchor(words, numbers, sheet))
        opening.attrs = {"id": anchor, **opening.attrs}
        for child in text.children:
            if child.type == "text":
                child.content = soft_hyphens(child.content)
        if is_quoted:
            continue
        if level > above + 1:
            sheet.report("SG232", _place(opening, sheet), level=level, above=above, fitting="#" * (above + 1))
        sheet.headings.append(Heading(level=level, id=anchor, text=words))
        above = level


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token, bool]]:
    """Opening, text and closing token of each heading, and whether somebody else is quoted with it."""
    quotes = 0
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[index + 1], tokens[index + 2], quotes > 0
        elif token.tag == "blockquote":
            quotes += token.nesting


def _own_level(opening: Token, sheet: Sheet) -> int:
    level = int(opening.tag[1])
    if level > _TITLE_LEVEL:
        return level
    sheet.report("SG231", _place(opening, sheet))
    return _TITLE_LEVEL + 1


def _place(opening: Token, sheet: Sheet) -> Span:
    """Where the signs of a heading stand, or the text of one that is underlined."""
    line = opening.map[0] if opening.map else 0
    source = sheet.lines[line]
    signs = "#" * len(opening.markup) if opening.markup.startswith("#") else source.strip()
    column = source.find(signs) + 1
    return Span(file="", line=line + 1, column=column, end_column=column + len(signs))


def _free_anchor(words: str, numbers: dict[str, int], sheet: Sheet) -> str:
    """An anchor nobody has; `numbers` holds how often each one was wanted, so that many alike are found quickly."""
    slug = anchor = slugify(words) or _FALLBACK
    while anchor in sheet.anchors or anchor in _TAKEN:
        numbers[slug] = numbers.get(slug, 1) + 1
        anchor = f"{slug}-{numbers[slug]}"
    sheet.anchors.add(anchor)
    return anchor
