"""A finished page, parsed and walked through once, for all that facts are read from.

Most of the time of reading facts goes into looking for elements, so this looks once and keeps what it saw. Lives as
long as one page is read. Judges nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import plain
from sitegen.checks.forms.page_forms import speaks_of_ending
from sitegen.checks.legal.page_law import may_be_legal
from sitegen.checks.outline import may_be_vague
from sitegen.checks.waited_for import WORDS, found_around, found_in
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

_SOFT_HYPHEN: Final = "\u00ad"


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
        links: list[Element] = []
        others: list[Element] = []
        named: defaultdict[str, list[Element]] = defaultdict(list)
        hrefs: list[str | None] = []
        classes: set[str | None] = set()
        root = self.tree.root
        for node in root.traverse() if root else ():
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
        self.links: Final[Sequence[Element]] = links
        """All `<a href>`, in document order; what is in a `<template>` is no element of the page."""
        self.others: Final[Sequence[Element]] = others
        """All that facts are read from but what most elements are: links with an `href` alone, and a class alone."""
        self.classes: Final = " ".join(filter(None, classes))
        """The classes of all elements, in any order."""
        self.hrefs: Final[Sequence[str]] = [href for href in dict.fromkeys(hrefs) if href is not None]
        """What attributes `href` hold, each once."""
        self.names: Final = frozenset[str]().union(*[element.attributes for element in others])
        """The names of all attributes that any of the others has."""
        self._named: Final[Mapping[str, Sequence[Element]]] = named
        self.main: Final[LexborNode | None] = self.first("main") or self._body()
        """What the page is about; where nothing says so, all of it."""
        self.notable_links: Final[list[Link]] = []
        """Those by whose names some rule may have something to say."""
        self.links_out: Final[list[Element]] = []
        """Those that may lead to another host."""
        self._sort_links()

    def _body(self) -> LexborNode | None:
        """The body; one that a frameset has taken the place of is nowhere on the page."""
        body, root = self.tree.body, self.tree.root
        return body if body and root and is_within(body, root) else None

    def _sort_links(self) -> None:
        for element in self.links:
            raw = element.node.text_lexbor()
            if raw not in _QUIET and is_notable(raw):
                self.notable_links.append(Link(element, plain(raw)))
            if "//" in (element.attributes["href"] or ""):
                self.links_out.append(element)

    @cached_property
    def elements(self) -> Sequence[Element]:
        """All that have attributes, in document order: looked for once more, since hardly a page is asked for them."""
        root = self.tree.root
        walk = root.traverse() if root else ()
        return [Element(node, node.tag or "", attributes) for node in walk if (attributes := node.attributes)]

    def of(self, tag: str) -> Sequence[Element]:
        """All elements of a name among the `others`, in document order."""
        return self._named.get(tag, ())

    def first(self, tag: str) -> LexborNode | None:
        """The first of them."""
        return self._named[tag][0].node if tag in self._named else None

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
        root = self.tree.root
        if root is None or self.main is None:
            return (raw_text(root) if root else "",), ()
        before, behind = texts_around(self.main, self.tree.body or root)
        return [*(raw_text(title.node) for title in self.of("title")), *before], behind

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


def raw_text(node: LexborNode) -> str:
    """What can be read in an element, as it was written, without soft hyphens; `BREAK` between any two pieces."""
    text = node.text(separator=BREAK, skip_empty=True)
    return text.replace(_SOFT_HYPHEN, "") if _SOFT_HYPHEN in text else text


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


def is_notable(raw: str) -> bool:
    """Whether a link with this text may be one that some rule waits for."""
    low = raw.lower()
    if may_be_vague(low) or may_be_legal(low) or speaks_of_ending(low) or _SOFT_HYPHEN in low or not raw.strip():
        return True
    if len(_QUIET) < _KEPT:
        _QUIET.add(raw)
    return False


_QUIET: Final[set[str]] = set()
"""Texts that no rule waits for, those that came up first: most stand on every page; no long list drives them out."""
_KEPT: Final = 4096
