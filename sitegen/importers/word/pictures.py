"""The pictures of a document on their way to files beside the text: real pictures only, in formats a website shows.

Never decodes a picture whose dimensions nobody would publish, and never changes one that is fine as it is.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from sitegen.importers.file_names import Paths, safe_path
from sitegen.importers.word.document import PICTURE
from sitegen.importers.word.draft import Picture
from sitegen.text.slugs import slugify

_ENDINGS: Final = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
_CONVERTED: Final = frozenset({"BMP", "TIFF", "DIB"})
_MOST_PIXELS: Final = 100_000_000
_COUNTED: Final = re.compile(r"(?:image|bild|picture|img)[\s_-]*\d*", re.IGNORECASE)
"""Names that Word counts up."""
_LONGEST_NAME: Final = 50


class Beside:
    """The rewriter of a document: pictures go beside the text, links stay as they are, frames become links."""

    def __init__(self, found: Mapping[str, bytes]) -> None:
        self.pictures: list[Picture] = []
        self._found = found
        self._names: dict[str, str] = {}
        self._names_taken = Paths()

    def link(self, href: str) -> str:
        """As it is; what leads to the owner's own disk leads nowhere."""
        return href if not href.lower().startswith(("file:", "\\\\")) else ""

    def picture(self, src: str) -> str:
        """The name of the picture's file; "" if there is no picture."""
        if src not in self._names:
            content = self._found.get(src)
            picture = readable(content) if content is not None else None
            self._names[src] = ""
            if picture is not None:
                ending, content = picture
                same = next((each.name for each in self.pictures if each.content == content), "")
                self._names[src] = same or self._name(src, ending)
                if not same:
                    self.pictures.append(Picture(name=self._names[src], content=content))
        return self._names[src]

    def _name(self, src: str, ending: str) -> str:
        """By the name of its file, if it has one that says something."""
        stem = "" if src.startswith(("data:", PICTURE)) else unquote(src).rpartition("/")[2].rpartition(".")[0]
        slug = "" if _COUNTED.fullmatch(stem) else slugify(stem)[:_LONGEST_NAME].strip("-")
        return self._names_taken.take(safe_path(f"{slug or f'bild-{len(self.pictures) + 1}'}.{ending}"))

    def embed(self, address: str) -> str | None:  # noqa: ARG002 -- of the protocol
        """Nothing: who says which third parties are declared is the owner."""
        return None


def readable(content: bytes) -> tuple[str, bytes] | None:
    """How the file of a picture ends, and its bytes; None for what is no picture or none that browsers show."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as image:
                kind = image.format or ""
                if image.width * image.height > _MOST_PIXELS:
                    return None
                if kind in _CONVERTED:
                    return "png", _as_png(image)
                return (_ENDINGS[kind], content) if kind in _ENDINGS else None
    except Exception:  # noqa: BLE001 -- a decoder fed by strangers: whatever it raises, there is no picture
        return None


def _as_png(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)
    stream = io.BytesIO()
    image.convert("RGBA" if "A" in image.getbands() or "transparency" in image.info else "RGB").save(stream, "PNG")
    return stream.getvalue()
