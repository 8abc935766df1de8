"""Shrinks the owner's own picture files and takes out what nobody shall read in them: `sitegen fix pictures`.

The only code that changes a picture below `content/` or `static/`, and only when asked. A file is written anew as a
whole or left alone; the name and the kind stay. What is fine already is not touched.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.pictures.faults import PictureError
from sitegen.output.pictures.opening import is_moving, opened, orientation_of
from sitegen.output.pictures.strip import stripped
from sitegen.output.pictures.upright import upright_in_srgb
from sitegen.scaffold.mend import replace_file
from sitegen.sources.scan import scan

if TYPE_CHECKING:
    from PIL import Image

LONGEST: Final = 2400
"""Pixels; enough for every size that is published."""

FOLDERS: Final = ("content", "static")
_ENDINGS: Final = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".webp"})
_SETTINGS: Final[dict[str, dict[str, Any]]] = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
}

Done = Literal["shrunk", "stripped", "fine"]


class FixedPicture(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with one file."""

    file: str
    """Below the site folder."""
    done: Done
    before: int
    """Bytes."""
    after: int


def fix_pictures(root: Path) -> Iterator[FixedPicture | Diagnostic]:
    """Every picture of the site in `root`, one after another, each mended as soon as it is asked for.

    A finding instead of a picture that cannot be read. Raises OSError where the disk refuses.
    """
    for folder in FOLDERS:
        for file in scan(root, folder).files:
            if Path(file.path).suffix.lower() in _ENDINGS:
                yield fix_picture(root / file.path, file=file.path)


def fix_picture(path: Path, *, file: str) -> FixedPicture | Diagnostic:
    """Mend the picture at `path`; `file` is its path for whoever reads what was done."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's, in English
            content, done = mended_picture(path)
    except PictureError as error:
        return Diagnostic(code=error.fault.value, span=Span(file=file), facts={"file": file})
    before = path.stat().st_size
    if done != "fine":
        replace_file(path.resolve(), content)
    return FixedPicture(file=file, done=done, before=before, after=len(content))


def mended_picture(path: Path) -> tuple[bytes, Done]:
    """The bytes that the file shall have, and what was done to it. Raises PictureError."""
    content = path.read_bytes()
    with opened(path) as picture:
        kind, orientation = picture.format or "", orientation_of(picture)
        if max(picture.size) > LONGEST and kind.replace("MPO", "JPEG") in _SETTINGS and not is_moving(picture):
            return _shrunk(picture), "shrunk"
    bare = stripped(content, orientation=orientation)
    return (bare, "stripped") if bare is not None and bare != content else (content, "fine")


def _shrunk(picture: Image.Image) -> bytes:
    kind = (picture.format or "").replace("MPO", "JPEG")
    picture.draft(picture.mode, (LONGEST, LONGEST))
    image = upright_in_srgb(picture, enough=LONGEST)
    image.thumbnail((LONGEST, LONGEST), reducing_gap=2.0)
    stream = io.BytesIO()
    image.save(stream, kind, **_SETTINGS[kind])
    return stream.getvalue()
