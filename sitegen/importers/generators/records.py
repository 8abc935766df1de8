"""What a site of another generator consists of, whichever it was: values that `moving` puts into ours.

Never opens a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

import msgspec

from sitegen.importers.file_names import readable
from sitegen.importers.generators.folders import Fate, fate_of
from sitegen.importers.html.notes import Note

Generator = Literal["hugo", "jekyll", "pelican"]


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A post or a page as it stood."""

    file: str
    """Below the old site's folder, with forward slashes."""
    kind: Literal["post", "page"]
    title: str
    body: str
    """Markdown, or HTML if `is_html`; shortcodes and Liquid as they stood."""
    slug: str
    """Of a post; of a page its path: `ueber-uns/team`."""
    is_html: bool = False
    date: datetime | None = None
    """Berlin time, without a zone."""
    updated: datetime | None = None
    expires: datetime | None = None
    draft: bool = False
    noindex: bool = False
    category: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    summary: str = ""
    image: str = ""
    image_alt: str = ""
    url: str = ""
    """Its address as a path from the root of the old site; empty where it had none."""
    former: tuple[str, ...] = ()
    """Addresses that led to it: `aliases`, `redirect_from`."""
    notes: tuple[Note, ...] = ()


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is not taken along."""

    file: str
    title: str
    note: Note
    url: str = ""


class Behind(NamedTuple):
    """Why a file stays behind, and the path that visitors asked for; empty for none."""

    fate: Fate
    way: str


class Taken:
    """Texts and files of an old site as they are read, those that are lost or stay behind apart."""

    def __init__(self) -> None:
        self.texts: Final[list[Text]] = []
        self.lost: Final[list[Lost]] = []
        self.files: Final[dict[str, str]] = {}
        self.behind: Final[dict[str, Behind]] = {}

    def take(self, found: Text | Lost) -> None:
        """One more."""
        if isinstance(found, Lost):
            self.lost.append(found)
        else:
            self.texts.append(found)

    def file(self, way: str, file: str) -> None:
        """One more that is no text: `way` by which texts or visitors asked for it, `file` below the old folder."""
        fate = fate_of(way)
        if fate in {"carried", "page"}:
            self.files.setdefault(readable(way), file)
        else:
            self.behind.setdefault(file, Behind(fate, readable(way) if way.startswith("/") else ""))


class OldSite(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    generator: Generator
    root: Path
    title: str
    url: str
    """Where it was; empty where nothing says so."""
    texts: tuple[Text, ...]
    lost: tuple[Lost, ...] = ()
    files: Mapping[str, str]
    """Pictures and other files: path from the root of the old site, or beside a text → file below `root`."""
    behind: Mapping[str, Behind] = {}
    """Files that stay behind."""
    unread: tuple[str, ...] = ()
    """Files of settings that say nothing, since they cannot be read."""
    lists: tuple[tuple[str, str], ...] = ()
    """Addresses of lists and feeds, each with who answers now in the words of the lock, or a path."""
