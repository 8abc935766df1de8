"""Where a field of a file stands, for findings that arise long after the file was read.

Heads are read again, which happens only when there is something to report; entries stay free of places. Never reads a
file: it takes texts that somebody else has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from sitegen.diagnostics import Span
from sitegen.schema.nodes import Mapping as Group
from sitegen.schema.nodes import Node
from sitegen.schema.places import Step, place_of, place_of_word, scalars_of
from sitegen.schema.yaml_reader import read_yaml
from sitegen.sources.front_matter import read_head


class Whereabouts:
    """Places in the files of one site."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """`texts` holds what stands in each file (path relative to the site folder) with LF line ends."""
        self._texts = texts
        self._nodes: dict[str, Node | None] = {}

    def field(self, file: str, *path: Step) -> Span:
        """The value at `path` in `file`, in its head if it has a body; the file as a whole where it does not say it."""
        node = self._node(file)
        return (place_of(node, path) if node else None) or Span(file=file)

    def word(self, file: str, *path: Step) -> Span:
        """The same of a value that is no text, so without a comment behind it."""
        node = self._node(file)
        return (place_of_word(node, path) if node else None) or Span(file=file)

    def alias(self, file: str, url: str) -> Span:
        """The former address that became the URL path `url`."""
        node = self._node(file)
        if not isinstance(node, Group):
            return Span(file=file)
        below = next((value for key, value in node.items if key.text == "aliases"), node)
        wanted = unquote(url).strip("/")
        typed = (text for text in scalars_of(below) if wanted.endswith(unquote(text.text).strip("/")))
        return next(typed, below).span

    def _node(self, file: str) -> Node | None:
        if file not in self._nodes:
            self._nodes[file] = self._read(file)
        return self._nodes[file]

    def _read(self, file: str) -> Node | None:
        text = self._texts.get(file)
        if text is None:
            return None
        if not file.endswith(".md"):
            return read_yaml(text, file=file).node
        head = read_head(text, file=file)
        return head.front if head else None
