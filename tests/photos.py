"""Pictures for tests, made when they are needed: noise, since a picture of one colour is too light for any variant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image

SECRET = b"GEHEIM"


def photograph(width: int, height: int, *, mode: str = "RGB") -> Image.Image:
    """Coarse noise: many colours, and heavy enough to be worth a second format."""
    small = Image.frombytes(
        "RGB", (width // 8, height // 8), bytes(i * 89 % 251 for i in range(width // 8 * (height // 8) * 3))
    )
    return small.resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def with_secrets(orientation: int = 1) -> Image.Exif:
    """EXIF data that nobody shall read, with an orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def save(path: Path, image: Image.Image, **options: Any) -> Path:  # noqa: ANN401 - Pillow's own
    """Write `image` to `path`, in the format of its ending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)
    return path
