"""What a relative address in a text means: which entry, which file beside the text, or nothing.

Built once a build from the names of all files below `content/`. Pure; it never looks at the disk.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.model.entries import Entry
from sitegen.model.naming import bare_name
from sitegen.model.site import Site
from sitegen.text.suggest import Words

PICTURES: Final = "content/pictures"
"""Pictures here are found by their bare name from everywhere."""


_BEGINNING: Final = 3
"""Letters that tell of a family of words."""


class Meaning(Enum):
    """What a reference turned out to be."""

    ENTRY = "entry"
    FILE = "file"
    EXPIRED = "expired"
    WITHHELD = "withheld"
    FAULTY = "faulty"
    NOTHING = "nothing"


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A resolved reference."""

    meaning: Meaning
    url: str = ""
    """For an entry: its URL path with the fragment; for an expired one the list it stood in; else empty."""
    file: str = ""
    """For a file: its path below the site folder."""
    suggestion: str = ""
    """For nothing: the reference that may have been meant, written as seen from the same text."""


class References(msgspec.Struct, frozen=True, kw_only=True):
    """The names a text may refer to."""

    urls: Mapping[str, str]
    """As `urls_of` gives them."""
    expired: frozenset[str]
    """Source files of posts that were published and are no more."""
    list_url: str
    """Where readers of expired posts are led."""
    withheld: frozenset[str]
    """Source files of other entries that are not published now."""
    faulty: frozenset[str]
    """Source files whose front matter is wrong; that is said at their own place."""
    files: Mapping[str, str]
    """Every other file below `content/`, by its path in NFC, → its path as it is on disk."""
    texts_by_name: Names
    files_by_name: Names

    def link(self, target: str, source: str) -> Reference:
        """What a link `target` in `source` leads to; `target` is relative, possibly with a fragment."""
        path, _, fragment = target.partition("#")
        wanted = joined(path.partition("?")[0], source)
        if wanted in self.urls:
            url = self.urls[wanted]
            return Reference(meaning=Meaning.ENTRY, url=f"{url}#{fragment}" if fragment else url)
        if wanted in self.expired:
            return Reference(meaning=Meaning.EXPIRED, url=self.list_url)
        if wanted in self.withheld:
            return Reference(meaning=Meaning.WITHHELD)
        if wanted in self.faulty:
            return Reference(meaning=Meaning.FAULTY)
        if wanted in self.files:
            return Reference(meaning=Meaning.FILE, file=self.files[wanted])
        known = self.texts_by_name if wanted.endswith(".md") else self.files_by_name
        return Reference(meaning=Meaning.NOTHING, suggestion=known.nearest(wanted, source))

    def named(self, name: str) -> Meaning:
        """Why nothing is published under the bare name of a file: it has faults, is held back, or is not there."""
        for meaning, sources in ((Meaning.FAULTY, self.faulty), (Meaning.WITHHELD, self.withheld)):
            if any(bare_name(source) == normal(name) for source in sources):
                return meaning
        return Meaning.NOTHING

    def picture(self, src: str, source: str) -> Reference:
        """The file of a picture: beside the text, below it, or in `content/pictures/` by its bare name."""
        for wanted in (joined(src, source), f"{PICTURES}/{normal(unquote(src))}"):
            if wanted in self.files:
                return Reference(meaning=Meaning.FILE, file=self.files[wanted])
        return Reference(meaning=Meaning.NOTHING, suggestion=self.files_by_name.nearest(joined(src, source), source))


def references(site: Site, *, list_url: str, faulty: Iterable[str], files: Iterable[str]) -> References:
    """The names of a site. Paths are compared in Unicode normal form C, since file systems differ there."""
    expired = frozenset(normal(post.source) for post in site.expired)
    urls = urls_of(site)
    beside = {normal(file): file for file in files if not file.endswith(".md")}
    return References(
        urls=urls,
        expired=expired,
        list_url=list_url,
        withheld=frozenset(normal(entry.source) for entry in site.withheld) - expired,
        faulty=frozenset(map(normal, faulty)),
        files=beside,
        texts_by_name=Names(urls),
        files_by_name=Names(beside),
    )


def urls_of(site: Site) -> dict[str, str]:
    """Published entries: source file in NFC → URL path."""
    entries: tuple[Entry, ...] = (*site.posts, *site.pages, *site.services, *site.authors)
    return {normal(entry.source): entry.url for entry in entries if entry.source}


def normal(path: str) -> str:
    """A path in Unicode normal form C."""
    return unicodedata.normalize("NFC", path)


def joined(target: str, source: str) -> str:
    """`../kontakt.md` seen from `content/blog/x.md` → `content/kontakt.md`."""
    return normal(posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(target))))


class Names:
    """Files by the names that they go by, for when one is not there."""

    def __init__(self, files: Iterable[str]) -> None:
        """`files` are read when the first one is missing."""
        self._files = files
        self._alike: Final[dict[str, Words]] = {}
        self._others: Final[dict[str, Words]] = {}

    def nearest(self, wanted: str, source: str) -> str:
        """The file with the most similar name, as a relative path from `source`; empty when none is similar.

        An ending that both have does not count, or any two short names would be alike.
        """
        file = PurePosixPath(_file_name(wanted))
        name = self._with_ending(file) or self._with_another(file)
        return posixpath.relpath(self._by_name[name], posixpath.dirname(source)) if name else ""

    def _with_ending(self, file: PurePosixPath) -> str:
        if file.suffix not in self._alike:
            self._alike[file.suffix] = Words(known.stem for known in self._known if known.suffix == file.suffix)
        known = self._alike[file.suffix]
        stem = known.closest(file.stem, cutoff=0.6) or _begun_alike(file.stem, known)
        return f"{stem}{file.suffix}" if stem else ""

    def _with_another(self, file: PurePosixPath) -> str:
        if file.suffix not in self._others:
            self._others[file.suffix] = Words(known.name for known in self._known if known.suffix != file.suffix)
        return self._others[file.suffix].closest(file.name, cutoff=0.6) or ""

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for path in self._files:
            names.setdefault(_file_name(path), path)
        return names

    @cached_property
    def _known(self) -> tuple[PurePosixPath, ...]:
        return tuple(map(PurePosixPath, self._by_name))


def _begun_alike(stem: str, known: Words) -> str:
    """What goes on otherwise, as „neues“ and „neuigkeiten“; empty for none."""
    near = known.closest(stem, cutoff=0.5) or ""
    return near if near[:_BEGINNING] == stem[:_BEGINNING] else ""


def _file_name(path: str) -> str:
    """The name a file goes by; every `index.md` is called alike, so it goes by that of its folder."""
    file = PurePosixPath(path)
    return f"{file.parent.name}.md" if file.name == "index.md" and file.parent.name else file.name


def meant(suggestion: str) -> str:
    """The German question for a suggestion, or advice when there is none."""
    return f"Meinten Sie „{suggestion}“?" if suggestion else "Prüfen Sie Schreibweise und Ordner."
