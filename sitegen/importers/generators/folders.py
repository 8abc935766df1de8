"""Walks the folder of an old site: which files there are, and nothing that leads out of it. Never opens a text."""

from __future__ import annotations

import os
import re
import unicodedata
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
_OUT_OF_PLACE: Final = re.compile(r"[\x00-\x1f<>:\"|?*\\#]")
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


def safe_path(path: str) -> str:
    """A path that a build takes and every disk holds: no hidden names, nothing that leads out."""
    parts = [_OUT_OF_PLACE.sub("-", part).strip().lstrip("._~") for part in path.split("/")]
    return unicodedata.normalize("NFC", "/".join(part[-120:] for part in parts if part))
