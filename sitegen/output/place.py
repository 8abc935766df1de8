"""Where the finished files go, and whether it is safe to write there.

A `Place` joins the site, its output folder and the folder in `.sitegen/` that holds what we know of that output
folder. One site may have several output folders, each with its own manifest and journal. This module only looks; it
never makes a folder.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span

__all__ = [
    "JOURNAL",
    "PREVIEW_FOLDER",
    "SERVER_FOLDER",
    "STAGES",
    "STATE_FOLDER",
    "Place",
    "place_at",
    "place_for",
    "states_of",
]

STATE_FOLDER: Final = ".sitegen"
SERVER_FOLDER: Final = f"{STATE_FOLDER}/headers"
"""Where files for web servers lie, which are no part of the site."""
JOURNAL: Final = "journal.json"
STAGES: Final = "stage"
PREVIEW_FOLDER: Final = f"{STATE_FOLDER}/preview"
"""Relative to the site: the one folder in `.sitegen/` that pages are written to."""
_OUTPUTS: Final = "outputs"
_NOT_FOR_OUTPUT: Final = ("content", "layouts", "static", STATE_FOLDER, ".git")
_NAME_LENGTH: Final = 40


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """An output folder of a site. All paths are absolute, with every link on the way to them resolved."""

    site: Path
    out: Path
    key: str
    """How the output folder is remembered: relative to the site when inside it, so that a moved site still works."""

    @property
    def state(self) -> Path:
        """The folder in `.sitegen/` for the manifest, journal and stage of this output folder."""
        name = hashlib.blake2b(self.key.encode(), digest_size=6).hexdigest()
        return self.site / STATE_FOLDER / _OUTPUTS / f"{self.out.name[:_NAME_LENGTH]}-{name}"

    @property
    def is_preview(self) -> bool:
        """Whether this is where a preview is built, for the owner's eyes alone."""
        return self.key == PREVIEW_FOLDER

    @property
    def manifest(self) -> Path:
        """The list of what was written."""
        return self.state / "manifest.json"

    @property
    def journal(self) -> Path:
        """The list of what a commit still has to do; exists only while one is under way."""
        return self.state / JOURNAL

    @property
    def stages(self) -> Path:
        """The folder in which each commit lays its files ready."""
        return self.state / STAGES

    def span(self, path: str) -> Span:
        """The place of a finding about `path`, relative to the output folder; empty means that folder itself."""
        return Span(file=f"{self.key}/{path}" if path else self.key)


def place_at(site: Path, key: str) -> Place:
    """The place that `key` names; the same for as long as the site lies where it is or the folder inside it."""
    return Place(site=site, out=site / key, key=key)


def states_of(site: Path) -> tuple[Path, ...]:
    """The state folders of all output folders this site was ever built to, sorted."""
    folder = site / STATE_FOLDER / _OUTPUTS
    return tuple(sorted(folder.iterdir())) if folder.is_dir() else ()


def place_for(site_dir: Path, out: Path) -> Place | Diagnostic:
    """The place for the output folder `out`, absolute or relative to the current folder, or why it cannot be one.

    Refused are the site folder itself and all that contain it, all inside the folders of sources, and a file.
    """
    site, folder = site_dir.resolve(), out.resolve()
    key = folder.relative_to(site).as_posix() if folder.is_relative_to(site) else folder.as_posix()
    if any(_same(folder, above) for above in (site, *site.parents)):
        return Diagnostic(code="SG601", span=Span(file=key), facts={"folder": str(out)})
    if key != PREVIEW_FOLDER and (inside := _source_folder_around(folder, site)):
        return Diagnostic(code="SG602", span=Span(file=key), facts={"folder": str(out), "inside": inside})
    if not next(step for step in (folder, *folder.parents) if step.exists()).is_dir():
        return Diagnostic(code="SG603", span=Span(file=key), facts={"folder": str(out)})
    return Place(site=site, out=folder, key=key)


def _source_folder_around(folder: Path, site: Path) -> str | None:
    """Which folder of sources contains `folder`, by the file system's own word where it exists, else by name."""
    for name in _NOT_FOR_OUTPUT:
        if any(_same(step, site / name) for step in (folder, *folder.parents)):
            return name
    return None


def _same(one: Path, other: Path) -> bool:
    """Whether both are one folder, also where case does not count or a folder is reachable by two names."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other
