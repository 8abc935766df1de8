"""Pictures that stand in for those that are missing: a text keeps its places, texts and captions until they come.

A grey area with „Bild fehlt“ on it. Once the real file is given, a further import puts it in its place.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

_SIZE: Final = (1200, 800)
_PAPER: Final = (226, 226, 222)
_INK: Final = (92, 92, 88)
_FORMATS: Final = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WEBP",
}
CAN_STAND_IN: Final = frozenset({*_FORMATS, ".svg"})
"""Endings of files that something can stand in for."""
_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">'
    '<rect width="1200" height="800" fill="#e2e2de"/>'
    '<text x="600" y="420" font-size="64" text-anchor="middle" fill="#5c5c58">Bild fehlt</text></svg>\n'
)


@lru_cache(maxsize=8)
def _drawn(form: str) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.text((_SIZE[0] / 2, _SIZE[1] / 2), "Bild fehlt", fill=_INK, anchor="mm", font_size=64)
    draw.rectangle((24, 24, _SIZE[0] - 24, _SIZE[1] - 24), outline=_INK, width=3)
    stream = io.BytesIO()
    picture.save(stream, form)
    return stream.getvalue()


def stand_in(path: str) -> bytes:
    """The picture for a file called `path`, in the format of its ending, which is one of `CAN_STAND_IN`."""
    ending = PurePosixPath(path).suffix.lower()
    return _SVG.encode() if ending == ".svg" else _drawn(_FORMATS[ending])
