"""A build that has nothing to do: what the last one told is told again.

Puts together what a build depends on and what it made; whether that still stands is for `standing` to say. Never
reads a text, and never imports what a build is made of.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.errand import Errand, worth_a_copy
from sitegen.build.memory.code_version import surroundings
from sitegen.build.memory.running import Code, code_places, code_running, code_seen, keep_code, read_code
from sitegen.build.memory.standing import (
    Look,
    Standing,
    Statuses,
    glance_at,
    keep_record,
    kept_record,
    look_at,
    look_of,
    still_the_same,
)
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Tally
from sitegen.diagnostics import Findings
from sitegen.model.comments.comment import PENDING_FOLDER
from sitegen.model.visibility import Withheld
from sitegen.output.manifest import read_manifest
from sitegen.output.place import SERVER_FOLDER, Place
from sitegen.sources.scan import Glance, Signature

_FILE: Final = "standing"
_CODE_FILE: Final = "code"
_LARGE: Final = 256 * 1024
"""Bytes of a manifest: some 2,500 files."""
_SCANNED: Final = ("content", "static")
_FOLDERS: Final = (*_SCANNED, "layouts")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a build had to say, as far as another one would say it too."""

    findings: Findings
    tally: Tally
    withheld: tuple[Withheld, ...]
    files: int
    base: str
    home: str


class Sources(msgspec.Struct, frozen=True, array_like=True):
    """The site, this program and its libraries, as they stand."""

    glance: Glance | None
    look: Look
    """The same, to be kept."""
    code: Code | None = None
    """The program by its digests, where it was read as well."""


class Before:
    """Everything a build depends on, as it stands before the build reads any of it. Call `end` when all is done."""

    def __init__(self, place: Place, options: BuildOptions, *, knows_code: bool = False) -> None:
        """At the site of `place` and what was written of it.

        A copy of this process looks at a large one, and at one of which nothing was written before: there it reads the
        code as well, if nobody `knows_code`.
        """
        self._place = place
        self._now: Final = int(options.now.timestamp())
        self._asked: Final = _asked(options)
        size = _size_written(place)
        self.is_first: Final = size is None and not knows_code
        """Whether nothing was written before, nor any code read."""
        look, ask = partial(_looked_at, place, reads=self.is_first), partial(_asked_about, place)
        is_far = (self.is_first or (size or 0) > _LARGE) and worth_a_copy(options.workers)
        self._errand = Errand(look, ask) if is_far else None
        self._sources = None if self._errand else look()
        self._read: Code | None = None
        self.outputs: Final = Statuses(place.out, self._heard if self._errand else None)
        """Of what the last build wrote: the build asks as well, and forgets what it writes."""

    @property
    def is_looked_at_elsewhere(self) -> bool:
        """Whether this process may do something else meanwhile."""
        return self._errand is not None

    @property
    def glance(self) -> Glance | None:
        """At all that a build may read."""
        return self._see().glance

    def _see(self) -> Sources:
        if self._sources is None:
            self._sources = self._errand.answer(Sources) if self._errand else _looked_at(self._place)
        return self._sources

    def _heard(self) -> dict[str, Signature]:
        """What was said of all that was written; the copy tells it after what it has seen."""
        self._see()
        return self._errand.answer(dict[str, Signature]) if self._errand else {}

    def result(self) -> BuildResult | None:
        """What the last build told, where another one would come to the same and write nothing.

        Where comments wait for a decision a build asks git about them, and nobody can see by looking what git knows.
        """
        if os.path.isdir(self._place.site / PENDING_FOLDER):  # noqa: PTH112 -- never raises, unlike that of pathlib
            return None
        kept = kept_record(self._place.state / _FILE, Standing)
        if kept is None or kept.asked != self._asked or not kept.since <= self._now < kept.until:
            return None
        if not still_the_same(kept.look, self._see().look) or not kept.made or self._made() != kept.made:
            return None
        with suppress(msgspec.DecodeError):
            told = msgspec.msgpack.decode(kept.told, type=Told)
            return BuildResult(
                out=self._place.out,
                findings=told.findings,
                written=True,
                tally=told.tally,
                changes=FileChanges(unchanged=told.files),
                withheld=told.withheld,
                base=told.base,
                home=told.home,
            )
        return None

    def end(self) -> None:
        """Let nobody look any more."""
        if self._errand:
            self._errand.end()

    def code(self) -> Code:
        """The code that runs: as the last build found it, where it stands so, else it is read."""
        seen = code_seen(self._place.state / _CODE_FILE, self.glance)
        if seen:
            return seen
        read = self._see().code
        self._read = code_running((lambda: read) if read else None)
        return self._read

    def keep(self, result: BuildResult) -> None:
        """Remember what the build told that has just been written, and the code as far as it was read anew."""
        if self._read:
            keep_code(self._place.state / _CODE_FILE, self.glance, self._read)
        if result.until:
            self._keep(result, until=result.until)

    def _keep(self, result: BuildResult, *, until: datetime) -> None:
        """For all builds before `until`."""
        changes = result.changes
        told = Told(
            findings=result.findings,
            tally=result.tally,
            withheld=result.withheld,
            files=changes.unchanged + len(changes.created) + len(changes.changed),
            base=result.base,
            home=result.home,
        )
        standing = Standing(
            asked=self._asked,
            since=self._now,
            until=int(until.timestamp()),
            look=self._see().look,
            made=self._made(),
            told=msgspec.Raw(msgspec.msgpack.encode(told)),
        )
        keep_record(self._place.state / _FILE, standing)

    def _made(self) -> str:
        """The stamp of all that was written, for visitors and for servers."""
        manifest, _ = read_manifest(self._place)
        servers = look_at([self._place.site / SERVER_FOLDER])
        files = self.outputs.stamp(manifest.files)
        return files and servers.stamp and f"{files} {servers.stamp}"


def _size_written(place: Place) -> int | None:
    """How much the manifest names, in bytes of its own; None where nothing was ever written."""
    with suppress(OSError):
        return place.manifest.stat().st_size
    return None


def _looked_at(place: Place, *, reads: bool = False) -> Sources:
    """How all stands; `reads` tells whether to read the code after that."""
    glance = glance_at(_inputs(place.site))
    code = read_code() if reads else None
    return Sources(glance and glance.sorted_out(place.site, _SCANNED), look_of(glance), code)


def _asked_about(place: Place) -> dict[str, Signature]:
    return Statuses(place.out).of(read_manifest(place)[0].files)


def _inputs(site: Path) -> Iterator[Path]:
    """All folders and files that a build may read."""
    yield from (site / name for name in _FOLDERS)
    yield from sorted(path for path in site.iterdir() if path.is_file())
    yield from code_places()


def _asked(options: BuildOptions) -> str:
    """The digest of everything else: what was asked for, and with which libraries."""
    digest = hashlib.blake2b(digest_size=16)
    told = (options.strict, options.purpose, options.showing, options.writes)
    digest.update(repr((told, surroundings())).encode())
    digest.update(options.form_key)
    return digest.hexdigest()
