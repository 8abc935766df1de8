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
from sitegen.render.markdown.structure import drop
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
    for heading, is_quoted in _headings(tokens):
        if not heading.children:
            sheet.report("SG233", _place(heading, sheet))
            drop(heading)
            continue
        level = _own_level(heading, sheet)
        heading.tag = f"h{level}"
        words = plain_text(heading.children)
        anchor = str(heading.attrs.get("id") or _free_anchor(words, numbers, sheet))
        heading.attrs = {"id": anchor, **heading.attrs}
        for child in heading.children:
            if child.type == "text":
                child.content = soft_hyphens(child.content)
        if is_quoted:
            continue
        if level > above + 1:
            fitting = "#" * (above + 1)
            sheet.report("SG232", _place(heading, sheet), text=words, level=level, above=above, fitting=fitting)
        sheet.headings.append(Heading(level=level, id=anchor, text=words))
        above = level


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each heading, and whether somebody else is quoted with it."""
    quotes = 0
    for token in tokens:
        if token.type == "heading":
            yield token, quotes > 0
        elif token.tag == "blockquote":
            quotes += token.nesting


def _own_level(heading: Token, sheet: Sheet) -> int:
    level = int(heading.tag[1])
    if level > _TITLE_LEVEL:
        return level
    sheet.report("SG231", _place(heading, sheet))
    return _TITLE_LEVEL + 1


def _place(heading: Token, sheet: Sheet) -> Span:
    """Where the signs of a heading stand, or the text of one that is underlined."""
    line = heading.map[0] if heading.map else 0
    source = sheet.lines[line]
    signs = "#" * len(heading.markup) if heading.markup.startswith("#") else source.strip()
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
