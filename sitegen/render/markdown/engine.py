"""The order in which a text becomes a body. Each step is a function of its own; only here is known what follows what.

Imported with the first text; what few texts hold is imported with the first that does, and so is the library's parser,
which is asked where a text holds more than the usual. Never keeps anything of a text.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from sitegen.model.body import Body
from sitegen.render.markdown.escaping import escaped
from sitegen.render.markdown.headings import finish_headings
from sitegen.render.markdown.inlines import finish_inlines
from sitegen.render.markdown.lines import holds, normalized, prepared
from sitegen.render.markdown.options import MarkdownOptions
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.structure import arrange, report_depth
from sitegen.render.markdown.tokens import FRAMELESS, Token
from sitegen.render.markdown.usual_blocks import read_usual_blocks
from sitegen.render.markdown.usual_inlines import read_usual_inline
from sitegen.render.markdown.writer import write


def render_body(text: str, options: MarkdownOptions) -> Body:
    """See the package."""
    source = normalized(text)
    sheet = Sheet(source, options)
    ready, sheet.abbreviations = prepared(source)
    env: dict[str, Any] = {}
    html = _html(_blocks(ready, env, sheet), env, sheet)
    if sheet.has_ad:
        html += f'<p class="ad-note">{escaped(sheet.say("body_ad_note"))}</p>\n'
    return _body(html, sheet)


def render_inline(text: str, options: MarkdownOptions) -> Body:
    """See the package."""
    sheet = Sheet(normalized(text), options)
    inline = Token(FRAMELESS, "", 0, sheet.source.strip(), [0, 1], [])
    return _body(_html([inline], {}, sheet), sheet)


def _html(tokens: list[Token], env: dict[str, Any], sheet: Sheet) -> str:
    arrange(tokens, sheet)
    has_notes = "^" in sheet.source and "[^" in sheet.source
    read = partial(_children, env=env)
    if has_notes:
        from sitegen.render.markdown.footnotes import gather_footnotes

        for token in tokens:
            if token.children is not None:
                token.children = read(token.content)
        tokens = gather_footnotes(tokens, sheet)
    if holds(sheet.source, ":::"):
        from sitegen.render.markdown.block_tokens import finish_blocks

        finish_blocks(tokens, sheet)
    finish_inlines(tokens, sheet, None if has_notes else read)
    if "<" in sheet.source:
        from sitegen.render.markdown.raw_html import check_raw_html

        tokens = check_raw_html(tokens, sheet)
    finish_headings(tokens, sheet)
    return write(tokens, sheet)


def _body(html: str, sheet: Sheet) -> Body:
    return Body(
        html=html,
        slots=tuple(sheet.slots),
        headings=tuple(sheet.headings),
        has_ad=sheet.has_ad,
        findings=tuple(sheet.findings),
    )


def _blocks(text: str, env: dict[str, Any], sheet: Sheet) -> list[Token]:
    usual = read_usual_blocks(text, sheet.lines if text is sheet.source else None)
    if usual is not None:
        return usual
    from sitegen.render.markdown.parser import parse_blocks

    tokens = parse_blocks(text, env)
    report_depth(tokens, sheet)
    return tokens


def _children(text: str, env: dict[str, Any]) -> list[Token]:
    usual = read_usual_inline(text)
    if usual is not None:
        return usual
    from sitegen.render.markdown.parser import parse_inline

    return parse_inline(text, env)
