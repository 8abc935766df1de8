"""A decoded picture as a browser shall show it: upright, in sRGB, eight bits, without anything beside the pixels.

Covers what cameras, scanners and printing shops deliver: CMYK, Display P3, 16 bits of grey, palettes, bitmaps.
"""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

_DEEP_GREY: Final = frozenset({"I;16", "I;16B", "I;16L", "I"})
_OPAQUE: Final = 255


def upright_in_srgb(picture: Image.Image, *, enough: int) -> Image.Image:
    """The pixels of `picture` in mode RGB, or RGBA if any of them lets something through. Decodes it.

    A picture many times as large as `enough` pixels comes smaller, with at least twice that on its shorter side.
    """
    from PIL import ImageOps

    profile = picture.info.get("icc_profile")
    ImageOps.exif_transpose(picture, in_place=True)  # a copy of a vast picture would double the memory
    image = _in_srgb(_smaller(picture, enough), profile)
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == _OPAQUE:
        image = image.convert("RGB")
    image.info = {}
    return image


def _smaller(picture: Image.Image, enough: int) -> Image.Image:
    """A copy, by a whole factor smaller where the colours of neighbours can be mixed."""
    factor = min(picture.size) // (2 * enough) or 1
    can_mix = picture.mode in ("RGB", "RGBA", "L", "CMYK") and "transparency" not in picture.info
    return picture.reduce(factor) if factor > 1 and can_mix else picture.copy()


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    if image.mode in _DEEP_GREY:
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if isinstance(profile, bytes) and profile:
        converted = _by_profile(image, profile)
        if converted is not None:
            return converted
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The image with the colours that its profile means; None where that is sRGB already, or the profile is no good."""
    from PIL import ImageCms

    if b"sRGB" in profile[:1024] or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return None
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    return None
