"""A finished page, parsed and walked through once, for all that facts are read from.

Most of the time of reading facts goes into looking for elements, so this looks once and keeps what it saw. Lives as
long as one page is read. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import plain
from sitegen.checks.forms.page_forms import speaks_of_ending
from sitegen.checks.legal.page_law import may_be_legal
from sitegen.checks.outline import may_be_vague
from sitegen.checks.waited_for import WORDS, found_in
from sitegen.text.placeholders import BREAK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ASKED_FOR: Final = frozenset(
    {
        *("title", "meta", "link", "script", "style", "base", "main", "article", *HEADINGS),
        *("a", "area", "button", "input", "form", "blockquote", "template", "dialog"),
        *("img", "video", "iframe", "object", "embed"),
    }
)
"""Elements that facts are read from even where they have no attributes."""


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


class ParsedPage:
    """The page `html`, for as long as it is looked at."""

    def __init__(self, html: str | bytes) -> None:
        """Bytes are UTF-8."""
        from selectolax.lexbor import LexborHTMLParser

        self.html: Final = html if isinstance(html, bytes) else html.encode("utf-8", "ignore")
        self.tree: Final = LexborHTMLParser(self.html)
        elements: list[Element] = []
        others: list[Element] = []
        hrefs: dict[str | None, None] = {}
        named: dict[str, list[Element]] = {tag: [] for tag in _ASKED_FOR}
        root = self.tree.root
        for node in root.traverse() if root else ():
            tag = node.tag or ""
            attributes = node.attributes
            group = named.get(tag)
            if attributes or group is not None:
                element = Element(node, tag, attributes)
                elements.append(element)
                if group is not None:
                    group.append(element)
                if "href" in attributes:
                    hrefs[attributes["href"]] = None
                    if tag == "a" and len(attributes) == 1:
                        continue
                others.append(element)
        self.elements: Final[Sequence[Element]] = elements
        """All with attributes and all that are asked for, in document order; what is in a `<template>` is none."""
        self.others: Final[Sequence[Element]] = others
        """Those but links that have an `href` and nothing else, which most elements are."""
        self.hrefs: Final[Sequence[str]] = [href for href in hrefs if href is not None]
        """What their attributes `href` hold, each once."""
        self.names: Final = frozenset[str]().union(*[element.attributes for element in others])
        """The names of all attributes that any of the others has."""
        self._of: Final = named
        self.main: Final[LexborNode | None] = self.first("main") or self.tree.body
        """What the page is about; where nothing says so, all of it."""
        self.notable_links: Final[list[Link]] = []
        """Those by whose names some rule may have something to say."""
        self.links_out: Final[list[Element]] = []
        """Those that may lead to another host."""
        self._sort_links()

    def _sort_links(self) -> None:
        for element in self.links:
            raw = element.node.text()
            if raw not in _QUIET and is_notable(raw):
                self.notable_links.append(Link(element, plain(raw)))
            if "//" in (element.attributes["href"] or ""):
                self.links_out.append(element)

    @property
    def links(self) -> list[Element]:
        """All `<a href>`."""
        return [element for element in self._of["a"] if "href" in element.attributes]

    def of(self, tag: str) -> Sequence[Element]:
        """All elements with this name, one of those that are asked for, in document order."""
        return self._of[tag]

    def first(self, tag: str) -> LexborNode | None:
        """The first of them."""
        return self._of[tag][0].node if self._of[tag] else None

    @cached_property
    def main_raw(self) -> str:
        """What can be read in `main`, as by `raw_text`."""
        return raw_text(self.main) if self.main else ""

    @cached_property
    def main_text(self) -> str:
        """The same, every blank a simple one."""
        return plain(self.main_raw)

    @cached_property
    def all_text(self) -> str:
        """Every piece of text of the page, its title and its scripts among them, with `BREAK` between any two.

        Without soft hyphens.
        """
        root = self.tree.root
        return root.text(separator=BREAK, skip_empty=True).replace("\u00ad", "") if root else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that rules about texts wait for, as far as they stand in `all_text`."""
        return found_in(self.all_text)

    @cached_property
    def headings(self) -> Sequence[LexborNode]:
        """All headings within `main`."""
        main = self.main
        return [one.node for one in self.others if one.tag in HEADINGS and main and is_within(one.node, main)]

    def says(self, word: str) -> bool:
        """Whether `all_text` holds a word."""
        return word in self.words if word in WORDS else word in self.all_text


def raw_text(node: LexborNode) -> str:
    """What can be read in an element, as it was written, without soft hyphens; enough to look for words."""
    return node.text(separator=" ").replace("\u00ad", "")


def is_within(node: LexborNode, other: LexborNode) -> bool:
    """Whether an element stands in another one, however deep."""
    sought, around = other.mem_id, node.parent
    while around is not None and around.mem_id != sought:
        around = around.parent
    return around is not None


def is_notable(raw: str) -> bool:
    """Whether a link with this text may be one that some rule waits for."""
    low = raw.lower()
    if may_be_vague(low) or may_be_legal(low) or speaks_of_ending(low) or "\u00ad" in low or not raw.strip():
        return True
    if len(_QUIET) < _KEPT:
        _QUIET.add(raw)
    return False


_QUIET: Final[set[str]] = set()
"""Texts that no rule waits for, those that came up first: most stand on every page; no long list drives them out."""
_KEPT: Final = 4096
