"""The elements of a page that facts are read from, as they are found on one way through it.

Most of the time of reading facts goes into looking for elements, so this looks once and keeps what it saw. Lives as
long as one page is read, or several that have the same around what they are about. Judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import plain
from sitegen.checks.forms.page_forms import speaks_of_ending
from sitegen.checks.legal.page_law import may_be_legal
from sitegen.checks.outline import may_be_vague
from sitegen.text.placeholders import BREAK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BARE: Final = frozenset(
    {
        *("title", "script", "style", "main", "article", *HEADINGS),
        *("button", "form", "blockquote", "template", "dialog", "img", "object", "embed"),
    }
)
"""Elements that facts are read from even where they have nothing but a class, or not even that."""
SOFT_HYPHEN: Final = "\u00ad"


class Element(msgspec.Struct, frozen=True, gc=False):
    """One element; its attributes are read once, since that takes longer than to find it."""

    node: LexborNode
    tag: str
    attributes: Mapping[str, str | None]

    def get(self, name: str) -> str:
        """An attribute; empty for none."""
        return self.attributes.get(name) or ""


class Link(msgspec.Struct, frozen=True, gc=False):
    """An `<a href>` and what it is called for whoever sees it."""

    element: Element
    text: str


class Elements(msgspec.Struct, frozen=True, kw_only=True):
    """Those of a page or of a part of it, in document order; what is in a `<template>` is no element of the page."""

    links: Sequence[Element] = ()
    """All `<a href>`."""
    others: Sequence[Element] = ()
    """All that facts are read from but what most elements are: links with an `href` alone, and a class alone."""
    named: Mapping[str, Sequence[Element]] = {}
    """The others by their tags."""
    hrefs: Sequence[str] = ()
    """What attributes `href` hold."""
    classes: frozenset[str] = frozenset()
    """What attributes `class` hold."""
    names: frozenset[str] = frozenset()
    """The names of all attributes that any of the others has."""
    notable_links: Sequence[Link] = ()
    """Those by whose names some rule may have something to say."""
    links_out: Sequence[Element] = ()
    """Those that may lead to another host."""


def elements_among(nodes: Iterable[LexborNode]) -> Elements:
    """Those that facts are read from."""
    links: list[Element] = []
    others: list[Element] = []
    named: defaultdict[str, list[Element]] = defaultdict(list)
    hrefs: list[str | None] = []
    classes: set[str | None] = set()
    for node in nodes:
        attributes = node.attributes
        if not attributes:
            if node.tag not in _BARE:
                continue
        elif "class" in attributes:
            classes.add(attributes["class"])
            if len(attributes) == 1 and node.tag not in _BARE:
                continue
        element = Element(node, node.tag or "", attributes)
        if "href" in attributes:
            hrefs.append(attributes["href"])
            if element.tag == "a":
                links.append(element)
                if len(attributes) == 1:
                    continue
        others.append(element)
        named[element.tag].append(element)
    return Elements(
        links=links,
        others=others,
        named=dict(named),
        hrefs=[href for href in hrefs if href is not None],
        classes=frozenset(filter(None, classes)),
        names=frozenset[str]().union(*[element.attributes for element in others]),
        notable_links=_notable(links),
        links_out=[element for element in links if "//" in (element.attributes["href"] or "")],
    )


def raw_text(node: LexborNode) -> str:
    """What can be read in an element, as it was written, without soft hyphens; `BREAK` between any two pieces."""
    text = node.text(separator=BREAK, skip_empty=True)
    return text.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in text else text


def _notable(links: Iterable[Element]) -> list[Link]:
    texts = [(element, element.node.text_lexbor()) for element in links]
    return [Link(element, plain(raw)) for element, raw in texts if raw not in _QUIET and is_notable(raw)]


def is_notable(raw: str) -> bool:
    """Whether a link with this text may be one that some rule waits for."""
    low = raw.lower()
    if may_be_vague(low) or may_be_legal(low) or speaks_of_ending(low) or SOFT_HYPHEN in low or not raw.strip():
        return True
    if len(_QUIET) < _KEPT:
        _QUIET.add(raw)
    return False


_QUIET: Final[set[str]] = set()
"""Texts that no rule waits for, those that came up first: most stand on every page; no long list drives them out."""
_KEPT: Final = 4096
