"""One build of a site at a time: a lock that the operating system lets go by itself when its holder ends.

A crashed build therefore never blocks the next. Where the site's file system knows no locks (some network drives), a
file in the machine's folder for temporary files stands in, which at least keeps the builds of one machine apart. This
module never deletes a lock's file: a file that comes and goes can be locked twice.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sitegen.diagnostics import Diagnostic, Span
from sitegen.output.faults import finding_about
from sitegen.output.place import STATE_FOLDER, place_at

__all__ = ["SiteLock", "take_lock"]

_LOCK: Final = f"{STATE_FOLDER}/lock"
_ASKED_EVERY: Final = 0.05
"""Seconds between two attempts."""
_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
_NO_LOCKS_HERE: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})

if sys.platform == "win32":
    import msvcrt

    def _lock_file(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_file(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SiteLock:
    """The right to build a site, until `release` or the end of a `with` block; got from `take_lock`."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let others build; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def take_lock(site_dir: Path, *, wait: float = 5.0) -> SiteLock | Diagnostic:
    """The lock of the site, or why it is not to be had: another build did not end within `wait` seconds (SG617).

    Where `.sitegen/` cannot be written, the finding says so.
    """
    site = site_dir.resolve()
    until = time.monotonic() + wait
    try:
        (site / STATE_FOLDER).mkdir(parents=True, exist_ok=True)
        while (lock := _attempt(site)) is None:
            if time.monotonic() >= until:
                return Diagnostic(code="SG617", span=Span(file=_LOCK), facts={"seconds": round(wait)})
            time.sleep(_ASKED_EVERY)
    except OSError as error:
        return finding_about(error, place=place_at(site, STATE_FOLDER))
    return lock


def _attempt(site: Path) -> SiteLock | None:
    """One attempt; None where somebody else holds the lock."""
    try:
        return lock_on(site / _LOCK)
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
        return lock_on(stand_in_for(site))


def stand_in_for(site: Path) -> Path:
    """The file to lock where the disk of `site` knows no locks: on this machine's own disk, the same for all builds."""
    import tempfile

    name = hashlib.blake2b(str(site).encode(), digest_size=8).hexdigest()
    return Path(tempfile.gettempdir()) / f"sitegen-{name}.lock"


def lock_on(path: Path) -> SiteLock | None:
    """Lock the file `path`, made if need be; None where it is locked already. Raises OSError for all else."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _lock_file(descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno in _HELD:
            return None
        raise
    return SiteLock(descriptor)
