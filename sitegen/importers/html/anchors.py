"""Places within a text that links of it lead to: only those that are led to are kept, under one name for each block.

A heading has a name of its own making, so most of them need none; names that Word counts up (`_Toc123`) never stay.
"""

from __future__ import annotations

import re
from typing import Final

from sitegen.importers.html.footnotes import Footnotes
from sitegen.importers.html.nodes import Node
from sitegen.text.slugs import slugify

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS: Final = _HEADINGS | {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "div",
    "section",
    "figure",
    "table",
    "ul",
    "ol",
    "body",
}
_VALID: Final = re.compile(r"[\w:.-]+")
_COUNTED: Final = re.compile(r"_.*|docs-internal.*", re.DOTALL)


class Anchors:
    """The names that are led to, and what they are called from now on."""

    def __init__(self, root: Node, footnotes: Footnotes) -> None:
        self._names: dict[str, str] = {}
        self._of: dict[int, str] = {}
        self._waiting = ""
        wanted = {
            link.get("href")[1:]
            for link in root.elements("a")
            if link.get("href").startswith("#") and not footnotes.label(link) and not footnotes.leads_back(link)
        } - {""}
        if wanted:
            self._find(root, wanted)

    def name(self, wanted: str) -> str:
        """What the place `wanted` is called; empty if there is none."""
        return self._names.get(wanted, "")

    def meet(self, node: Node) -> None:
        """Remember the name of a node that is walked past, for the block to come."""
        self._waiting = self._of.get(id(node), "") or self._waiting

    def take(self) -> str:
        """The name for the block that is made now; empty for none."""
        name, self._waiting = self._waiting, ""
        return name

    def _find(self, root: Node, wanted: set[str]) -> None:
        own = [slugify(node.words()) for node in root.elements(*_HEADINGS)]
        by_block: dict[int, str] = {}
        for node in root.walk():
            for given in (node.get("id"), node.get("name") if node.tag == "a" else ""):
                if given not in wanted or given in self._names:
                    continue
                block = _block_of(node)
                name = by_block.get(id(block), "") or self._called(given, block, own)
                by_block[id(block)] = self._names[given] = name
                is_own = block.tag in _HEADINGS and name == slugify(block.words())
                if not is_own:
                    self._of.setdefault(id(node), name)

    def _called(self, given: str, block: Node, own: list[str]) -> str:
        slug = slugify(block.words()) if block.tag in _HEADINGS else ""
        if slug and own.count(slug) == 1 and (_COUNTED.fullmatch(given) or given == slug):
            return slug
        name = given if _VALID.fullmatch(given) and not _COUNTED.fullmatch(given) else slugify(given) or "stelle"
        taken = {*self._names.values(), *own}
        number = 1
        while name in taken and name != given:
            number += 1
            name = f"{slugify(given) or 'stelle'}-{number}"
        return name


def _block_of(node: Node) -> Node:
    current = node
    while current.tag not in _BLOCKS and current.parent is not None:
        current = current.parent
    return current
