"""Footnotes found by how they are linked: a mark leads to a text that leads back to the mark.

So they are written by Word (saved as HTML or read by mammoth), by WordPress, by Pandoc and by most plugins, each with
names of its own. Changes nothing in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.importers.html.nodes import Node

_HOLDERS: Final = frozenset({"li", "p", "div", "aside", "dd", "section"})
_LONGEST_MARK: Final = 8
"""Letters of a mark: `[12]`, `*`, `(iv)`."""


class Footnotes:
    """The footnotes of one text, numbered in the order of their marks."""

    def __init__(self, root: Node) -> None:
        self.is_open = False
        """Whether the texts are being read, which are left out of the flow."""
        self._labels: dict[int, str] = {}
        self._marks: dict[int, str] = {}
        self._backs: set[int] = set()
        self._hidden: set[int] = set()
        self._texts: list[tuple[str, Node]] = []
        links = [node for node in root.elements("a") if node.get("href").startswith("#")]
        if links:
            self._find(links, _named(root))
            self._hide()

    def label(self, link: Node) -> str:
        """The label of the footnote whose mark `link` is; empty if it is none."""
        return self._marks.get(id(link), "")

    def leads_back(self, link: Node) -> bool:
        """Whether `link` is the arrow from a footnote to its mark."""
        return id(link) in self._backs

    def is_text(self, node: Node) -> bool:
        """Whether `node` is the text of a footnote, or a list or section that holds nothing else."""
        return not self.is_open and id(node) in self._hidden

    def texts(self) -> Iterator[tuple[str, Node]]:
        """Labels and texts in order."""
        return iter(self._texts)

    def _find(self, links: list[Node], named: dict[str, Node]) -> None:
        for link in links:
            target = named.get(link.get("href")[1:])
            text = _holder(target) if target else None
            if text is None or self.leads_back(link) or len(link.words()) > _LONGEST_MARK:
                continue
            names = _names_around(link)
            backs = {id(back) for back in text.elements("a") if back.get("href")[1:] in names}
            if id(text) not in self._labels:
                if not backs or any(node is link for node in text.walk()):
                    continue
                self._labels[id(text)] = str(len(self._labels) + 1)
                self._texts.append((self._labels[id(text)], text))
            self._marks[id(link)] = self._labels[id(text)]
            self._backs |= backs

    def _hide(self) -> None:
        """The texts leave the flow, and so do the lists and sections that are empty then."""
        for _, text in self._texts:
            node: Node | None = text
            while node is not None and node.parent is not None:
                self._hidden.add(id(node))
                node = node.parent
                if any(
                    child.tag != "hr" and id(child) not in self._hidden and child.words() for child in node.children
                ):
                    break


def _named(root: Node) -> dict[str, Node]:
    """Elements by their names; the first of a name counts."""
    found: dict[str, Node] = {}
    for node in root.walk():
        for name in (node.get("id"), node.get("name") if node.tag == "a" else ""):
            if name:
                found.setdefault(name, node)
    return found


def _holder(node: Node) -> Node | None:
    """The block that a footnote's name stands in or upon; Word puts a `<div>` around the paragraph."""
    current: Node | None = node
    while current is not None and current.tag not in _HOLDERS:
        current = current.parent
    if current and current.parent and current.tag == "p" and current.parent.tag in {"div", "li"}:
        holder = current.parent
        is_alone = len([child for child in holder.children if child.words()]) == 1
        return holder if is_alone and holder.parent is not None else current
    return current


def _names_around(link: Node) -> set[str]:
    """The names of a mark: its own, those within it, and those of the elements that hold nothing but it."""
    names = {name for node in link.walk() for name in (node.get("id"), node.get("name")) if name}
    current = link.parent
    while current is not None and current.tag in {"sup", "span", "b", "strong", "em", "i"}:
        names |= {node.get(kind) for node in (current, *current.children) for kind in ("id", "name")} - {""}
        current = current.parent
    return names
