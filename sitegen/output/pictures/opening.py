"""The one place that opens a picture with Pillow: which kinds may be opened, how large they may be, what is a fault.

Kinds that start other programs (EPS) or that nobody publishes are never tried. Reads the head of a file only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sitegen.output.pictures.faults import Fault, PictureError

if TYPE_CHECKING:
    from PIL import Image

LARGEST: Final = 80_000_000
"""Pixels; a picture with more is taken for an attack or an accident. Below the limit at which Pillow itself warns."""

HEIC_ENDINGS: Final = frozenset({".heic", ".heif", ".hif"})

_PLUGINS: Final = {
    "JPEG": "JpegImagePlugin",  # opens MPO as well
    "PNG": "PngImagePlugin",
    "WEBP": "WebPImagePlugin",
    "GIF": "GifImagePlugin",
    "AVIF": "AvifImagePlugin",
    "TIFF": "TiffImagePlugin",
    "BMP": "BmpImagePlugin",
}
"""The kinds that are tried, in this order, and the modules of Pillow that know them: all its plugins together take as
long to import as a small site to build."""
_MOVING: Final = frozenset({"GIF", "WEBP", "PNG", "AVIF"})
_TURNED: Final = frozenset({5, 6, 7, 8})


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """The picture at `path`, not yet decoded; raises PictureError for what is none, too large or cannot be read.

    The same holds for faults that show only while the picture is decoded inside the `with`.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with _recognised(path) as picture:
            width, height = picture.size
            if width * height > LARGEST:
                raise PictureError(Fault.TOO_LARGE)
            yield picture
    except Image.DecompressionBombError as error:
        raise PictureError(Fault.TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, ArithmeticError) as error:
        raise PictureError(Fault.UNREADABLE) from error
    except (TypeError, KeyError, IndexError, AttributeError) as error:  # Pillow on damaged heads
        raise PictureError(Fault.UNREADABLE) from error


def _recognised(path: Path) -> Image.Image:
    """The picture as the first kind that takes it for one of its own; raises what Pillow raises where none does."""
    from PIL import Image, UnidentifiedImageError

    for kind in (*_PLUGINS, *_heic_kinds(path)):
        if kind in _PLUGINS:
            import_module(f"PIL.{_PLUGINS[kind]}")
        if kind in Image.OPEN:  # which depends on how Pillow was built
            with suppress(UnidentifiedImageError):
                return Image.open(path, formats=(kind,))
    raise UnidentifiedImageError(str(path))


def orientation_of(picture: Image.Image) -> int:
    """The EXIF orientation, 1 to 8; 1 is upright."""
    from PIL import ExifTags

    found = picture.getexif().get(ExifTags.Base.Orientation, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1  # noqa: PLR2004 - all there are


def shown_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height as it is shown, turned as its EXIF orientation says."""
    width, height = picture.size
    return (height, width) if orientation_of(picture) in _TURNED else (width, height)


def is_moving(picture: Image.Image) -> bool:
    """Whether it has several frames that are shown one after another; the second picture of an MPO is none."""
    return picture.format in _MOVING and bool(getattr(picture, "is_animated", False))


def _heic_kinds(path: Path) -> tuple[str, ...]:
    """`HEIF` where the file is one by its name and the library for it is there; raises PictureError if it is not."""
    if path.suffix.lower() not in HEIC_ENDINGS:
        return ()
    try:
        from pillow_heif import register_heif_opener
    except ImportError as error:
        raise PictureError(Fault.NO_HEIC) from error
    register_heif_opener(thumbnails=False)
    return ("HEIF",)
