"""One picture at one place of the site. Values only."""

from __future__ import annotations

import msgspec

from sitegen.model.body import PictureSlot
from sitegen.model.entries import Entry


class Showing(msgspec.Struct, frozen=True, kw_only=True):
    """One picture at one place."""

    entry: Entry
    src: str
    """As written."""
    file: str
    """Below the site folder."""
    slot: PictureSlot | None
    """None for a picture of the front matter."""
    credit: str
    """As written at this place; mostly empty."""
    is_mark: bool
    """Whether it is somebody's logo, which nobody asks a credit for."""
