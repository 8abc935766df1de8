"""The tree between a file's text and typed values: scalars, mappings and sequences, each with its place.

Every scalar is text, exactly as typed; nothing here guesses numbers, dates or booleans. YAML, TOML and header lines all
end in these nodes, so that one converter serves them.
"""

from __future__ import annotations

import msgspec

from sitegen.diagnostics import Diagnostic, Span


class Scalar(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of text."""

    text: str
    """Plain: the line as typed, without outer blanks. Quoted or a text block: its content, decoded."""
    plain: bool = True
    """Typed without quotes; only then may ` # …` at its end be a comment, if the field is no text."""
    span: Span

    @property
    def typed(self) -> str:
        """What stands for this node where a text is wanted."""
        return self.text


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """Keys and values in the order of the file; a key occurs once."""

    items: tuple[tuple[Scalar, Node], ...] = ()
    span: Span
    typed: str | None = None
    """The whole of it as typed where it stands on one line: `Telefon: 9–17 Uhr` in a list may be meant as text."""
    misread: frozenset[str] = frozenset()
    """Keys on lines that could not be taken: they have a finding already and are not missing, too."""


class Sequence(msgspec.Struct, frozen=True, kw_only=True):
    """A list."""

    items: tuple[Node, ...] = ()
    span: Span
    typed: str | None = None
    """The whole of it as typed where it stands on one line: `[Update]` may be meant as text."""


Node = Scalar | Mapping | Sequence
"""One value of a file."""

Data = str | list["Data"] | dict[str, "Data"]
"""Nodes without their places."""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What a text says, and what is wrong with it. With findings the node holds what could be read in spite of them."""

    node: Mapping | Sequence | None
    """None when nothing could be read."""
    findings: tuple[Diagnostic, ...] = ()


def plain_data(node: Node) -> Data:
    """The values alone, for data files that templates read: texts, lists and dicts of them."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain_data(item) for item in node.items]
        case Mapping():
            return {key.text: plain_data(value) for key, value in node.items}
