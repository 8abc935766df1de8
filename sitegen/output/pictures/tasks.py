"""What is to be made of a picture, and how large it is, as values for whoever decodes nothing. Knows no codec."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import msgspec

Format = Literal["avif", "webp", "jpeg", "png"]

WIDEST_FALLBACK: Final = 1200
"""Pixels: what old browsers, feed readers and previews in social networks get."""

SVG: Final = ".svg"
UNSTRIPPABLE: Final = frozenset({".avif", ".heic", ".heif", ".hif", ".tif", ".tiff"})
"""Kinds that may hold metadata which cannot be taken out without loss."""
STRIPPABLE: Final = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp", ".gif"})


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """Which sizes and formats are made."""

    widths: tuple[int, ...]
    """Pixels, ascending."""
    formats: tuple[Format, ...]
    """In the order in which a browser shall prefer them; with `jpeg` the fallback too comes in all widths."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Size in pixels as it is shown; 0 where an SVG does not say. `readable` is False for what is no picture."""

    width: int = 0
    height: int = 0
    readable: bool = True


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One picture to be made."""

    key: str
    """All that the result depends on, as a digest; where it is kept."""
    path: Path
    recipe: Recipe | None
    """None for a picture that goes out as it is but for its metadata."""
