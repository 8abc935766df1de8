"""What of an old site is no text: finished pages, programs, redirects, looks. What becomes of each, and how it is told.

Reads the files by which the old server was told of redirects; never writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.in_html import requests_in
from sitegen.importers.file_names import readable
from sitegen.importers.generators import wording
from sitegen.importers.generators.folders import REDIRECTS, fate_of
from sitegen.importers.generators.reading import first_bytes
from sitegen.importers.generators.records import OldSite
from sitegen.importers.generators.server_files import Redirects, redirects_in
from sitegen.importers.generators.whereabouts import OldThings
from sitegen.importers.html.notes import Note, excerpt
from sitegen.importers.letters import decoded
from sitegen.importers.old_urls import OldUrl
from sitegen.importers.report import Told
from sitegen.text.plurals import counted

_NOT_OURS: Final = frozenset({"404.html", "404/index.html", "index.html", "blog/index.html", "blog.html"})
"""Finished pages that would take the place of ours."""
_STEPS: Final = 10
"""Redirects that may follow one another."""


class Remains:
    """The files of one old site that are no texts."""

    def __init__(self, old: OldSite, things: OldThings, texts: Iterable[str]) -> None:
        """`texts` are the files below `content/`, those that are to come as well."""
        self._old, self._things = old, things
        self._texts = frozenset(texts)
        self.carried: dict[str, str] = {}
        """Address of the old site → file below `static/`."""
        self.pages: list[Told] = []
        self._given_up: dict[str, str] = {}
        self._redirects = {file: _read(old, file) for file in old.behind if _name(file) in REDIRECTS}
        self._unled: dict[str, list[str]] = {}

    def files(self) -> Iterator[tuple[str, str]]:
        """What goes along though no text leads to it: file of the old site, and its place."""
        for way, file in self._things.left():
            note = self._why_not(way, file) if fate_of(way) == "page" else None
            if note:
                self._given_up[way] = self._things.target(way)
                self.pages.append(_told(file, note))
                continue
            self.carried[way] = place = self._things.carried(way, file)
            if fate_of(way) == "page":
                said = (Note(kind="page_as_is"),)
                self.pages.append(Told(kind="page", title=readable(file), state="published", path=place, notes=said))
            yield file, place

    def addresses(self) -> Iterator[OldUrl]:
        """Of the files, and of what the old server had redirects for."""
        for way, place in self.carried.items():
            yield OldUrl(old=way, target=place.removeprefix("static"))
        programs = {one.way: "" for one in self._old.behind.values() if one.fate == "program" and one.way}
        for way, target in (programs | self._given_up).items():
            yield OldUrl(old=way, target=target, reason="" if target else "not_carried_over")
        leads = {old: new for read in self._redirects.values() for old, new in read.leads.items()}
        for file, read in self._redirects.items():
            self._unled[file] = []
            for old in read.leads:
                target = self._end_of(old, leads)
                if target:
                    yield OldUrl(old=old, target=target)
                else:
                    self._unled[file].append(f"{old} {read.leads[old]}")
                    is_ours = self._things.on_site(read.leads[old]) is not None
                    yield OldUrl(old=old, reason="unknown" if is_ours else "outside")

    def told(self) -> Iterator[Told]:
        """Finished pages, and programs."""
        yield from self.pages
        yield from (
            _told(file, Note(kind="program")) for file, one in self._old.behind.items() if one.fate == "program"
        )

    def sentences(self) -> Iterator[str]:
        """About the whole site; `addresses` has been asked before."""
        yield from (wording.SETTINGS_UNREAD.format(file=file) for file in self._old.unread)
        for file, read in self._redirects.items():
            unled = self._unled.get(file, [])
            if read.leads:
                yield wording.REDIRECTS.format(file=readable(file), count=len(read.leads) - len(unled))
            if lines := [*unled, *read.unread]:
                yield wording.REDIRECTS_LEFT.format(file=readable(file))
                yield from (f"  {excerpt(line)}" for line in lines)
        others = [
            file for file, one in self._old.behind.items() if one.fate == "server" and file not in self._redirects
        ]
        if others:
            yield wording.SERVER_FILES.format(names=", ".join(map(readable, others)))
        if looks := sum(one.fate == "looks" for one in self._old.behind.values()):
            yield wording.LOOKS.format(count=counted(looks, "Datei", "Dateien"))

    def _why_not(self, way: str, file: str) -> Note | None:
        """Why a finished page cannot stand here; None where it can."""
        path = way.lower().lstrip("/")
        stem = path.removesuffix("/index.html").removesuffix(".html").removesuffix(".htm")
        ours = {f"content/{stem}.md", f"content/{stem}/index.md"}
        if path in _NOT_OURS or ours & self._texts or self._things.target(way).endswith(".md"):
            return Note(kind="page_replaced")
        found = decoded(first_bytes(self._old.root / file))
        requests = requests_in(found.text)
        hosts = dict.fromkeys(host_asked(one.address) for one in requests.foreign)
        if hosts:
            return Note(kind="page_asks", excerpt=", ".join(hosts))
        if requests.forbidden:
            return Note(kind="page_runs")
        return found.note

    def _end_of(self, old: str, leads: Mapping[str, str]) -> str:
        """Where a redirect leads in the end, over others, as `old-urls.csv` says it."""
        address = leads[old]
        for _ in range(_STEPS):
            if target := self._things.target(address):
                return target
            path = self._things.on_site(address)
            if path is None or path not in leads:
                return ""
            address = leads[path]
        return ""


def _read(old: OldSite, file: str) -> Redirects:
    found = decoded(first_bytes(old.root / file))
    return redirects_in(file, found.text)


def _name(file: str) -> str:
    return PurePosixPath(file).name.lower()


def _told(file: str, note: Note) -> Told:
    return Told(kind="page", title=readable(file), state="left_out", notes=(note,))
