"""A finished page, parsed and walked through once, for all that facts are read from.

Most of the time of reading facts goes into looking for elements, so this looks once and keeps what it saw. Lives as
long as one page is read. Judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.checks.amounts import plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BREAK: Final = "<\n"
"""Stands between two pieces of text, as a tag does."""


class Element(NamedTuple):
    """One element; its attributes are read once, since that takes longer than to find it."""

    node: LexborNode
    tag: str
    attributes: Mapping[str, str | None]

    def get(self, name: str) -> str:
        """An attribute; empty for none."""
        return self.attributes.get(name) or ""


class Link(NamedTuple):
    """An `<a href>` and what it is called for whoever sees it."""

    element: Element
    href: str
    """As written."""
    text: str


class ParsedPage:
    """The page `html`, for as long as it is looked at."""

    def __init__(self, html: str) -> None:
        from selectolax.lexbor import LexborHTMLParser

        self.html: Final = html
        self.tree: Final = LexborHTMLParser(html)
        self.elements: Final[list[Element]] = []
        """All of them in document order; what is in a `<template>` is none of them."""
        self._of: Final[defaultdict[str, list[Element]]] = defaultdict(list)
        root = self.tree.root
        for node in root.traverse() if root else ():
            tag = node.tag or ""
            element = Element(node, tag, node.attributes)
            self.elements.append(element)
            self._of[tag].append(element)

    def of(self, tag: str) -> Sequence[Element]:
        """All elements with this name, in document order."""
        return self._of.get(tag, ())

    def first(self, tag: str) -> LexborNode | None:
        """The first of them."""
        return self._of[tag][0].node if tag in self._of else None

    @cached_property
    def main(self) -> LexborNode | None:
        """What the page is about; where nothing says so, all of it."""
        return self.first("main") or self.tree.body

    @cached_property
    def main_text(self) -> str:
        """What can be read in it, every blank a simple one."""
        return plain(self.main.text(separator=" ")) if self.main else ""

    @cached_property
    def all_text(self) -> str:
        """Every piece of text of the page, its title and its scripts among them, with `BREAK` between any two."""
        return self.tree.root.text(separator=BREAK) if self.tree.root else ""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All of them."""
        return tuple(
            Link(element, element.get("href"), plain(element.node.text()))
            for element in self.of("a")
            if "href" in element.attributes
        )
