"""Colours as numbers: how far two of them stand apart to the eye, and the nearest one that can be read.

Contrast is that of WCAG 2.2; lightness, chroma and hue are OKLCH. Every colour that goes in or comes out is
a hex triplet `#rrggbb`. Never decides which contrast is wanted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

import msgspec

READABLE: Final = 4.5
"""Least contrast of text to its ground (WCAG 2.2, 1.4.3)."""
VISIBLE: Final = 3.0
"""Least contrast of large text, of the border of a control and of the ring of the focus (1.4.3, 1.4.11)."""

_STEPS: Final = 400
"""In how many steps of lightness a readable colour is looked for; finer than one step of a hex triplet shows."""

Triple = tuple[float, float, float]


class Oklch(msgspec.Struct, frozen=True):
    """A colour as the eye orders it."""

    lightness: float
    """0 black to 1 white."""
    chroma: float
    """0 grey; the strongest colours of a screen reach about 0.3."""
    hue: float
    """In radians."""


def oklch(colour: str) -> Oklch:
    """`colour` in OKLCH, by Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/), as in CSS Color 4."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_oklch(colour: Oklch) -> str:
    """The hex triplet of `colour`; what a screen cannot show loses chroma until it can."""
    chroma = colour.chroma
    while True:
        linear = _linear_of(colour.lightness, chroma, colour.hue)
        if chroma < 0.002 or all(-0.0005 <= part <= 1.0005 for part in linear):  # noqa: PLR2004 - rounding of hex
            return "#" + "".join(f"{round(_curved(min(max(part, 0.0), 1.0)) * 255):02x}" for part in linear)
        chroma *= 0.96


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The contrast of `colour` to the one of `grounds` that it stands out from the least."""
    return min(contrast(colour, ground) for ground in grounds)


def mixed(colour: str, ground: str, part: float) -> str:
    """`part` (0 to 1) of `colour` laid over `ground`."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round((over * part + under * (1 - part)) * 255):02x}" for over, under in pairs)


def nearest_readable(colour: str, grounds: Iterable[str], *, wanted: float = READABLE) -> str:
    """The colour of the same hue nearest in lightness that reaches `wanted` on all `grounds`; else black or white."""
    standing = tuple(grounds)
    if least_contrast(colour, standing) >= wanted:
        return colour
    own = oklch(colour)
    for step in range(1, _STEPS + 1):
        for lightness in (own.lightness - step / _STEPS, own.lightness + step / _STEPS):
            if 0 <= lightness <= 1:
                tried = from_oklch(Oklch(lightness, own.chroma, own.hue))
                if least_contrast(tried, standing) >= wanted:
                    return tried
    return max("#000000", "#ffffff", key=lambda extreme: least_contrast(extreme, standing))


def _parts(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(colour: str) -> Triple:
    red, green, blue = (_straight(part) for part in _parts(colour))
    return red, green, blue


def _straight(part: float) -> float:
    """One part of sRGB as light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the norm's own numbers


def _curved(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004 - as above


def _linear_of(lightness: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
