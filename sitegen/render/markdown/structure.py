"""What is settled between the blocks and their inline texts: attributes of blocks, tasks, nesting too deep to read.

Works on the block tokens before their inline texts are parsed, because it takes pieces off their beginnings and ends.
Never looks into a text beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sitegen.diagnostics import Span
from sitegen.render.markdown.attributes import Attributes, give_attributes, read_attributes
from sitegen.render.markdown.places import Stretch, TextPlaces
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.tokens import Token

MAX_NESTING: Final = 100
"""Blocks within blocks. The library's own limit for CommonMark, 20, ends in the tenth level of a list."""

NOTHING: Final = "nothing"
"""The type of a token that is written as nothing."""

_HOLDS_BLOCKS: Final = frozenset(
    {"blockquote_open", "list_item_open", "dd_open", "container_open", "footnote_reference_open"}
)
_SIGNS: Final = "{|["
"""Where none of these stands, nothing is to be arranged."""
_AT_HEADING_END: Final = re.compile(r"(?:^|[ \t])(?=\{[^{}]*\}$)")
_TASK: Final = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


def report_depth(tokens: Sequence[Token], sheet: Sheet) -> None:
    """Report where the library has stopped to look for blocks within blocks; what stands there is left out."""
    cut = next((token for token in tokens if token.level >= MAX_NESTING - 1 and token.type in _HOLDS_BLOCKS), None)
    if cut and cut.map:
        sheet.report("SG291", Span(file="", line=cut.map[0] + 1))


def arrange(tokens: list[Token], sheet: Sheet) -> None:
    """Change the block `tokens` in place; faults become findings."""
    if not any(sign in sheet.source for sign in _SIGNS):
        return
    for index, token in enumerate(tokens):
        kind = token.type
        if kind == "paragraph":
            first = token.content[:1]
            if first == "{":
                _take_block_attributes(tokens, index, sheet)
            elif first == "[" and index and tokens[index - 1].type == "list_item_open":
                _take_task(token)
        elif kind == "heading" and token.content.endswith("}"):
            _take_heading_attributes(token, sheet)
        elif kind == "thead_open":
            _drop_empty_head(tokens, index)


def _drop_empty_head(tokens: list[Token], start: int) -> None:
    """A row of headings that all say nothing is how Markdown writes a table without one."""
    end = next(index for index in range(start, len(tokens)) if tokens[index].type == "thead_close")
    head = tokens[start : end + 1]
    if tokens[end + 1].type != "tbody_open" or any(token.content for token in head):
        return
    for token in head:
        drop(token)


def drop(token: Token) -> None:
    """Make `token` one that is written as nothing."""
    token.type, token.nesting, token.hidden, token.children = NOTHING, 0, False, None


def _take_heading_attributes(heading: Token, sheet: Sheet) -> None:
    """Take them off a heading's end: `## Überschrift {#anker .klasse}`."""
    found = _AT_HEADING_END.search(heading.content)
    attributes = read_attributes(heading.content, found.end()) if found else None
    if found and attributes and attributes.are_plain:
        give_attributes(heading, attributes, at=Stretch(_places(heading, sheet), found.end()), sheet=sheet)
        heading.content = heading.content[: found.start()].rstrip()


def _take_block_attributes(tokens: list[Token], index: int, sheet: Sheet) -> None:
    """Lines of attributes before a block, or at the beginning of a paragraph."""
    text = tokens[index]
    found = _leading_lines(text.content)
    if not found:
        return
    places = _places(text, sheet)
    text.content = text.content[found[-1].end :]
    text.map = [text.map[0] + len(found), text.map[1]] if text.map else None
    target = _list_item_or(tokens, index) if text.content else _next_block(tokens, index)
    if not text.content:
        drop(text)
    for line in found:
        at = Stretch(places, line.start)
        if target is None:
            sheet.report("SG222", at.span(0, line.attributes.length))
        else:
            give_attributes(target, line.attributes, at=at, sheet=sheet)


class _Line(NamedTuple):
    """A line that holds nothing but attributes; `end` is behind its line feed."""

    attributes: Attributes
    start: int
    end: int


def _leading_lines(content: str) -> list[_Line]:
    """The lines of attributes at the beginning of `content`."""
    found: list[_Line] = []
    start = 0
    while content.startswith("{", start):
        attributes = read_attributes(content, start)
        end = content.find("\n", start) + 1 or len(content)
        if attributes is None or not attributes.are_plain or content[start + attributes.length : end].strip():
            break
        found.append(_Line(attributes, start, end))
        start = end
    return found


def _next_block(tokens: list[Token], index: int) -> Token | None:
    """The block that follows `tokens[index]`."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.nesting < 0 or following.type in {"html_block", "container_open"}:
        return None
    return following


def _list_item_or(tokens: list[Token], index: int) -> Token:
    """The paragraph `tokens[index]`; its list item if the paragraph is not written."""
    return tokens[index - 1] if tokens[index].hidden and index else tokens[index]


def _take_task(text: Token) -> None:
    """Take the box off a task's beginning: `- [x] Erledigt`."""
    if task := _TASK.match(text.content):
        text.meta["is_done"] = task[1] != " "
        text.content = text.content[task.end() :]


def _places(text: Token, sheet: Sheet) -> TextPlaces:
    return TextPlaces(sheet.lines, content=text.content, first=text.map[0] if text.map else 0)
