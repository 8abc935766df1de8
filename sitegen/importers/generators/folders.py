"""Walks the folder of an old site: which files there are, and nothing that leads out of it. Never opens a text."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

LOOKS: Final = frozenset(
    {".css", ".scss", ".sass", ".less", ".js", ".mjs", ".ts", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"}
)
"""Looks and scripts of the old site, which stay behind."""
_TECHNICAL: Final = frozenset(
    {"robots.txt", "sitemap.xml", "feed.xml", "index.xml", "_redirects", "_headers", ".htaccess", "cname", ".nojekyll"}
    | {"favicon.ico", "manifest.json", "site.webmanifest", "browserconfig.xml", "gemfile", "gemfile.lock"}
    | {"package.json", "package-lock.json", "makefile", "readme.md", "thumbs.db", ".ds_store"}
)
MOST: Final = 100_000
"""Files of a folder; more is no website."""


def files_below(folder: Path, *, without: Collection[str] = ()) -> Iterator[str]:
    """Every ordinary file below `folder` with forward slashes, in order; hidden ones and folders `without` left out."""
    count = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in without)
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            count += 1
            if count > MOST:
                return
            yield path.relative_to(folder).as_posix()


def is_carried(path: str) -> bool:
    """Whether a file that is no text goes along: pictures and what visitors load, no looks and no workings."""
    file = PurePosixPath(path)
    return file.suffix.lower() not in LOOKS and file.name.lower() not in _TECHNICAL
