"""Digests of large files without reading them again in every build.

The rule: a file is taken for the one that was read if device, inode, size, time of change of its content *and* time of
change of its inode are the same, and the latter was at least two seconds past when it was read. No program can set that
time, and whoever writes to the file moves it; within its granularity nothing is believed. The time of change of the
content alone is never trusted. Small files are read every time, and so are all where the system knows no such time
(Windows).
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

from sitegen.build.memory.memo import Memo, key_of
from sitegen.output.files import digest_of_file

_LARGE: Final = 128 * 1024
"""Bytes; reading less costs no more than asking."""
_SETTLED: Final = 2_000_000_000
"""Nanoseconds: the coarsest time stamps in use."""
_KIND: Final = "seen"


def digest_of_seen(path: Path, memo: Memo) -> str:
    """The digest of the file at `path` as `digest_of_file` gives it; raises OSError if it cannot be read."""
    before = path.stat()
    if before.st_size < _LARGE or os.name == "nt":
        return digest_of_file(path)
    key = _signature(before)
    known = memo.get_many(_KIND, (key,), type=str)
    if key in known:
        return known[key]
    digest = digest_of_file(path)
    if _signature(path.stat()) == key and time.time_ns() - before.st_ctime_ns > _SETTLED:
        memo.put(_KIND, key, digest)
    return digest


def _signature(status: os.stat_result) -> str:
    parts = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return key_of(*(str(part) for part in parts))
