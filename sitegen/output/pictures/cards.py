"""The card that social networks show of a page without a picture: 1200 × 630, its title large, the name of the site.

Set in Source Serif (SIL Open Font License 1.1) from the package `font-source-serif-pro`, since the font inside Pillow
has no umlauts. The same text and colours give the same bytes. Never writes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from PIL import ImageFont

SIZE: Final = (1200, 630)
"""What Open Graph readers show without cutting (about 1.91 to 1)."""

_MARGIN: Final = 90
_STRIPE: Final = 18
_TITLE_SIZES: Final = (92, 80, 70, 60, 52, 44)
_MOST_LINES: Final = 4
_LEADING: Final = 1.16
_NAME_SIZE: Final = 38
_NAME_HEIGHT: Final = 110
_COLOURS: Final = 64
_SOFT_HYPHEN: Final = "\u00ad"
_ELLIPSIS: Final = "…"
_SPACES: Final = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0", _SOFT_HYPHEN: None, "\u2011": "-"})
"""Characters that the font lacks, by what looks the same."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a card."""

    title: str
    name: str
    """The site's."""
    accent: str
    """`#rrggbb`."""
    paper: str = "#fbf7f0"
    ink: str = "#2a231d"


def draw_card(card: Card) -> bytes:
    """The card as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", SIZE, card.paper)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _STRIPE, SIZE[1]), fill=card.accent)
    room = SIZE[1] - 2 * _MARGIN - _NAME_HEIGHT
    size, lines = _fitted(card.title.translate(_SPACES), room)
    font = _font("Semibold", size)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, _MARGIN + number * size * _LEADING), line, fill=card.ink, font=font, anchor="la")
    bottom = SIZE[1] - _MARGIN
    pen.rectangle((_MARGIN, bottom - 70, _MARGIN + 110, bottom - 64), fill=card.accent)
    name = _cut(card.name.translate(_SPACES), _font("Regular", _NAME_SIZE), SIZE[0] - 2 * _MARGIN)
    pen.text((_MARGIN, bottom), name, fill=card.ink, font=_font("Regular", _NAME_SIZE), anchor="ls")
    stream = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()


def _fitted(title: str, room: int) -> tuple[int, Sequence[str]]:
    """The largest size at which `title` fits into `room` pixels of height, and its lines."""
    for size in _TITLE_SIZES:
        lines = _wrapped(title, _font("Semibold", size))
        fits = all(_font("Semibold", size).getlength(line) <= SIZE[0] - 2 * _MARGIN for line in lines)
        if fits and len(lines) <= _MOST_LINES and len(lines) * size * _LEADING <= room:
            return size, lines
    smallest = _TITLE_SIZES[-1]
    font, width = _font("Semibold", smallest), SIZE[0] - 2 * _MARGIN
    lines = _wrapped(title, font)
    shown = [_cut(line, font, width) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown[-1] = _cut(f"{shown[-1]} {_ELLIPSIS}", font, width)
    return smallest, shown


def _wrapped(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Lines no wider than the card, broken at spaces only."""
    lines: list[str] = []
    for word in title.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= SIZE[0] - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The line, or as much of it as fits with an ellipsis."""
    if font.getlength(line) <= width:
        return line
    while line and font.getlength(f"{line}{_ELLIPSIS}") > width:
        line = line[:-1]
    return f"{line.rstrip()}{_ELLIPSIS}"


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    import font_source_serif_pro
    from PIL import ImageFont

    folder = Path(font_source_serif_pro.font_directory)
    return ImageFont.truetype(str(folder / f"SourceSerifPro-{weight}.ttf"), size)
