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
from pathlib import Path
from typing import Final, Self

import msgspec

from sitegen.build.code_version import surroundings
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Tally
from sitegen.build.running import Code, code_places, code_seen, keep_code
from sitegen.build.standing import (
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
from sitegen.diagnostics import Findings
from sitegen.model.comment import PENDING_FOLDER
from sitegen.model.visibility import Withheld
from sitegen.output.manifest import read_manifest
from sitegen.output.place import SERVER_FOLDER, Place
from sitegen.sources.scan import Glance

_FILE: Final = "standing"
_CODE_FILE: Final = "code"
_LARGE: Final = 256 * 1024
"""Bytes of a manifest: some 2,500 files."""
_FOLDERS: Final = ("content", "layouts", "static")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a build had to say, as far as another one would say it too."""

    findings: Findings
    tally: Tally
    withheld: tuple[Withheld, ...]
    files: int
    base: str
    home: str


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a build depends on, as it stands before the build reads any of it."""

    place: Place
    now: int
    """Seconds since 1970."""
    asked: str
    look: Look
    glance: Glance | None
    """The same, for the build."""
    outputs: Statuses
    """Of what the last build wrote: the build asks as well, and forgets what it writes."""

    @classmethod
    def of(cls, place: Place, options: BuildOptions) -> Self:
        """Look at the site of `place`, at this program and its libraries. Call `end` when all is done."""
        outputs = Statuses(place.out)
        if options.workers != 1 and _is_large(place):
            outputs.ask_ahead(lambda: read_manifest(place)[0].files)
        glance = glance_at(_inputs(place.site))
        now = int(options.now.timestamp())
        return cls(
            place=place,
            now=now,
            asked=_asked(options),
            look=look_of(glance),
            glance=glance,
            outputs=outputs,
        )

    def result(self) -> BuildResult | None:
        """What the last build told, where another one would come to the same and write nothing.

        Where comments wait for a decision a build asks git about them, and nobody can see by looking what git knows.
        """
        if os.path.isdir(self.place.site / PENDING_FOLDER):  # noqa: PTH112 -- never raises, unlike that of pathlib
            return None
        kept = kept_record(self.place.state / _FILE, Standing)
        if kept is None or kept.asked != self.asked or not kept.since <= self.now < kept.until:
            return None
        if not still_the_same(kept.look, self.look) or not kept.made or self._made() != kept.made:
            return None
        with suppress(msgspec.DecodeError):
            told = msgspec.msgpack.decode(kept.told, type=Told)
            return BuildResult(
                out=self.place.out,
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
        self.outputs.end()

    def code(self) -> Code | None:
        """The code that runs, where it stands as the last build found it."""
        return code_seen(self.place.state / _CODE_FILE, self.glance)

    def keep_code(self, code: Code) -> None:
        """Remember it, for as long as it stands."""
        keep_code(self.place.state / _CODE_FILE, self.glance, code)

    def keep(self, result: BuildResult, *, until: datetime) -> None:
        """Remember what the build told that has just been written, for all builds before `until`."""
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
            asked=self.asked,
            since=self.now,
            until=int(until.timestamp()),
            look=self.look,
            made=self._made(),
            told=msgspec.Raw(msgspec.msgpack.encode(told)),
        )
        keep_record(self.place.state / _FILE, standing)

    def _made(self) -> str:
        """The stamp of all that was written, for visitors and for servers."""
        manifest, _ = read_manifest(self.place)
        servers = look_at([self.place.site / SERVER_FOLDER])
        files = self.outputs.stamp(manifest.files)
        return files and servers.stamp and f"{files} {servers.stamp}"


def _is_large(place: Place) -> bool:
    """Whether to look at all that was written takes longer than to have a copy of this process look."""
    with suppress(OSError):
        return place.manifest.stat().st_size > _LARGE
    return False


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
