"""A finished page, parsed and walked through once, for all that facts are read from.

What many pages have around `<main>` is not even walked through again (`checks.margins`). Lives as long as one page is
read. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from sitegen.checks.amounts import plain
from sitegen.checks.elements import HEADINGS, Element, Elements, elements_among, raw_text
from sitegen.checks.margins import Gist, taken_apart
from sitegen.checks.waited_for import WORDS, found_around, found_in
from sitegen.text.placeholders import BREAK

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode


class ParsedPage:
    """The page `html`, for as long as it is looked at."""

    def __init__(self, html: str | bytes) -> None:
        """Bytes are UTF-8."""
        self.html: Final = html if isinstance(html, bytes) else html.encode("utf-8", "ignore")
        self._apart: Final = taken_apart(self.html)
        pieces = self._apart.elements if self._apart else (elements_among(self._nodes()),)
        self._named: Final = _by_tag(pieces)
        self.links: Final = [link for piece in pieces for link in piece.links]
        """All `<a href>`, in document order; what is in a `<template>` is no element of the page."""
        self.others: Final = [one for piece in pieces for one in piece.others]
        """All that facts are read from but what most elements are: links with an `href` alone, and a class alone."""
        self.classes: Final = " ".join(frozenset[str]().union(*[piece.classes for piece in pieces]))
        """The classes of all elements, in any order."""
        self.hrefs: Final = list(dict.fromkeys([href for piece in pieces for href in piece.hrefs]))
        """What attributes `href` hold, each once."""
        self.names: Final = frozenset[str]().union(*[piece.names for piece in pieces])
        """The names of all attributes that any of the others has."""
        self.main: Final[LexborNode | None] = self._apart.main if self._apart else self.first("main") or self._body()
        """What the page is about; where nothing says so, all of it."""
        self.notable_links: Final = [link for piece in pieces for link in piece.notable_links]
        """Those by whose names some rule may have something to say."""
        self.links_out: Final = [link for piece in pieces for link in piece.links_out]
        """Those that may lead to another host."""

    @property
    def gist(self) -> Gist | None:
        """What its facts follow from; None where that is all of it."""
        return self._apart.gist if self._apart else None

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """All of it; hardly a page that was taken apart is asked for it. Its nodes are other ones then."""
        from selectolax.lexbor import LexborHTMLParser

        return LexborHTMLParser(self.html)

    def _nodes(self) -> Iterable[LexborNode]:
        root = self.tree.root
        return root.traverse() if root else ()

    def _body(self) -> LexborNode | None:
        """The body; one that a frameset has taken the place of is nowhere on the page."""
        body, root = self.tree.body, self.tree.root
        return body if body and root and is_within(body, root) else None

    @cached_property
    def elements(self) -> Sequence[Element]:
        """All that have attributes, in document order: looked for once more, since hardly a page is asked for them."""
        return [Element(node, node.tag or "", attributes) for node in self._nodes() if (attributes := node.attributes)]

    def of(self, tag: str) -> Sequence[Element]:
        """All elements of a name among the `others`, in document order."""
        return self._named.get(tag, ())

    def first(self, tag: str) -> LexborNode | None:
        """The first of them."""
        return next((one.node for one in self.of(tag)), None)

    @cached_property
    def main_raw(self) -> str:
        """What can be read in `main`, as by `raw_text`."""
        return raw_text(self.main) if self.main else ""

    @cached_property
    def main_text(self) -> str:
        """The same, every blank a simple one."""
        return plain(self.main_raw)

    @cached_property
    def _around(self) -> tuple[Sequence[str], Sequence[str]]:
        """What can be read before `main` and behind it, in parts, of which most are the same on many pages."""
        titles = [raw_text(title.node) for title in self.of("title")]
        if self._apart:
            return [*titles, *self._apart.margins.texts_before], self._apart.margins.texts_behind
        root = self.tree.root
        if root is None or self.main is None:
            return (raw_text(root) if root else "",), ()
        before, behind = texts_around(self.main, self.tree.body or root)
        return [*titles, *before], behind

    @cached_property
    def all_text(self) -> str:
        """Every piece of text of the page, its title among them, with `BREAK` between any two.

        Without soft hyphens, and without what the head says to machines alone, as no rule about words asks for that.
        """
        before, behind = self._around
        return BREAK.join(filter(None, (*before, self.main_raw, *behind)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that rules about texts wait for, as far as they stand in `all_text`."""
        if self._apart:
            titles = [found_in(raw_text(title.node)) for title in self.of("title")]
            return found_in(self.main_raw).union(self._apart.margins.words, *titles)
        before, behind = self._around
        return found_in(self.main_raw).union(*map(found_around, before), *map(found_around, behind))

    @cached_property
    def headings(self) -> Sequence[Element]:
        """All headings within `main`."""
        return those_within([one for one in self.others if one.tag in HEADINGS], self.main) if self.main else ()

    def said(self, words: Iterable[str]) -> list[str]:
        """Those of some words that `all_text` holds."""
        found, text = self.words, self.all_text
        return [word for word in words if word in found or (word not in WORDS and word in text)]


def _by_tag(pieces: Iterable[Elements]) -> Mapping[str, Sequence[Element]]:
    named: dict[str, list[Element]] = {}
    for piece in pieces:
        for tag, elements in piece.named.items():
            named.setdefault(tag, []).extend(elements)
    return named


def texts_around(node: LexborNode, root: LexborNode) -> tuple[list[str], list[str]]:
    """What can be read below `root` before an element and behind it."""
    before: list[str] = []
    behind: list[str] = []
    top = root.mem_id
    inner, outer = node, node.parent
    while outer is not None and inner.mem_id != top:
        sides: tuple[list[str], list[str]] = ([], [])
        is_behind = False
        for beside in outer.iter(include_text=True, skip_empty=True):
            if beside.mem_id == inner.mem_id:
                is_behind = True
            else:
                sides[is_behind].append(raw_text(beside))
        before[:0], behind[len(behind) :] = sides
        inner, outer = outer, outer.parent
    return before, behind


def is_within(node: LexborNode, other: LexborNode) -> bool:
    """Whether an element stands in another one, however deep."""
    sought, around = other.mem_id, node.parent
    while around is not None and around.mem_id != sought:
        around = around.parent
    return around is not None


def those_within(elements: Sequence[Element], node: LexborNode) -> Sequence[Element]:
    """Those of some elements in document order that stand in another one; as they lie side by side, few are asked."""
    first, end = 0, len(elements)
    while first < end and not is_within(elements[first].node, node):
        first += 1
    while first < end and not is_within(elements[end - 1].node, node):
        end -= 1
    return elements[first:end]


def is_all_of(node: LexborNode, other: LexborNode) -> bool:
    """Whether an element is another one, or there is nothing else in that."""
    sought, at = node.mem_id, other
    while at.mem_id != sought:
        within = list(islice(at.iter(include_text=True, skip_empty=True), 2))
        if len(within) != 1:
            return False
        at = within[0]
    return True
