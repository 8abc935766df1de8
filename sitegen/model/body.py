"""A rendered Markdown body: HTML with numbered gaps, and what belongs into each gap.

A body is a pure function of its text, so it can be remembered. Whatever depends on the rest of the site (where a link
leads, how large a picture is, what a service costs) is left open as a *slot* and filled when the page is rendered.
This module only describes the data; `render` makes and fills it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import is_relative
from sitegen.text.tone import Tone

EmbedShape = Literal["video", "portrait", "map", "booking", "sound", "playlist", "other"]


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """One heading of the body, for the contents list."""

    level: int
    id: str
    """The anchor, unique within the body."""
    text: str
    """Plain text, typeset."""


class LinkSlot(msgspec.Struct, frozen=True, kw_only=True, tag="link"):
    """An address inside an attribute: filled with the final, escaped URL."""

    target: str
    """As written: `../kontakt.md#karte`, `/kontakt/`, `#unten`. Foreign addresses never become slots."""
    line: int
    """1-based, counted from the first line of the body."""
    column: int


class PictureSlot(msgspec.Struct, frozen=True, kw_only=True, tag="picture"):
    """A whole `<img>` element: filled when the picture's size and address are known."""

    src: str
    """As written: `f1.jpg`, `../pictures/f1.jpg`, `/bilder/f1.jpg`, `https://…`."""
    alt: str
    needs_alt: bool = False
    """Whether the text does not say what is to be seen and the picture is no mere decoration."""
    title: str
    credit: str = ""
    """As its caption gives it, typeset; the caption itself is a slot of its own."""
    classes: str
    id: str = ""
    width: int = 0
    """In CSS pixels, as the author asks (`{width=300}`); 0 leaves it to the theme."""
    height: int = 0
    position: int
    """0 for the first picture of the body, which is not loaded lazily."""
    line: int
    column: int


class CaptionSlot(msgspec.Struct, frozen=True, kw_only=True, tag="caption"):
    """What stands below a picture: filled when it is known who made the picture."""

    src: str
    """As the picture's."""
    html: str
    """The caption without the credit; safe to print, may be empty."""
    credit: str
    """Plain text, typeset; may be empty."""
    line: int
    column: int


class CallSlot(msgspec.Struct, frozen=True, kw_only=True, tag="call"):
    """A shortcode whose answer depends on the site: `{{ price "buchhaltung" }}`."""

    name: str
    arguments: tuple[str, ...]
    """What stands first, in the order of the shortcode's parameters."""
    options: dict[str, str]
    """What was given by its name."""
    line: int
    column: int


class EmbedSlot(msgspec.Struct, frozen=True, kw_only=True, tag="embed"):
    """Something from a third party, shown only after the visitor has asked for it: `{{ youtube "ID" }}`, an iframe."""

    party: str
    """Id of the third party; empty for an iframe, whose party its address tells."""
    source: str
    """The address that would be loaded, complete, with https."""
    page: str
    """Where the same is to be seen at the party's own place, for those who go there."""
    title: str
    """What it shows, typeset; the name of the frame for all who cannot see it."""
    shape: EmbedShape | None = None
    """How it is laid out; None leaves it to what kind of party it is."""
    tone: Tone
    """How the text around it addresses its readers."""
    line: int
    column: int


Slot = LinkSlot | PictureSlot | CaptionSlot | CallSlot | EmbedSlot


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What Markdown becomes. `html` holds NUL + slot number + NUL where a slot goes; no author can type a NUL."""

    html: str
    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    has_ad: bool = False
    """Whether an affiliate link stands in it."""
    findings: tuple[Diagnostic, ...] = ()
    """Places counted from the first line of the body, `file` empty."""

    @property
    def refers(self) -> bool:
        """Whether it shows, embeds or calls something, or leads to what may be a file: all that concerns the site."""
        return any(not isinstance(slot, LinkSlot) or is_relative(slot.target) for slot in self.slots)
