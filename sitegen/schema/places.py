"""Where in a tree of nodes the value of a key stands: the place of a finding about a value that was read long ago.

Pure; never reads a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.diagnostics import Span
from sitegen.schema.nodes import Mapping, Node, Scalar
from sitegen.schema.nodes import Sequence as List
from sitegen.schema.words import span_of_word, word_of

Step = str | int
"""A key, or the number of an item, from 0."""


def place_of(node: Node, path: Sequence[Step]) -> Span | None:
    """Where the value at `path` stands; None where the last step leads nowhere.

    A group that is written in short, as `image: foto.jpg` for `image.src`, stands for what is below it.
    """
    for step in path:
        found = _below(node, step)
        if found is None:
            return node.span if isinstance(node, Scalar) else None
        node = found
    return node.span


def place_of_word(node: Node, path: Sequence[Step]) -> Span | None:
    """The same of a value that is no text, so without a comment behind it."""
    found: Node | None = node
    for step in path:
        found = _below(found, step) if found else None
    return span_of_word(found, word_of(found)) if isinstance(found, Scalar) else place_of(node, path)


def scalars_of(node: Node) -> Iterator[Scalar]:
    """All texts of a node, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case List():
            for item in node.items:
                yield from scalars_of(item)
        case Mapping():
            for _, value in node.items:
                yield from scalars_of(value)


def _below(node: Node, step: Step) -> Node | None:
    if isinstance(node, Mapping):
        if step == 0:  # a single group stands for a list of one
            return node
        return next((value for key, value in node.items if key.text == step), None)
    if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
