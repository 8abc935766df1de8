"""Where links and pictures of an old site lead from now on, seen from one of its texts. Pure.

A link that would lead to „Seite nicht gefunden“, or to a draft, becomes words, and is told.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from sitegen.importers.file_names import Paths, folded, readable, safe_path
from sitegen.importers.generators.codes import REFERENCE
from sitegen.importers.generators.placing import Placed
from sitegen.importers.generators.records import Generator, OldSite
from sitegen.importers.wordpress.media import PICTURES, is_readable
from sitegen.importers.wordpress.placing import host_of

_SOURCES: Final[dict[Generator, tuple[str, ...]]] = {
    "hugo": ("static/", "assets/", "content/"),
    "jekyll": (),
    "pelican": ("content/",),
}
"""Folders that no address knows."""
_KEPT: Final = frozenset({"mailto", "tel", "sms", "whatsapp", "skype", "geo", "ftp"})


class OldThings:
    """Everything that texts of the old site may name. Remembers which files were asked for."""

    def __init__(self, old: OldSite, places: Iterable[Placed]) -> None:
        self._old = old
        self._host = host_of(old.url)
        self._root = urlsplit(old.url).path.rstrip("/")
        self.pictures: dict[str, str] = {}
        """File of the old site → file below `content/pictures/`, of what is shown."""
        self.handed_out: dict[str, str] = {}
        """File of the old site → file below `static/`, of what texts lead to."""
        self._carried: dict[str, str] = {}
        self._taken = Paths()
        self._whole: dict[str, bool] = {}
        ways = tuple(old.files.items())
        self._exact = dict(ways)
        self._folded = {folded(way): file for way, file in reversed(ways)}
        """In small letters: addresses in texts are not exact, and not every server was."""
        self._way_to = {file: way for way, file in reversed(ways) if way.startswith("/")}
        self._lists = {_plain(path): owner for path, owner in reversed(old.lists)}
        self._by_url: dict[str, Placed] = {}
        self._by_name: dict[str, Placed] = {}
        for one in places:
            for url in (one.text.url, *one.text.former):
                self._by_url.setdefault(_plain(url), one)
            for name in _names(one.text.file):
                self._by_name.setdefault(name, one)

    def seen_from(self, one: Placed) -> Seen:
        """The same, from the place of one text."""
        return Seen(self, one)

    def on_site(self, href: str) -> str | None:
        """The path of an address of the old site; None for one of others, and for what is none."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        if parts.scheme not in {"", "http", "https"} or (parts.hostname and host_of(href) != self._host):
            return None
        path = parts.path
        return path.removeprefix(self._root) if path.startswith(f"{self._root}/") else path

    def text(self, path: str, base: str) -> Placed | None:
        """The text that a path means, seen from the address `base`."""
        return self._by_url.get(_plain(urljoin(base or "/", path)))

    def referred(self, name: str, folder: str) -> Placed | None:
        """The text that a reference by file name means."""
        wanted = name.lstrip("/")
        ways = (posixpath.normpath(posixpath.join(folder, wanted)), wanted)
        return next((self._by_name[way] for way in ways if way in self._by_name), None)

    def is_list(self, path: str) -> bool:
        """Whether a list or feed of the old site was there; it is led on."""
        return _plain(path) in self._lists

    def file(self, path: str, one: Placed) -> str:
        """The file of the old site that a path means, as seen from a text; empty for none."""
        folder = posixpath.dirname(one.text.file)
        path = unquote(path)
        ways = (
            [path]
            if path.startswith("/")
            else [
                posixpath.normpath(f"{folder}/{path}").lstrip("/"),
                posixpath.normpath(f"/{folder.partition('/')[2]}/{path}"),
                posixpath.normpath(urljoin(one.text.url or "/", path)),
                posixpath.normpath(f"/{path}"),
            ]
        )
        exact = (self._exact.get(readable(way)) for way in ways)
        return next(filter(None, exact), "") or next(filter(None, (self._folded.get(folded(way)) for way in ways)), "")

    def is_whole(self, file: str) -> bool:
        """Whether a picture can be opened; one that cannot would stop the build."""
        if file not in self._whole:
            self._whole[file] = is_readable(self._old.root / file)
        return self._whole[file]

    def picture(self, file: str) -> str:
        """Where a picture goes, below the site's folder."""
        if file not in self.pictures:
            below = file.partition("/")[2] if file.startswith(_SOURCES[self._old.generator]) else file
            self.pictures[file] = self._taken.take(f"content/pictures/{safe_path(below)}")
        return self.pictures[file]

    def handed(self, file: str, one: Placed) -> str:
        """Where a file is handed out: under its own address, or beside the text that leads to it."""
        if file not in self.handed_out:
            way = self._way_to.get(file) or posixpath.join(one.text.url or "/", PurePosixPath(file).name)
            self.handed_out[file] = self._taken.take(f"static/{safe_path(way)}")
        return self.handed_out[file]

    def left(self) -> Iterator[tuple[str, str]]:
        """What had an address and no text shows or leads to: address, file of the old site."""
        for way, file in self._old.files.items():
            if way.startswith("/") and file not in self.pictures and file not in self.handed_out:
                yield way, file

    def carried(self, way: str, file: str) -> str:
        """Where such a file goes, if it goes along."""
        self._carried[file] = self._taken.take(f"static/{safe_path(way)}")
        return self._carried[file]

    def target(self, address: str) -> str:
        """Where an address of the old site leads now, as `old-urls.csv` says it; empty for nowhere."""
        path = self.on_site(address) if address else None
        if path is None:
            return ""
        text, owner = self._by_url.get(_plain(path)), self._lists.get(_plain(path), "")
        if text is not None and not text.draft:
            return text.path
        file = self._exact.get(readable(unquote(path)), "")
        return owner or self._place_of(file)

    def _place_of(self, file: str) -> str:
        place = self.handed_out.get(file) or self._carried.get(file, "")
        return self.pictures.get(file) or place.removeprefix("static")


class Seen:
    """The old site as one of its texts saw it."""

    def __init__(self, things: OldThings, one: Placed) -> None:
        self._things, self._one = things, one

    def link(self, href: str) -> str:
        """Where a link leads; empty for nowhere."""
        typed = href.strip()
        if typed.startswith(REFERENCE):
            return self._to(self._things.referred(*self._reference(typed)), typed.partition("#")[2])
        try:
            parts = urlsplit(typed)
            path = self._things.on_site(typed)
        except ValueError:
            return ""
        if typed.startswith("#") or parts.scheme in _KEPT or (path is None and parts.scheme in {"http", "https", ""}):
            return typed
        return self._on_site(path, parts.fragment) if path is not None else ""

    def _on_site(self, path: str, anchor: str) -> str:
        file = self._things.file(path, self._one)
        if file:
            return self._to_file(file)
        found = self._things.text(path, self._one.text.url) or self._things.referred(*self._reference(path))
        if found is None and self._things.is_list(path):
            return path
        return self._to(found, anchor)

    def picture(self, src: str) -> str:
        """How a picture is named here; empty for one that is not there or somebody else's."""
        path = self._things.on_site(src.strip())
        file = self._things.file(path, self._one) if path else ""
        if not file or PurePosixPath(file).suffix.lower() not in PICTURES or not self._things.is_whole(file):
            return ""
        return self._relative(self._things.picture(file))

    def _reference(self, typed: str) -> tuple[str, str]:
        name = unquote(typed.removeprefix(REFERENCE).partition("#")[0])
        return name, posixpath.dirname(self._one.text.file)

    def _to(self, found: Placed | None, anchor: str) -> str:
        if found is None or (found.draft and not self._one.draft):
            return ""
        return self._relative(found.path) + (f"#{anchor}" if anchor else "")

    def _to_file(self, file: str) -> str:
        if PurePosixPath(file).suffix.lower() in PICTURES:
            return self._relative(self._things.picture(file))
        return quote(self._things.handed(file, self._one).removeprefix("static"))

    def _relative(self, path: str) -> str:
        return quote(posixpath.relpath(path, posixpath.dirname(self._one.path)))


def _names(file: str) -> Iterable[str]:
    """By what references may call a file: with and without folder and ending; a bundle by its folder."""
    stem = file.rpartition(".")[0]
    for name in (file, stem, stem.removesuffix("/index").removesuffix("/_index")):
        yield name
        parts = name.split("/")
        yield from ("/".join(parts[number:]) for number in range(1, len(parts)))


def _plain(url: str) -> str:
    path = unquote(url.partition("#")[0].partition("?")[0])
    for ending in ("index.html", ".html", "index.htm"):
        path = path.removesuffix(ending)
    return path.rstrip("/").lower() or "/"
