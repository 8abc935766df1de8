"""Puts comments into the folder of a site on the same machine, and has the owner's command run (a build, say).

A file is there whole or not at all, whenever the machine stops. Links within the folder are never followed.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Act, Change, PublishingError, acts_for
from sitegen.inbox.publishing.processes import TooSlowError, inherited, run
from sitegen.model.comments.comment import FOLDER, LARGEST

_COMMAND_SECONDS: Final = 600.0
_FOR_BUILDS: Final = ("LANG", "SITEGEN_FORM_KEY")
"""What a build needs of our environment; none of the inbox's own secrets."""


def put_into_folder(changes: Sequence[Change], *, folder: Path, command: Sequence[str]) -> None:
    """Bring the folder to what `changes` say. Done twice it changes nothing more; the command runs each time.

    Raises PublishingError.
    """
    if not folder.is_dir():
        raise PublishingError(wording.NO_FOLDER)
    try:
        _sweep(folder, {change.post for change in changes})
        for act in acts_for(changes, lambda post: _files_of(folder, post)):
            _carry_out(act, folder)
    except OSError as error:
        is_linked = error.errno in {errno.ELOOP, errno.ENOTDIR}
        raise PublishingError(wording.LINKED if is_linked else wording.DISK) from error
    if command:
        _run(command, folder)


def _sweep(folder: Path, posts: Iterable[str]) -> None:
    """Remove what a write that was cut off has left behind: by now it may have been withdrawn, or forgotten."""
    for post in posts:
        for left_behind in _real(folder, (*FOLDER.split("/"), post)).glob(".*.md.new"):
            left_behind.unlink(missing_ok=True)


def _files_of(folder: Path, post: str) -> Mapping[str, bytes]:
    place = _real(folder, (*FOLDER.split("/"), post))
    if not place.exists():
        return {}
    with os.scandir(place) as entries:
        names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False) and entry.name.endswith(".md")]
    return {name: _read(place / name) for name in names}


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _carry_out(act: Act, folder: Path) -> None:
    *folders, name = act.path.split("/")
    place = _real(folder, folders)
    if act.content is None:
        (place / name).unlink(missing_ok=True)
    else:
        place.mkdir(parents=True, exist_ok=True)
        _write(place / name, act.content)
    _flush(place)


def _write(target: Path, content: bytes) -> None:
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _real(folder: Path, parts: Iterable[str]) -> Path:
    """The folder below `folder`, where nothing on the way is a link. Raises OSError (ELOOP) where something is."""
    place = folder
    for part in parts:
        place /= part
        if place.is_symlink():
            raise OSError(errno.ELOOP, "a link is in the way")
    return place


def _flush(place: Path) -> None:
    """Make sure that names have reached the disk, too."""
    if not place.exists():
        return
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _run(command: Sequence[str], folder: Path) -> None:
    try:
        finished = run(command, folder=folder, environment=inherited(_FOR_BUILDS), seconds=_COMMAND_SECONDS)
    except (OSError, TooSlowError) as error:
        raise PublishingError(wording.COMMAND) from error
    if finished.code != 0:
        raise PublishingError(wording.COMMAND)
