"""Finished tokens become HTML.

Laid out as CommonMark's examples are. Never looks for meaning: whatever an element needs has been put into its token.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from sitegen.diagnostics import Span
from sitegen.render.markdown.escaping import escaped, quoted
from sitegen.render.markdown.passages import READY
from sitegen.render.markdown.plain import plain_text
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.structure import NOTHING
from sitegen.render.markdown.tokens import Token

_Rule = Callable[[Sequence[Token], int, Sheet], str]
_CELLS: Final = frozenset({"th", "td"})
_ALIGNED: Final = "text-align:"


def write(tokens: Sequence[Token], sheet: Sheet) -> str:
    """The HTML of `tokens`."""
    out: list[str] = []
    for index, token in enumerate(tokens):
        if token.children is not None:
            if index and tokens[index - 1].hidden and not token.hidden:
                out.append("\n")
            out.append(_text(token, token.children))
        elif rule := _RULES.get(token.type):
            out.append(rule(tokens, index, sheet))
        elif not token.hidden:
            out.append(f"</{token.tag}>\n" if token.nesting < 0 else _opening(tokens, index))
    return "".join(out)


def _text(block: Token, children: Sequence[Token]) -> str:
    """A block of text."""
    text = block.html
    if children:
        text += "".join([_INLINE.get(child.type, _tag)(child) for child in children])
    if block.hidden or not block.tag:
        return text
    kind = block.type
    if kind in _CELLS:
        _finish_cell(block)
    elif kind == "figure":
        text = f"\n{text}\n{block.meta['caption']}"
    attributes = _attributes(block) if block.attrs else ""
    return f"<{block.tag}{attributes}>{text}</{block.tag}>\n"


def _tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>{token.meta.get('behind', '')}"
    return f"<{token.tag}{_attributes(token)}>"


def _attributes(token: Token) -> str:
    if not token.attrs:
        return ""
    return "".join(f" {name}={quoted(str(value))}" for name, value in token.attrs.items())


def _opening(tokens: Sequence[Token], index: int) -> str:
    """A block's first or only tag; a line ends behind it unless its text follows."""
    token = tokens[index]
    line_before = "\n" if index and tokens[index - 1].hidden else ""
    line_behind = "\n"
    if token.nesting > 0 and index + 1 < len(tokens):
        following = tokens[index + 1]
        if following.hidden or (following.nesting < 0 and following.tag == token.tag):
            line_behind = ""
    return f"{line_before}<{token.tag}{_attributes(token)}>{line_behind}"


def _content(tokens: Sequence[Token], index: int, _sheet: Sheet) -> str:
    return tokens[index].content


def _raw_block(tokens: Sequence[Token], index: int, _sheet: Sheet) -> str:
    content = tokens[index].content
    return content if content.strip() else ""


def _nothing(_tokens: Sequence[Token], _index: int, _sheet: Sheet) -> str:
    return ""


def _table_open(tokens: Sequence[Token], index: int, sheet: Sheet) -> str:
    """A table may be wider than a phone: its frame scrolls, so it can be reached by keyboard and has a name."""
    end = next(number for number in range(index, len(tokens)) if tokens[number].type in {"thead_close", "tbody_open"})
    columns = [plain_text(token.children or ()) for token in tokens[index:end] if token.children is not None]
    label = sheet.say("body_table", columns=", ".join(filter(None, columns)) or "–")
    frame = f'<div class="table-scroll" role="group" aria-label={quoted(label)} tabindex="0">'
    return f"{frame}\n<table{_attributes(tokens[index])}>\n"


def _table_close(_tokens: Sequence[Token], _index: int, _sheet: Sheet) -> str:
    return "</table>\n</div>\n"


def _finish_cell(token: Token) -> None:
    style = str(token.attrs.pop("style", ""))
    if style.startswith(_ALIGNED):
        token.attrJoin("class", f"align-{style.removeprefix(_ALIGNED)}")
    if token.tag == "th" and not token.children:
        token.tag = "td"  # a heading that says nothing is none


def _code_block(tokens: Sequence[Token], index: int, _sheet: Sheet) -> str:
    return f'<pre{_attributes(tokens[index])} tabindex="0"><code>{escaped(tokens[index].content)}</code></pre>\n'


def _fence(tokens: Sequence[Token], index: int, sheet: Sheet) -> str:
    from sitegen.render.markdown.highlight import UNMARKED

    token = tokens[index]
    language = next(iter(_unescaped(token.info).split()), "")
    if language.lower() in UNMARKED:
        return _code_block(tokens, index, sheet)
    code = _marked(token, language) if sheet.options.highlight else escaped(token.content)
    if code is None:
        _report_language(token, language, sheet)
        return _code_block(tokens, index, sheet)
    name = quoted(f"language-{language.lower()}")
    return f'<pre{_attributes(token)} tabindex="0"><code class={name}>{code}</code></pre>\n'


def _marked(token: Token, language: str) -> str | None:
    """Code with its parts marked, in a block that bears the class of it; None where the language is not known."""
    from sitegen.render.markdown.highlight import highlighted

    marked = highlighted(token.content, language)
    if marked is not None:
        token.attrJoin("class", "highlight")
    return marked


def _unescaped(info: str) -> str:
    if "\\" not in info and "&" not in info:
        return info
    from markdown_it.common.utils import unescapeAll

    return unescapeAll(info)


def _report_language(token: Token, language: str, sheet: Sheet) -> None:
    from sitegen.diagnostics.catalogue.markdown import hint
    from sitegen.render.markdown.highlight import nearest_language

    line = token.map[0] if token.map else 0
    column = sheet.lines[line].rfind(token.info) + len(token.info) - len(token.info.lstrip()) + 1
    span = Span(file="", line=line + 1, column=column, end_column=column + len(language))
    sheet.report("SG271", span, language=language, hint=hint("SG271", nearest_language(language)))


_RULES: Final[dict[str, _Rule]] = {
    READY: _content,
    NOTHING: _nothing,
    "html_block": _raw_block,
    "container_open": _content,
    "container_close": _content,
    "container_stray": _nothing,
    "footnotes_open": _content,
    "footnotes_close": _content,
    "footnote_open": _content,
    "footnote_close": _content,
    "footnote_back": _content,
    "table_open": _table_open,
    "table_close": _table_close,
    "code_block": _code_block,
    "fence": _fence,
}
_INLINE: Final[dict[str, Callable[[Token], str]]] = {
    "text": lambda token: escaped(token.content),
    "text_special": lambda token: escaped(token.content),
    "address": lambda token: escaped(token.content),
    "softbreak": lambda _: "\n",
    "hardbreak": lambda _: "<br>\n",
    "code_inline": lambda token: f"<code{_attributes(token)}>{escaped(token.content)}</code>",
    "html_inline": lambda token: token.content,
    READY: lambda token: token.content,
    NOTHING: lambda _: "",
}
