"""The inline texts of a body, one after the other: elements finished, German typography set, abbreviations marked.

Typography sees a text as a whole: emphasis and links are mere boundaries, code and pictures count as a letter. Never
touches code, addresses or attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sitegen.render.markdown.attributes import give_attributes
from sitegen.render.markdown.escaping import escaped, quoted
from sitegen.render.markdown.links import finish_link
from sitegen.render.markdown.passages import READY, Passage
from sitegen.render.markdown.pictures import finish_figure, finish_picture, lone_picture
from sitegen.render.markdown.sheet import Sheet
from sitegen.render.markdown.straight import straight_html
from sitegen.render.markdown.tokens import Token

_CELLS: Final = frozenset({"th", "td"})
_PROTECTED: Final = frozenset("\"'-")
"""Signs that typography would change; with a backslash they stay."""

_LINE_BREAK_TAG: Final = re.compile(r"<br\b", re.IGNORECASE)
_SPACE: Final = "[ \u00a0\u202f]"


def finish_inlines(tokens: Sequence[Token], sheet: Sheet, read: Callable[[str], list[Token]] | None) -> None:
    """Finish every inline text among `tokens`; none has been read yet if there is a `read`."""
    abbreviations = _expression(sheet.abbreviations)
    goes_straight = read is not None and not abbreviations  # they are looked for in the pieces of texts
    ends: dict[int, int] = {}
    for token in tokens:
        if token.children is None:
            continue
        html = None
        if goes_straight and token.type == "paragraph":
            html = straight_html(token.content, token.map[0] if token.map else 0, sheet)
        if html is not None:
            token.html = html
        else:
            if read:
                token.children = read(token.content)
            if not token.children:
                continue
            _finish(token, sheet, ends)
            if abbreviations:
                token.children = list(_with_abbreviations(token.children, abbreviations, sheet))
        if "is_done" in token.meta:
            token.html = _task_box(sheet, is_done=token.meta["is_done"]) + token.html


def _finish(text: Token, sheet: Sheet, ends: dict[int, int]) -> None:
    """Finish a text of at least one piece.

    `ends` are the columns behind the last cell of each line of a table, as far as a place in it was asked for.
    """
    children = text.children or []
    if len(children) == 1 and children[0].type == "text":
        children[0].content = sheet.typeset_text(children[0].content)
        return
    kinds = {child.type for child in children}
    line = text.map[0] if text.map and text.type in _CELLS else None
    passage = Passage(text, sheet, after=None if line is None else ends.get(line, 0))
    if "image" in kinds and text.type == "paragraph" and (picture := lone_picture(children)):
        finish_figure(picture, passage)
    if not kinds.isdisjoint(_FINISHERS):
        for index, child in enumerate(children):
            if finisher := _FINISHERS.get(child.type):
                finisher(children, index, passage)
    _typeset(children, sheet)
    if line is not None:
        ends[line] = passage.end or ends.get(line, 0)
    if "shortcode" in kinds and any("embed" in child.meta for child in children):
        from sitegen.render.markdown.embeds import settle_embeds

        settle_embeds(children, passage)


def _give_attributes(children: list[Token], index: int, passage: Passage) -> None:
    token = children[index]
    for attributes, at in token.meta.get("attributes", ()):
        give_attributes(token, attributes, at=passage.stretch(at), sheet=passage.sheet)


def _finish_shortcode(children: list[Token], index: int, passage: Passage) -> None:
    from sitegen.render.markdown.shortcodes import finish_shortcode

    finish_shortcode(children[index], passage)


_FINISHERS: Final[dict[str, Callable[[list[Token], int, Passage], None]]] = {
    "link_open": finish_link,
    "image": lambda children, index, passage: finish_picture(children[index], passage),
    "shortcode": _finish_shortcode,
    "code_inline": _give_attributes,
    "span_open": _give_attributes,
}


def _typeset(children: Sequence[Token], sheet: Sheet) -> None:
    segments: list[str | None] = []
    texts: list[tuple[int, Token]] = []
    for child in children:
        kind = child.type
        if kind == "text" or (kind == "text_special" and child.content not in _PROTECTED):
            texts.append((len(segments), child))
            segments.append(child.content)
        elif child.nesting:
            continue
        elif kind in {"softbreak", "hardbreak"} or (kind == "html_inline" and _LINE_BREAK_TAG.match(child.content)):
            segments.append("\n")
        elif kind != "html_inline" and "is_mark" not in child.meta:
            segments.append(None)
    done = sheet.typeset(segments)
    for index, child in texts:
        child.content = done[index] or ""


def _expression(abbreviations: dict[str, str]) -> re.Pattern[str] | None:
    """What finds the abbreviations as whole words, longer ones first, whatever spaces typography has put in."""
    if not abbreviations:
        return None
    longest_first = sorted(abbreviations, key=lambda short: (-len(short), short))
    words = (_SPACE.join(map(re.escape, short.split())) for short in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def _with_abbreviations(children: Sequence[Token], words: re.Pattern[str], sheet: Sheet) -> Iterator[Token]:
    for child in children:
        if child.type != "text":
            yield child
            continue
        done = 0
        for match in words.finditer(child.content):
            short = " ".join(match[0].split())
            title = quoted(sheet.typeset_text(sheet.abbreviations[short]))
            yield Token("text", "", 0, child.content[done : match.start()])
            html = f"<abbr title={title}>{escaped(match[0])}</abbr>"
            yield Token(READY, "", 0, html, meta={"plain": match[0]})
            done = match.end()
        child.content = child.content[done:]
        yield child


def _task_box(sheet: Sheet, *, is_done: bool) -> str:
    label = quoted(sheet.say("body_task_done" if is_done else "body_task_open"))
    return f'<span class="task-box" role="img" aria-label={label}>{"☑" if is_done else "☐"}</span> '
