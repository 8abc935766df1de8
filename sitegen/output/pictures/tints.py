"""The colour that stands where a picture is about to appear: one of 64, so that a stylesheet can name them all.

Pure arithmetic; knows nothing of files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

NO_TINT: Final = -1
"""For pictures that one can see through, and those that were never decoded."""

_STEPS: Final = 4
"""For each of red, green and blue: 64 colours in all."""


def tint_of(picture: Image.Image) -> int:
    """The number of the colour nearest to the average of `picture` (mode RGB)."""
    from PIL import Image

    red, green, blue = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    return (_step(red) * _STEPS + _step(green)) * _STEPS + _step(blue)


def colour_of(tint: int) -> str:
    """`#rrggbb` of the tint with this number, 0 to 63."""
    red, rest = divmod(tint, _STEPS * _STEPS)
    green, blue = divmod(rest, _STEPS)
    return f"#{_value(red):02x}{_value(green):02x}{_value(blue):02x}"


def _step(value: int) -> int:
    return value * _STEPS // 256


def _value(step: int) -> int:
    """The middle of its step."""
    return step * 256 // _STEPS + 128 // _STEPS
