"""A picture in the sizes and formats that browsers choose from.

The bytes depend on the file, the recipe and the versions of the libraries alone: encoders run in one thread each, so
that neither the number of processors nor of workers shows. Metadata stay behind; colours become sRGB; the orientation
is applied. Never writes, never enlarges.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sitegen.output.pictures.opening import is_moving, opened, orientation_of, shown_size
from sitegen.output.pictures.tasks import WIDEST_FALLBACK, Format, Recipe
from sitegen.output.pictures.tints import NO_TINT, tint_of
from sitegen.output.pictures.upright import upright_in_srgb

if TYPE_CHECKING:
    from PIL import Image

LIGHT: Final = 8 * 1024
"""Bytes; a file that is lighter goes out as it is: a second format would win nothing."""

_FOR_BROWSERS: Final = frozenset({"JPEG", "PNG", "WEBP", "GIF"})
_MAYBE_DRAWN: Final = frozenset({"PNG", "GIF", "BMP", "WEBP", "TIFF"})
_JPEG: Final[Format] = "jpeg"
_PNG: Final[Format] = "png"
_LANCZOS: Final = 1
"""`PIL.Image.Resampling.LANCZOS`, without the import."""

_NEARLY: Final = 1.1
"""A picture not much wider than a width already made needs no width of its own."""

_MOST_DRAWN_COLOURS: Final = 2048
_SAMPLE: Final = 256
"""A photograph has more colours than that in a sample of 256 × 256 pixels; a drawing or a screenshot has not."""

_PHOTOGRAPH: Final[dict[Format, dict[str, Any]]] = {
    "avif": {"quality": 48, "speed": 8, "max_threads": 1, "autotiling": False},
    "webp": {"quality": 78, "method": 2},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}
"""Measured at 1200 × 800: AVIF is as true as WebP here and weighs three quarters; slower settings win a twentieth in
weight and take three times as long."""

_DRAWING: Final[dict[Format, dict[str, Any]]] = {
    "avif": {"quality": 80, "speed": 8, "subsampling": "4:4:4", "max_threads": 1, "autotiling": False},
    "webp": {"lossless": True, "method": 2},
    "png": {"optimize": True},
}


class Encoded(msgspec.Struct, frozen=True, kw_only=True):
    """One picture file, not yet written."""

    format: Format
    width: int
    height: int
    content: bytes


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a picture."""

    width: int
    """Of the original as it is shown."""
    height: int
    tint: int = NO_TINT
    variants: tuple[Encoded, ...] = ()
    """Best format first, the fallback last, each by width; empty for a picture that is to go out as it is."""


def make(path: Path, recipe: Recipe) -> Made:
    """Decode the picture at `path` once and make all that `recipe` wants. Raises PictureError."""
    with opened(path) as picture:
        width, height = shown_size(picture)
        if is_moving(picture):
            return Made(width=width, height=height)
        origin, orientation = picture.format, orientation_of(picture)
        widest = recipe.widths[-1]
        picture.draft(picture.mode, (widest, widest))
        image = upright_in_srgb(picture, enough=widest)
    tint = tint_of(image) if image.mode == "RGB" else NO_TINT
    if origin in _FOR_BROWSERS and orientation == 1 and path.stat().st_size <= LIGHT:
        return Made(width=width, height=height, tint=tint)
    sizes = [(target, max(1, round(height * target / width))) for target in targets(width, recipe)]
    smaller = [image.resize(size, _LANCZOS, reducing_gap=2.0) for size in sizes]
    is_drawing = origin in _MAYBE_DRAWN and is_drawn(image)
    return Made(width=width, height=height, tint=tint, variants=tuple(_variants(smaller, recipe, drawn=is_drawing)))


def targets(width: int, recipe: Recipe) -> list[int]:
    """The widths to make of a picture `width` pixels wide."""
    smaller = [target for target in recipe.widths if target <= width]
    if not smaller or (width < recipe.widths[-1] and width > smaller[-1] * _NEARLY):
        smaller.append(width)
    return smaller


def is_drawn(image: Image.Image) -> bool:
    """Whether it is a drawing, a screenshot or see-through, which JPEG would spoil."""
    if image.mode == "RGBA":
        return True
    from PIL import Image

    sample = image.resize((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    return sample.getcolors(_MOST_DRAWN_COLOURS) is not None


def encodable(formats: Iterable[Format]) -> tuple[Format, ...]:
    """Those of `formats` that the Pillow at hand can write."""
    from PIL import features

    return tuple(form for form in formats if form in ("jpeg", "png") or features.check(form))


def _variants(images: Sequence[Image.Image], recipe: Recipe, *, drawn: bool) -> Iterator[Encoded]:
    """All files, those of a format only if they are lighter than those of the next."""
    settings, fallback = (_DRAWING, _PNG) if drawn else (_PHOTOGRAPH, _JPEG)
    modern = [form for form in recipe.formats if form in ("avif", "webp")]
    made = [[_encode(image, form, settings[form]) for image in images] for form in modern]
    for number, files in enumerate(made):
        if number + 1 == len(made) or _weight(files) < _weight(made[number + 1]):
            yield from files
    whole = images if "jpeg" in recipe.formats else [_for_all(images)]
    yield from (_encode(image, fallback, settings[fallback]) for image in whole)


def _for_all(images: Sequence[Image.Image]) -> Image.Image:
    """The image for those who take only one."""
    return next((image for image in reversed(images) if image.width <= WIDEST_FALLBACK), images[0])


def _weight(files: Iterable[Encoded]) -> int:
    return sum(len(file.content) for file in files)


def _encode(image: Image.Image, form: Format, settings: Mapping[str, Any]) -> Encoded:
    stream = io.BytesIO()
    image.save(stream, form.upper(), **settings)
    return Encoded(format=form, width=image.width, height=image.height, content=stream.getvalue())
