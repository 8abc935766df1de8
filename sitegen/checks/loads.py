"""What a page loads before anybody has scrolled: its style, its scripts, its first pictures.

A part of a page's facts. Pictures and frames that wait (`loading="lazy"`) are none of it, so a long gallery weighs
nothing as long as it waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.checks.requests.addresses import candidates

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Load = tuple[str, ...]
"""Addresses of which a browser takes one; on a large screen the largest."""


def loads_in(tree: LexborHTMLParser) -> tuple[Load, ...]:
    """All of it, as written, without repeats."""
    return tuple(load for load in dict.fromkeys(_loads(tree)) if load)


def _loads(tree: LexborHTMLParser) -> Iterator[Load]:
    for node in tree.css(
        'link[rel~="stylesheet"][href], link[rel~="preload"][href], script[src], video[autoplay][src]'
    ):
        yield (node.attributes.get("href") or node.attributes.get("src") or "",)
    for node in tree.css("img"):
        if (node.attributes.get("loading") or "").lower() != "lazy":
            yield _picture(node)


def _picture(node: LexborNode) -> Load:
    """The variants of a picture in the format that most browsers take, which stands first."""
    parent = node.parent
    source = parent.css_first("source[srcset]") if parent and parent.tag == "picture" else None
    srcset = (source or node).attributes.get("srcset")
    return tuple(candidates(srcset)) if srcset else (node.attributes.get("src") or "",)
