"""One publisher of a site at a time on this machine, and where its clone lies.

The lock is the operating system's, so it ends with its holder. Machines beside each other need none: git refuses the
second push, and it is done again.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sitegen.inbox.config import InboxConfig
from sitegen.inbox.opening import is_postgres

_BESIDE_DATABASE: Final = "publish"
_WITHOUT_FILE: Final = ".cache/sitegen-inbox/publish"
_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN})


def state_folder(config: InboxConfig) -> Path:
    """Where clones lie: beside the database, or in the service's home where that is on a server.

    Nothing is lost when it goes.
    """
    if is_postgres(config.database):
        return Path.home() / _WITHOUT_FILE
    return Path(config.database).resolve().parent / _BESIDE_DATABASE


@contextmanager
def turn(path: Path) -> Iterator[bool]:
    """Hold the lock file `path`, made if need be, while the block runs; False where somebody else holds it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        yield _is_taken(descriptor)
    finally:
        os.close(descriptor)


def _is_taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True
