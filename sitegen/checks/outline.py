"""What a page says of itself to those who cannot see it: headings, names of links, and what was left in it unfinished.

A part of a page's facts: a pure function of its HTML. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import BLOCKS, plain
from sitegen.checks.waited_for import found_in
from sitegen.text.placeholders import BREAK, Placeholder, may_hold_placeholders, placeholders_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from sitegen.checks.elements import Element
    from sitegen.checks.parsed import ParsedPage

NAMED: Final = ("aria-label", "aria-labelledby", "title")
"""Attributes that give an element its name."""
NOT_OURS: Final = (
    "blockquote, q, code, pre, kbd, samp, textarea, script, style, template, noscript,"
    " #comments, .comments, .comment, .comment-list"
)
"""What is quoted, shown as it is, or said by visitors."""
_OF_THE_SITE: Final = frozenset({"header", "footer", "nav", "aside", "dialog"})
_OF_THE_PAGE: Final = frozenset({"article", "section", "body"})
_MORE_BLOCKS: Final = "address, th, td, label, a, button"
_SHARES: Final = 16
"""Into so many parts texts are taken where one of them may hold something."""
VAGUE: Final = frozenset(
    {
        *("hier", "hier klicken", "klick hier", "klicke hier", "klicken sie hier", "hier lang", "hier entlang"),
        *("link", "dieser link", "diesem link", "diesen link", "zum link", "klick", "klick mich", "click here", "here"),
    }
)
"""Texts of links that say nothing to whoever has a page's links listed (WCAG 2.2, 2.4.4)."""


class PageHeading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading as a browser shows it."""

    level: int
    text: str


class PageLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link or a button, for what can be wrong with its name."""

    address: str
    """Empty for a button."""
    text: str


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """All of it, in document order."""

    headings: tuple[PageHeading, ...] = ()
    """Within `<main>`; where there is none, of the whole page but its head and foot."""
    nameless: tuple[PageLink, ...] = ()
    """Links and buttons of which nothing can be read out."""
    vague: tuple[PageLink, ...] = ()
    """Those whose text does not say where they lead."""
    placeholders: tuple[Placeholder, ...] = ()
    """Without those in quotations, in code and in comments of visitors."""


def outline_in(page: ParsedPage) -> Outline:
    """The outline of a page."""
    main = page.first("main")
    nameless: dict[PageLink, None] = {}
    vague: dict[PageLink, None] = {}
    for element, text in _pressed(page):
        if says_where(text):
            continue
        link = PageLink(address=element.get("href"), text=text)
        if not any(map(element.get, NAMED)) and not is_out_of_reach(element):
            if text:
                vague[link] = None
            elif not _shown(element.node):
                nameless[link] = None
    return Outline(
        headings=tuple(
            [
                PageHeading(level=int(one.tag[1]), text=plain(one.node.text()) or _shown(one.node))
                for one in page.headings
                if main or not is_of_the_site(one.node)
            ]
        ),
        nameless=tuple(nameless),
        vague=tuple(vague),
        placeholders=tuple(leftovers_in(page.html)) if may_hold_placeholders(page.all_text, page.words) else (),
    )


def says_where(text: str) -> bool:
    """Whether the text of a link or button says where it leads."""
    return bool(text) and text.strip(" .!:»›→").lower() not in VAGUE


def may_be_vague(low: str) -> bool:
    """Whether a text, in lower case, may be one of them; each holds one of these words."""
    return "hier" in low or "link" in low or "klick" in low or "here" in low


def _pressed(page: ParsedPage) -> Iterator[tuple[Element, str]]:
    """Buttons, and links by whose names rules may have something to say, with their text."""
    for link in page.notable_links:
        yield link.element, link.text
    for button in page.of("button"):
        yield button, plain(button.node.text())


def leftovers_in(html: bytes) -> Iterator[Placeholder]:
    """The placeholders of a page, without repeats."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_OURS):
        node.decompose()
    blocks = dict.fromkeys(plain(node.text(separator=" ")) for node in tree.css(f"title, {BLOCKS}, {_MORE_BLOCKS}"))
    blocks |= dict.fromkeys(plain(node.text(deep=False)) for node in tree.css("div, section, article, main, span"))
    yield from dict.fromkeys(found for block in _hinting([*blocks]) for found in placeholders_in(block))


def _hinting(blocks: Sequence[str]) -> Iterator[str]:
    """Those that may hold some; where many together hold none, no single one is looked at."""
    text = BREAK.join(blocks)
    if may_hold_placeholders(text, found_in(text)):
        if len(blocks) == 1:
            yield blocks[0]
        else:
            share = -(-len(blocks) // _SHARES)
            for start in range(0, len(blocks), share):
                yield from _hinting(blocks[start : start + share])


def is_of_the_site(node: LexborNode) -> bool:
    """Whether a heading stands in the head, the foot or the margin that all pages share."""
    around, shared = node.parent, False
    while around is not None and around.tag not in _OF_THE_PAGE:
        shared = shared or around.tag in _OF_THE_SITE
        around = around.parent
    return shared and (around is None or around.tag == "body")


def is_out_of_reach(element: Element) -> bool:
    """Whether nobody comes to an element by ear or with the keyboard, so that it needs no name."""
    return element.get("aria-hidden") == "true" or element.get("tabindex") == "-1"


def _shown(node: LexborNode) -> str:
    """What is read out in place of the pictures within: `alt`, or the name of a drawing."""
    names = (
        within.attributes.get("alt") or within.attributes.get("aria-label")
        for within in node.css("[alt], [aria-label]")
    )
    return plain(" ".join(name for name in names if name))
