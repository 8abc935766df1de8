"""How large a picture is, read from the head of its file. Never decodes a whole picture, never changes one."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Final

import msgspec

LARGEST: Final = 100_000_000
"""Pixels; a picture with more is taken for an attack or an accident."""

_SVG_TAG: Final = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_SVG_LENGTH: Final = re.compile(rb'\b(width|height)="(\d+(?:\.\d+)?)(?:px)?"')
_VIEW_BOX: Final = re.compile(rb'\bviewBox="[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Size in pixels as it is shown; 0 where an SVG does not say. `readable` is False for what is no picture."""

    width: int = 0
    height: int = 0
    readable: bool = True


def measure(path: Path) -> Measure:
    """The size of the picture at `path`, turned as its EXIF orientation says."""
    if path.suffix.lower() == ".svg":
        return measure_svg(path.read_bytes())
    from PIL import ExifTags, Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                width, height = picture.size
                turned = picture.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return Measure(readable=False)
    if width * height > LARGEST:
        return Measure(readable=False)
    return Measure(width=height, height=width) if turned else Measure(width=width, height=height)


def measure_svg(content: bytes) -> Measure:
    """The size that an SVG names itself, or that of its view box."""
    tag = _SVG_TAG.search(content)
    if tag is None:
        return Measure(readable=False)
    lengths = {name: float(value) for name, value in _SVG_LENGTH.findall(tag[0])}
    if len(lengths) == 2:  # noqa: PLR2004 - width and height
        return Measure(width=round(lengths[b"width"]), height=round(lengths[b"height"]))
    box = _VIEW_BOX.search(tag[0])
    return Measure(width=round(float(box[1])), height=round(float(box[2]))) if box else Measure()
