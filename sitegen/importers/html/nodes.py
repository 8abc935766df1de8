"""HTML as a tree of our own, read once with the rules of HTML5: small, without recursion, and no deeper than we walk.

What is deeper keeps its text and its pictures and loses all other elements. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_DEPTH: Final = 80
"""Elements within elements; pages made with page builders come to thirty."""

_PAGE: Final = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
"""What begins with a script would have a head of its own, did nothing say where the body begins."""
_NO_TEXT: Final = frozenset({"script", "style", "iframe", "noembed", "noframes"})
_KEPT: Final = frozenset({"img", "br", "hr"})
"""Elements that hold nothing, and so are no deeper than what they stand in."""

TEXT: Final = "-text"
"""What a piece of text is called as a tag."""


class Node:
    """An element, or a piece of text. Its children are complete when `parsed` returns."""

    __slots__ = ("attributes", "children", "parent", "tag", "text")

    def __init__(self, tag: str, *, parent: Node | None = None, text: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.text = text
        self.attributes: dict[str, str] = {}
        self.children: list[Node] = []

    def get(self, name: str) -> str:
        """An attribute; empty for none."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> frozenset[str]:
        """The names of its classes."""
        return frozenset(self.get("class").split())

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def elements(self, *tags: str) -> Iterator[Node]:
        """The elements below it with one of these tags."""
        return (node for node in self.walk() if node.tag in tags and node is not self)

    def text_within(self) -> str:
        """All its text as it stands, a line end for `<br>`; scripts, styles and frames hold none."""
        if self.tag in _NO_TEXT:
            return ""
        own = "\n" if self.tag == "br" else self.text
        return own + "".join(child.text_within() for child in self.children)

    def words(self) -> str:
        """All its text on one line."""
        return " ".join(self.text_within().split())


def parsed(html: str) -> Node:
    """The body of `html`, which may be a fragment. Never fails."""
    from selectolax.lexbor import LexborHTMLParser

    text = html.encode("utf-8", "replace").decode()
    tree = LexborHTMLParser(text if _PAGE.search(text) else f"<body>{text}")
    body = Node("body")
    if tree.body:
        _copy(tree.body, body)
    return body


def _copy(source: LexborNode, root: Node) -> None:
    """Everything below `source` put below `root`; templates and comments show nothing and stay behind."""
    node, target, depth = source.child, root, 0
    while node is not None:
        tag = node.tag or ""
        into = None
        if tag == TEXT:
            target.children.append(Node(TEXT, parent=target, text=node.text_content or ""))
        elif not tag.startswith("-") and (depth < MAX_DEPTH or tag in _KEPT):
            into = Node(tag, parent=target)
            into.attributes = {name: value or "" for name, value in node.attributes.items()}
            target.children.append(into)
        if node.child is not None and not tag.startswith("-"):
            target, node, depth = into or target, node.child, depth + 1
            continue
        while node.next is None:
            parent = node.parent
            if parent is None or parent.mem_id == source.mem_id:
                return
            if depth <= MAX_DEPTH and target.parent is not None:
                target = target.parent
            node, depth = parent, depth - 1
        node = node.next
