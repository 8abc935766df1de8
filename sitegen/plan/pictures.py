"""A published picture as a layout sees it."""

from __future__ import annotations

import msgspec


class PictureView(msgspec.Struct, frozen=True, kw_only=True):
    """One picture file of the site; `alt`, `credit` and `caption` come from the entry that shows it."""

    url: str
    """URL path with base path."""
    width: int
    """In pixels; 0 where it is not known (SVG without a size)."""
    height: int
    alt: str = ""
    credit: str = ""
    caption: str = ""
