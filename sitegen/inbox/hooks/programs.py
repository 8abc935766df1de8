"""Finds the owner's programs for an event: `FOLDER/EVENT.d/NAME`, in the order of their names.

A program that lies where others could have changed it, or that cannot be run, is found as well, with the reason why it
is refused: nobody shall believe that a hook watches which does not. Never runs anything.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final, Literal

import msgspec

from sitegen.inbox.records import EventType

Refusal = Literal["not_executable", "outside", "writable", "no_file"]

NOTIFY_FOLDER: Final = "notify.d"
"""Programs in it hear of every event, whatever it is."""
_ARRIVAL_FOLDER: Final = ".submitted.d"
_NAME: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,99}")
_LEFTOVERS: Final = (".bak", ".orig", ".rej", ".swp", ".tmp", ".dpkg-old", ".dpkg-new", ".dpkg-dist")
"""What editors and package managers leave behind."""


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """One program."""

    name: str
    """`10-words`."""
    key: str
    """`comment.submitted.d/10-words`: what it is known by when it is disabled."""
    path: str
    """Absolute."""
    refused: Refusal | None = None

    @property
    def decides(self) -> bool:
        """Whether it has a say in what arrives, rather than being told."""
        return self.key.partition("/")[0].endswith(_ARRIVAL_FOLDER)

    @property
    def version(self) -> str:
        """What changes when the program is replaced or touched; empty for a file that is gone."""
        try:
            status = Path(self.path).stat()
        except OSError:
            return ""
        return f"{status.st_size}-{status.st_mtime_ns}"


def deciders(folder: str, event: EventType) -> tuple[Program, ...]:
    """The programs that decide about an arrival. OSError if there ought to be a folder and it cannot be read."""
    return _programs_in(folder, f"{event}.d")


def listeners(folder: str, event: EventType) -> tuple[Program, ...]:
    """The programs that are told of an event. Those for an arrival decide, so they are not told again."""
    own = () if event.endswith(".submitted") else _programs_in(folder, f"{event}.d")
    return tuple(sorted((*own, *_programs_in(folder, NOTIFY_FOLDER)), key=lambda program: (program.name, program.key)))


def all_programs(folder: str) -> tuple[Program, ...]:
    """Every program, whatever its event."""
    if not folder:
        return ()
    names = sorted(entry.name for entry in Path(folder).iterdir() if entry.name.endswith(".d"))
    return tuple(program for name in names for program in _programs_in(folder, name))


def program_by_key(folder: str, key: str) -> Program | None:
    """The program of that key, or None if it is no longer there."""
    return next((program for program in all_programs(folder) if program.key == key), None)


def _programs_in(folder: str, name: str) -> tuple[Program, ...]:
    """The programs in one folder for an event; none if that folder does not exist."""
    if not folder:
        return ()
    root = Path(folder).resolve(strict=True)
    place = root / name
    if not place.is_dir():
        return ()
    loose = _writable_by_all(root) or _writable_by_all(place)
    return tuple(
        Program(
            name=path.name,
            key=f"{name}/{path.name}",
            path=str(path),
            refused="writable" if loose else _refusal_of(path, root=root),
        )
        for path in sorted(place.iterdir())
        if _NAME.fullmatch(path.name) and not path.name.endswith(_LEFTOVERS)
    )


def _refusal_of(path: Path, *, root: Path) -> Refusal | None:
    """Why a program is not to be run."""
    try:
        real = path.resolve(strict=True)
    except OSError:
        return "no_file"
    if not real.is_relative_to(root):
        return "outside"
    if not real.is_file():
        return "no_file"
    if _writable_by_all(real) or _writable_by_all(real.parent):
        return "writable"
    return None if os.access(real, os.R_OK | os.X_OK) else "not_executable"


def _writable_by_all(path: Path) -> bool:
    """Whether anybody on this machine could change it."""
    return bool(path.stat().st_mode & stat.S_IWOTH)
