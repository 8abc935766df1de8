"""What has to travel from one set of files to another, and in which order, so that nobody ever sees half a site.

Pure. What keeps strangers out of a folder is there before whatever lies in it. A page refers to assets and to other
pages, so assets come next, then new pages, then those that lead to them; what points the way from outside (feeds,
sitemap, the server's own files with redirects) comes when all pages are there, and only then what is gone is deleted,
in the other direction: pages first, then the assets that they refer to, and what kept strangers out last. A compressed
twin travels with its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import Final

import msgspec

from sitegen.publish.records import Stamp

TWINS: Final = (".gz", ".br")
_PAGE_ENDINGS: Final = (".html", ".htm")
_SIGNPOST_ENDINGS: Final = (".xml", ".txt", ".webmanifest")
_SIGNPOST_NAMES: Final = frozenset({".htaccess", "_headers", "_redirects", "feed.json", "inbox.json"})
_GUARD: Final = "/.htaccess"
"""In a folder of the owner's; that of the site points the way."""
_START_PAGES: Final = frozenset({"index.html"})


class Phase(IntEnum):
    """The order of a transfer. One phase ends before the next begins."""

    GUARDS = 0
    ASSETS = 1
    NEW_PAGES = 2
    CHANGED_PAGES = 3
    SIGNPOSTS = 4


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What makes one set of files out of another."""

    put: dict[str, Stamp] = {}
    """Path → the bytes that it shall have, in the order of travel."""
    gone: tuple[str, ...] = ()
    """Paths to delete, sorted."""
    blocking: tuple[str, ...] = ()
    """Those of `gone` that must be deleted first, since a file takes the place of a folder or the other way round."""
    new: frozenset[str] = frozenset()
    """Those of `put` that were not there."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.put and not self.gone

    @property
    def size(self) -> int:
        """Bytes that travel."""
        return sum(stamp.size for stamp in self.put.values())


def difference(wanted: Mapping[str, Stamp], there: Mapping[str, Stamp]) -> Difference:
    """What turns `there` into `wanted`; what has equal digests stays untouched."""
    new = frozenset(wanted.keys() - there.keys())
    changed = [path for path in wanted if path in new or wanted[path].digest != there[path].digest]
    gone = tuple(sorted(there.keys() - wanted.keys()))
    put = {path: wanted[path] for path in sorted(changed, key=lambda path: _rank(path, is_new=path in new))}
    return Difference(put=put, gone=gone, new=new, blocking=tuple(_blocking(put, gone)))


def phases(put: Mapping[str, Stamp], new: frozenset[str]) -> Iterator[tuple[Phase, tuple[str, ...]]]:
    """The paths of `put` by phase, in the order of travel; empty phases are left out."""
    for phase in Phase:
        paths = tuple(path for path in put if phase_of(path, is_new=path in new) is phase)
        if paths:
            yield phase, paths


def farewells(gone: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The paths to delete in parts, each to be gone before the next: what points the way, lists, deep pages, assets."""
    by_depth: dict[tuple[int, int], list[str]] = {}
    for path in sorted(gone):
        phase = phase_of(path, is_new=True)
        depth = path.count("/") if phase is Phase.NEW_PAGES else 0
        by_depth.setdefault((-phase, depth), []).append(path)
    yield from (tuple(by_depth[place]) for place in sorted(by_depth))


def phase_of(path: str, *, is_new: bool) -> Phase:
    """When a file travels."""
    if path.endswith(_GUARD):
        return Phase.GUARDS
    name = path.rpartition("/")[2]
    for twin in TWINS:
        name = name.removesuffix(twin)
    if name.endswith(_PAGE_ENDINGS):
        return Phase.NEW_PAGES if is_new else Phase.CHANGED_PAGES
    if name in _SIGNPOST_NAMES or name.endswith(_SIGNPOST_ENDINGS):
        return Phase.SIGNPOSTS
    return Phase.ASSETS


def _rank(path: str, *, is_new: bool) -> tuple[int, bool, int, str]:
    """Deep pages before the lists above them, the start page last."""
    return phase_of(path, is_new=is_new), path in _START_PAGES, -path.count("/"), path


def _blocking(put: Mapping[str, Stamp], gone: tuple[str, ...]) -> Iterator[str]:
    folders = {above for path in put for above in folders_above(path)}
    for path in gone:
        if path in folders or any(above in put for above in folders_above(path)):
            yield path


def folders_above(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path
