"""Inline rules of our own: attributes, spans, shortcodes and footnote marks, and where each element stands.

They only recognise; findings, slots and HTML are made later, when the whole text is known. Each rule has the signature
that markdown-it asks for: it gets the state and whether it is only asked to skip, and says whether it matched.
"""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import autolink as _autolink
from markdown_it.rules_inline import html_inline as _html_inline
from markdown_it.rules_inline import image as _image
from markdown_it.rules_inline import link as _link
from markdown_it.token import Token

from sitegen.render.markdown.attributes import read_attributes
from sitegen.render.markdown.usual_inlines import SHORTCODE
from sitegen.text.patterns import later

STOPS: Final = re.compile(r"[\n!&*<\[\\\]_`{~]")
"""The characters that begin something; text in between is taken as a whole."""

ADDRESS: Final = "address"
"""The type of a token whose text is an address."""

_SHORTCODE: Final = later(rf"\{{{SHORTCODE}", re.VERBOSE)
_FOOTNOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_WITH_WORDS: Final = frozenset({"link_close", "image"})
_WITH_ATTRIBUTES: Final = frozenset({"link_close", "image", "code_inline", "span_close"})


def add_inline_rules(md: MarkdownIt) -> None:
    """Register the rules of this module."""
    md.inline.terminator_re = STOPS
    md.inline.ruler.at("link", link)
    md.inline.ruler.at("image", image)
    md.inline.ruler.at("autolink", autolink)
    md.inline.ruler.at("html_inline", html_inline)
    md.inline.ruler.push("braces", braces)


def link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """CommonMark links; a footnote mark `[^1]`; a span `[call to action]{lang=en}`."""
    start = state.pos
    if state.src[start] != "[" or state.src.find("]", start, state.posMax) < 0:
        return False
    index = len(state.tokens) + bool(state.pending)
    if _link(state, silent):
        if not silent:
            _remember(state.tokens[index], state, start)
        return True
    return _footnote(state, silent=silent) or _span(state, silent=silent)


def image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """CommonMark images."""
    start = state.pos
    if state.src[start] != "!" or state.src.find("]", start, state.posMax) < 0:
        return False
    index = len(state.tokens) + bool(state.pending)
    if not _image(state, silent):
        return False
    if not silent:
        _remember(state.tokens[index], state, start)
    return True


def autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """`<https://…>`. What is shown is an address, not a text to be set."""
    start = state.pos
    if state.src[start] != "<" or not _autolink(state, silent):
        return False
    if not silent:
        _remember(state.tokens[-3], state, start)
        state.tokens[-2].type = ADDRESS
    return True


def html_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """A raw tag."""
    start = state.pos
    if state.src[start] != "<" or not _html_inline(state, silent):
        return False
    if not silent:
        state.tokens[-1].meta["at"] = start
    return True


def braces(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """A shortcode `{{ … }}`, or attributes `{…}` of the element before."""
    if state.src[state.pos] != "{":
        return False
    if state.src.startswith("{{", state.pos):
        return _shortcode(state, silent=silent)
    return not silent and _attributes(state)


def _remember(token: Token, state: StateInline, start: int) -> None:
    token.meta["at"] = start
    token.meta["source"] = state.src[start : state.pos]


def _footnote(state: StateInline, *, silent: bool) -> bool:
    mark = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if mark is None:
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.content = mark[0]
        token.meta = {"label": mark[1], "at": mark.start()}
    state.pos = mark.end()
    return True


def _span(state: StateInline, *, silent: bool) -> bool:
    start, maximum = state.pos, state.posMax
    if state.src.find("]{", start, maximum) < 0:
        return False
    end = parseLinkLabel(state, start)
    if end < 0 or end + 1 >= maximum or state.src[end + 1] != "{":
        return False
    attributes = read_attributes(state.src, end + 1)
    if attributes is None or not attributes.are_plain or end + 1 + attributes.length > maximum:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, end
        token = state.push("span_open", "span", 1)
        token.meta["attributes"] = [(attributes, end + 1)]
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = end + 1 + attributes.length, maximum
    return True


def _shortcode(state: StateInline, *, silent: bool) -> bool:
    start = state.pos
    whole = _SHORTCODE().match(state.src, start, state.posMax)
    end = whole.end() if whole else _end_in_spite_of_quotes(state.src, start, state.posMax)
    if not silent:
        token = state.push("shortcode", "", 0)
        token.content = state.src[start : end or start + 2]
        token.meta = {"at": start, "is_closed": end > 0}
    state.pos = end or start + 2
    return True


def _end_in_spite_of_quotes(source: str, start: int, maximum: int) -> int:
    """Where a shortcode with an unclosed quotation mark ends; 0 if its braces are not closed before the next one."""
    end = source.find("}}", start + 2, maximum)
    return 0 if end < 0 or source.find("{{", start + 2, end) >= 0 else end + 2


def _attributes(state: StateInline) -> bool:
    if state.pending or not state.tokens or state.tokens[-1].type not in _WITH_ATTRIBUTES:
        return False
    attributes = read_attributes(state.src, state.pos)
    if attributes is None or state.pos + attributes.length > state.posMax:
        return False
    if not attributes.are_plain and state.tokens[-1].type not in _WITH_WORDS:
        return False
    opener = _opener(state.tokens)
    opener.meta.setdefault("attributes", []).append((attributes, state.pos))
    state.pos += attributes.length
    return True


def _opener(tokens: list[Token]) -> Token:
    """The token that the last one closes, or the last one itself."""
    depth = 0
    for token in reversed(tokens):
        depth += token.nesting
        if depth >= 0:
            return token
    return tokens[-1]
