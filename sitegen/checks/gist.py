"""All of a page that its facts follow from: where that is the same on two pages, so are their facts.

Most edits of a layout are about what stands around `<main>`: another line in the foot, another wrapping. Text there is
no fact but where it names a link, or says a word that some rule waits for; elements that hold nothing else are none
either. Whatever is in doubt belongs to the gist as it stands. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from sitegen.checks.amounts import plain
from sitegen.checks.elements import raw_text
from sitegen.checks.legal.words import may_say
from sitegen.checks.waited_for import found_in
from sitegen.text.placeholders import may_hold_placeholders

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS: Final = frozenset(
    {*("header", "footer", "nav", "section", "aside", "address", "div", "p", "ul", "ol", "hr", "h2", "h3", "h4")}
)
"""What may stand in the body itself: a line of text ends with it."""
_PLAIN: Final = _BLOCKS | {"li", "span", "small", "strong", "em", "b", "i", "br", "a", "img"}
"""Elements of which no fact is read but by their attributes and by the names of links."""
_ATTRIBUTES: Final = frozenset(
    {
        *("class", "id", "href", "rel", "lang", "hreflang", "aria-label", "aria-current"),
        *("src", "alt", "width", "height", "loading", "decoding"),
    }
)
"""By none of these it is said how to read a text."""
_SECTION: Final = "§"


def gist_of_margin(nodes: Iterable[LexborNode]) -> str:
    """What is to be known of all that stands in the body on one side of `main`."""
    gist = []
    before = ""
    for node in nodes:
        if before in _BLOCKS and node.tag not in _BLOCKS:
            gist.append("\n")  # a line begins here because of a block of which there may be no other trace
        gist.append(_outline(node) if _is_plain(node) and _says_nothing(node) else node.html or "")
        before = node.tag or ""
    return "".join(gist)


def _is_plain(block: LexborNode) -> bool:
    return block.tag in _BLOCKS and all(
        node.tag in _PLAIN and _ATTRIBUTES.issuperset(node.attributes) for node in block.traverse()
    )


def _says_nothing(block: LexborNode) -> bool:
    """Whether no rule has a question about its text, however it puts the pieces of that together."""
    return not any(map(_may_say, (raw_text(block), plain(block.text()), plain(block.text(separator=" ")))))


def _may_say(text: str) -> bool:
    words = found_in(text)
    return bool(words) or _SECTION in text or may_say(text, (), words=words) or may_hold_placeholders(text, words)


def _outline(node: LexborNode) -> str:
    """An element without texts, but for names of links; nothing for one in which nothing is left."""
    if node.tag == "a":
        return node.html or ""
    within = "".join(map(_outline, node.iter()))
    return f"<{node.tag} {sorted(node.attributes.items())}>{within}</>" if within or node.attributes else ""
