"""The colour that stands where a picture is about to appear: one of 64, so that a stylesheet can name them all.

The average of a photograph is nearly grey; so the 64 are eight steps of lightness, each in grey and in seven casts.
Pure arithmetic; knows nothing of files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

NO_TINT: Final = -1
"""For pictures that one can see through, and those that were never decoded."""

Colour = tuple[int, int, int]

_STEPS: Final = (22, 52, 84, 116, 148, 180, 212, 240)
_CASTS: Final[tuple[Colour, ...]] = (
    (0, 0, 0),
    (14, 0, -18),
    (42, -6, -46),
    (24, -14, -6),
    (-16, 16, -12),
    (-24, 8, 8),
    (-26, -2, 30),
    (8, -16, 18),
)
"""Grey, cream, amber, rose, leaf, teal, blue, violet."""


def colours() -> tuple[Colour, ...]:
    """All 64, as red, green and blue from 0 to 255."""
    return tuple(
        (_within(step + red), _within(step + green), _within(step + blue))
        for step in _STEPS
        for red, green, blue in _CASTS
    )


def tint_of(picture: Image.Image) -> int:
    """The number of the colour nearest to the average of `picture` (mode RGB)."""
    from PIL import Image

    average = picture.resize((1, 1), Image.Resampling.BOX).tobytes()
    distances = [sum((a - b) ** 2 for a, b in zip(average, colour, strict=True)) for colour in colours()]
    return distances.index(min(distances))


def colour_of(tint: int) -> str:
    """`#rrggbb` of the tint with this number, 0 to 63."""
    red, green, blue = colours()[tint]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _within(value: int) -> int:
    return min(255, max(0, value))
