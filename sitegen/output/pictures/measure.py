"""How large a picture is, read from the head of its file. Never decodes a whole picture, never changes one."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Final

from sitegen.output.pictures.faults import PictureError
from sitegen.output.pictures.opening import opened, shown_size
from sitegen.output.pictures.plain_jpeg import plain_size
from sitegen.output.pictures.tasks import Measure

_SVG_TAG: Final = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_SVG_LENGTH: Final = re.compile(rb'\b(width|height)="(\d+(?:\.\d+)?)(?:px)?"')
_VIEW_BOX: Final = re.compile(rb'\bviewBox="[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')


def measure(path: Path) -> Measure:
    """The size of the picture at `path`, turned as its EXIF orientation says."""
    if path.suffix.lower() == ".svg":
        return measure_svg(path.read_bytes())
    if plain := plain_size(path):
        return Measure(width=plain[0], height=plain[1])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # English, and no news: what is damaged is a finding
            with opened(path) as picture:
                width, height = shown_size(picture)
    except PictureError:
        return Measure(readable=False)
    return Measure(width=width, height=height)


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
