"""What a document comes to: a title, a text in our Markdown, pictures, and what could not be carried over."""

from __future__ import annotations

import msgspec

from sitegen.importers.html.notes import Note


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture that lies beside the text from now on."""

    name: str
    """Of its file, as the text has it."""
    content: bytes


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was read."""

    title: str
    markdown: str
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A document as HTML: what a reader of one format hands over."""

    html: str
    title: str = ""
    """The title that the document itself gives, outside of its text."""
    pictures: dict[str, bytes] = {}
    """Its pictures by the address that the HTML has for them."""
    notes: tuple[Note, ...] = ()
