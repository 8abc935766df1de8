"""Finished picture files between builds, in `.sitegen/cache/pictures/`, which CI may keep.

A file is named by the digest of its bytes; a record, named by the digest of all that a picture was made from, lists the
files. Both are written beside their place and moved into it, the record last, so an interrupted build leaves nothing
half. A record counts only while every file it names is there with the size it had. No time stamp decides what is right,
only what is old.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.files import digest_of
from sitegen.output.moving import patiently
from sitegen.output.pictures.tints import NO_TINT

_RECORD: Final = ".json"
_KEPT_DAYS: Final = 60
_MARKED_AGAIN_AFTER_DAYS: Final = 7
_DAY: Final = 86_400


class KeptFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the store."""

    digest: str
    ending: str
    """Without the dot."""
    size: int
    width: int = 0
    height: int = 0

    @property
    def name(self) -> str:
        """Its name in the store."""
        return f"{self.digest}.{self.ending}"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a picture: its variants, or what goes out in its place."""

    width: int = 0
    height: int = 0
    tint: int = NO_TINT
    variants: tuple[KeptFile, ...] = ()
    """Best format first, the fallback last, each by width."""
    instead: KeptFile | None = None
    """Goes out in place of the file where that is not to go out as it is."""
    lacking: tuple[str, ...] = ()
    """Formats that were wanted and could not be written."""
    was_active: bool = False
    """Whether something was left out of a drawing that acts or reaches out."""
    fault: str = ""
    """The code of what is wrong."""


class Store:
    """The folder of one site."""

    def __init__(self, folder: Path, *, day: int) -> None:
        """`day` is the day since 1970-01-01, for telling what is old."""
        self.folder = folder
        self._day = day

    def read(self, key: str) -> Kept | None:
        """What was kept under `key`, if all of it is still there."""
        path = self._record(key)
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=Kept)
            if any((self.folder / file.name).stat().st_size != file.size for file in files_of(kept)):
                return None
            if path.stat().st_mtime < (self._day - _MARKED_AGAIN_AFTER_DAYS) * _DAY:
                os.utime(path, (self._day * _DAY, self._day * _DAY))
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return kept

    def file(self, content: bytes, ending: str, *, width: int = 0, height: int = 0) -> KeptFile:
        """Keep `content`; raises OSError where the disk refuses."""
        file = KeptFile(digest=digest_of(content), ending=ending, size=len(content), width=width, height=height)
        self._write(self.folder / file.name, content)
        return file

    def keep(self, key: str, kept: Kept) -> Kept:
        """Keep the record of a picture whose files are kept already."""
        path = self._record(key)
        self._write(path, msgspec.json.encode(kept))
        return kept

    def prune(self) -> None:
        """Delete records that no build has asked for in 60 days, and files that no record names."""
        named: set[str] = set()
        others: list[Path] = []
        with suppress(OSError):
            for path in sorted(self.folder.iterdir()):
                if path.suffix == _RECORD and path.stat().st_mtime >= (self._day - _KEPT_DAYS) * _DAY:
                    named.update((path.name, *_names_in(path)))
                else:
                    others.append(path)
        for path in others:
            if path.name not in named:
                with suppress(OSError):
                    path.unlink()

    def _record(self, key: str) -> Path:
        return self.folder / f"{key}{_RECORD}"

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")  # two threads may make the same bytes
        try:
            fresh.write_bytes(content)
            patiently(lambda: fresh.replace(path))
        finally:
            fresh.unlink(missing_ok=True)


def files_of(kept: Kept) -> Iterable[KeptFile]:
    """Every file a record names."""
    return (*kept.variants, kept.instead) if kept.instead else kept.variants


def _names_in(record: Path) -> Iterator[str]:
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        kept = msgspec.json.decode(record.read_bytes(), type=Kept)
        yield from (file.name for file in files_of(kept))
