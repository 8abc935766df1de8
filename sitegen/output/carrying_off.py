"""Rubbish is carried off by a process of its own, for which nobody has to wait.

Rubbish is a folder in `.sitegen/` with what a commit has replaced, or with what a build that failed had laid ready. The
site is whole without it, no journal speaks of it and the answer is true; to delete thousands of files takes a second
all the same. The process is a shell that waits until the disk has what stands in their stead, and deletes. It has
nothing of ours: no terminal, no output, no open file and so no lock. Where it is killed, or meets another of its kind,
nothing is lost; the next command sends a new one. Nobody is sent for a few files, by a process that lives on with other
threads, as a preview does, nor where a system is not known to allow it: there rubbish is deleted at once.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final

from sitegen.output.place import Place

__all__ = ["can_carry_off", "carry_off", "carry_off_leftovers"]

_FEW: Final = 512
"""Files that are deleted sooner than it matters."""
_RUBBISH: Final = "rubbish-"
"""What names of such folders begin with, beside the manifest."""
_SHELL: Final = "/bin/sh"
_ORDERS: Final = 'cd /; sync -f "$1"; exec rm -rf "$1"'
_OPEN: Final = "/proc/self/fd"
"""A name for each file that this process has open."""
_STANDARD: Final = (0, 1, 2)
_LAST: Final = 19
"""The priority of whoever waits for all others."""


def can_carry_off(files: int) -> bool:
    """Whether somebody would be sent for so many files."""
    return files > _FEW and _can_send()


def _can_send() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and os.access(_SHELL, os.X_OK)


def carry_off(stage: Path, *, files: int, place: Place) -> None:
    """Have the folder `stage`, which holds so many files, deleted; it is out of the way at once."""
    rubbish = place.state / f"{_RUBBISH}{stage.name}"
    if can_carry_off(files):
        with suppress(OSError):
            stage.rename(rubbish)
            _delete(rubbish)
            return
    _delete_now(stage)


def carry_off_leftovers(state: Path) -> None:
    """Have deleted what was still to be carried off from the folder `state` when somebody stopped it."""
    names = os.listdir(state) if state.is_dir() else ()  # noqa: PTH208 - every command looks
    for name in names:
        if name.startswith(_RUBBISH):
            _delete(state / name)


def _delete(folder: Path) -> None:
    if _can_send():
        with suppress(OSError, NotImplementedError):
            _send(folder)
            return
    _delete_now(folder)


def _delete_now(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _send(folder: Path) -> None:
    """Send for `folder`; raises OSError or NotImplementedError where the system allows no such process."""
    others = (int(name) for name in os.listdir(_OPEN))  # noqa: PTH208 - as above
    files = (
        *((os.POSIX_SPAWN_CLOSE, number) for number in others if number > max(_STANDARD)),
        *((os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in _STANDARD),
    )
    orders = ("sh", "-c", _ORDERS, "sh", str(folder))
    process = os.posix_spawn(_SHELL, orders, {"PATH": os.defpath}, file_actions=files, setsid=True)
    os.setpriority(os.PRIO_PROCESS, process, _LAST)
