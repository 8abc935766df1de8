"""What layouts are known by: the digest of a folder, links and all. Needs nothing that a build is made of."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sitegen.build.memory.memo import key_of


def digest_of_folder(folder: Path) -> str:
    """The digest of all files below `folder` by their names; what cannot be read counts by its name alone.

    Folders that are linked to count as well, each once, since layouts are found in them.
    """
    parts: list[str | bytes] = []
    known: set[str] = set()
    for top, names, files in os.walk(folder, followlinks=True):
        names.sort()
        lies_at = os.path.realpath(top)
        parts.append(top.removeprefix(str(folder)))
        if lies_at in known:
            parts.append(lies_at)
            names.clear()
            continue
        known.add(lies_at)
        for path in sorted(Path(top, name) for name in files):
            parts.append(path.name)
            with suppress(OSError):
                parts.append(path.read_bytes() if path.is_file() else b"")
    return key_of(*parts)
