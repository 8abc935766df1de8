"""The single acts on the disk from which a commit is made: each leaves every file whole, whenever it is cut off.

None of them follows a link inside the output folder, so nothing outside of it is written or deleted. Acts that take
several steps are generators: after each `yield` a kill must be harmless, and doing the whole act again completes it.
This module never decides which files are concerned.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

__all__ = [
    "folders_above",
    "is_real_folder",
    "is_real_way",
    "make_folder",
    "move_folder",
    "patiently",
    "put_in_place",
    "take_away",
    "write_and_flush",
    "write_new",
]

_JUNCTION: Final = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT: what Windows calls a link that looks like a folder."""
_PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds. Only Windows refuses to replace a file because another program has it open; elsewhere waiting is idle."""
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def folders_above(path: str) -> Iterator[str]:
    """The folders that `path` lies in, the nearest first, without the output folder itself."""
    while (path := path.rpartition("/")[0]) != "":
        yield path


def is_real_folder(path: str) -> bool:
    """Whether `path` is a folder and no link to one; False where there is nothing to be seen."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISDIR(status.st_mode) and getattr(status, "st_reparse_tag", 0) != _JUNCTION


def is_real_way(out: Path, folder: str) -> bool:
    """Whether `folder`, relative to `out`, and all above it are there and no links; an empty `folder` is `out`."""
    return not folder or all(is_real_folder(f"{out}/{step}") for step in (folder, *folders_above(folder)))


def make_folder(out: Path, folder: str, *, known: set[str]) -> bool:
    """Make `folder` below `out` with all above it; `known` collects those that need no second look.

    Returns whether it was not there yet. Raises FileExistsError where a file or a link is in the way.
    """
    if not folder or folder in known:
        return False
    make_folder(out, folder.rpartition("/")[0], known=known)
    path = f"{out}/{folder}"
    is_new = not is_real_folder(path)
    if is_new:
        os.mkdir(path)  # noqa: PTH102 - as below: a site has thousands of folders
    known.add(folder)
    return is_new


def move_folder(staged: str, target: str) -> bool:
    """Move the folder `staged` with all that is in it to `target`, where nothing stands yet, in one stroke.

    Returns whether that could be done; if not, nothing has moved.
    """
    if os.path.lexists(target):
        return False
    try:
        patiently(lambda: Path(staged).rename(target))
    except OSError:
        return False
    return True


def patiently(act: Callable[[], object], *, pauses: Sequence[float] = _PAUSES) -> None:
    """Call `act`; where that is refused, again after each of `pauses` (seconds). The last PermissionError goes on."""
    for pause in pauses:
        try:
            act()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    act()


def put_in_place(staged: str, target: str, *, spare: str) -> Iterator[str]:
    """Move the file `staged` over `target` in one stroke; nothing to do where `staged` is gone already.

    Where both lie on different file systems the bytes are first copied to `spare`, which lies beside `target`.
    """
    try:
        patiently(lambda: os.replace(staged, target))  # noqa: PTH105 - what pathlib adds counts: a site has thousands
    except OSError as error:
        if not os.path.lexists(staged):
            return
        if error.errno != errno.EXDEV:
            raise
        yield from _carry_across(staged, target, spare=spare)


def _carry_across(staged: str, target: str, *, spare: str) -> Iterator[str]:
    import shutil

    name = target.rpartition("/")[2]
    shutil.copy2(staged, spare)
    yield f"copied: {name}"
    patiently(lambda: Path(spare).replace(target))
    yield f"replaced: {name}"
    Path(staged).unlink()


def take_away(out: Path, path: str) -> Iterator[str]:
    """Delete the file or link at `path` and the folders that it leaves empty. A folder in its stead is left alone."""
    target = out / path
    if is_real_way(out, path.rpartition("/")[0]) and not is_real_folder(str(target)):
        patiently(lambda: target.unlink(missing_ok=True))
        yield f"deleted: {path}"
    for folder in folders_above(path):
        if not is_real_way(out, folder):
            continue
        try:
            (out / folder).rmdir()
        except OSError:
            return
        yield f"folder deleted: {folder}"


def write_new(path: str, content: bytes) -> None:
    """Write a file that is not there yet, in as few calls of the system as there can be: a site has thousands.

    Raises FileExistsError where it is.
    """
    handle = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def write_and_flush(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it: for the few files that a recovery after a power cut reads."""
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
