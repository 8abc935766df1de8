"""The shape of a legal page before it is HTML: sections of texts, lists and facts, and what is missing in them.

Texts are plain and typeset. Never holds HTML, so that whoever renders escapes once and for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from sitegen.model.third_party import StorageItem

Kind = Literal["impressum", "datenschutz", "barrierefreiheit"]
"""As typed behind `::: legal`."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text; a link where it has an address (`mailto:`, `tel:`, `https://`)."""

    text: str
    href: str = ""


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """Running text."""

    pieces: tuple[Piece, ...]


class Lines(msgspec.Struct, frozen=True, tag=True):
    """Lines below one another, as in an address."""

    lines: tuple[tuple[Piece, ...], ...]


class Items(msgspec.Struct, frozen=True, tag=True):
    """A list."""

    items: tuple[str, ...]


class Facts(msgspec.Struct, frozen=True, tag=True):
    """Names and what they stand for."""

    rows: tuple[tuple[str, tuple[Piece, ...]], ...]


class Storage(msgspec.Struct, frozen=True, tag=True):
    """What is stored on the visitor's device: a table under these four headings."""

    label: str
    """What the table is called for those who do not see it."""
    headings: tuple[str, str, str, str]
    """Name, kind, duration, purpose."""
    rows: tuple[tuple[StorageItem, str], ...]
    """Each with its kind in German."""


class Subheading(msgspec.Struct, frozen=True, tag=True):
    """The name of a part of a section."""

    text: str


class Missing(msgspec.Struct, frozen=True, tag=True):
    """Something the law wants to be said and the owner has not said."""

    what: str
    """„Ihre Anschrift“: German, as it follows „Hier fehlt:“."""
    key: str
    """Where it belongs in `site.yaml`: `business.address`."""
    example: str
    """Lines ready to paste below `business:`."""
    rule: str
    """The rule of law that asks for it; see `missing.rule_of`."""


Part = Paragraph | Lines | Items | Facts | Storage | Subheading | Missing


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One block of a legal page."""

    block: str
    """Its id among `legal.blocks`."""
    heading: str
    parts: tuple[Part, ...]
    apart: bool = False
    """Whether the law wants it set apart from everything else (Art. 21 (4) GDPR)."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole legal page."""

    kind: Kind
    sections: tuple[Section, ...]

    def missing(self) -> Iterator[Missing]:
        """All that is missing, in the order of the page, each once."""
        found = (part for section in self.sections for part in section.parts if isinstance(part, Missing))
        return iter(dict.fromkeys(found))
