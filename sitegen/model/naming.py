"""What a file's place and name say: its id, its slug, its path on the site. Titles never decide an address."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from posixpath import splitext
from typing import Final

from sitegen.text.slugs import slugify

_DATED: Final = re.compile(r"^\d{4}-\d{2}(?:-\d{2})?-(?=.)")


def bare_name(path: str) -> str:
    """The name an entry goes by: of the file, or of its folder when the file is `index.md`; without a date in front.

    `content/blog/2026-11-24-rechnungen.md` and `content/blog/2026-11-24-rechnungen/index.md` → `rechnungen`.
    """
    folder, _, file = path.rpartition("/")
    name = splitext(file)[0]
    if name == "index":
        name = folder.rpartition("/")[2]
    return unicodedata.normalize("NFC", _DATED.sub("", name))


def page_path(path: str) -> str:
    """The path of a page below `content/`, every part a slug: `content/Über uns/index.md` → `ueber-uns`."""
    file = PurePosixPath(path).relative_to("content")
    parts = file.parent.parts if file.stem == "index" else (*file.parent.parts, file.stem)
    return "/".join(slugify(part) for part in parts)


def folder_of(path: str) -> str:
    """The folder of a file right below `content/`: `content/blog/x.md` → `blog`; a file at the top → empty."""
    below = path.partition("/")[2]
    folder, slash, _ = below.partition("/")
    return folder if slash else ""
