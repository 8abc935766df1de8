"""Walks the folder of an old site: which files there are, what becomes of each, and nothing that leads out of it.

Never opens a text.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from sitegen.importers.file_names import readable, safe_path
from sitegen.importers.wordpress.media import RUNS
from sitegen.sources.scan import is_taken

LOOKS: Final = frozenset(
    {".css", ".scss", ".sass", ".less", ".js", ".mjs", ".ts", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"}
)
"""Looks and scripts of the old site, which stay behind."""
PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
_OUR_OWN: Final = frozenset({"robots.txt", "sitemap.xml", "feed.xml", "index.xml", "atom.xml", "rss.xml"})
"""What this program makes itself."""
_OF_LOOKS: Final = frozenset({"manifest.json", "site.webmanifest", "browserconfig.xml"})
_WORKINGS: Final = frozenset(
    {"gemfile", "gemfile.lock", "package.json", "package-lock.json", "makefile", "readme.md", "license", "thumbs.db"}
)
"""What belongs to the workshop and not to the site."""
REDIRECTS: Final = frozenset({"_redirects", ".htaccess"})
SERVER: Final = REDIRECTS | {"_headers", "cname", "netlify.toml", "vercel.json", "web.config", ".well-known"}
"""By what the old server was told what to do."""
MOST: Final = 100_000
"""Files of a folder; more is no website."""

Fate = Literal["carried", "page", "program", "server", "looks", "own", "workings"]


def files_below(folder: Path, *, without: Collection[str] = ()) -> Iterator[str]:
    """Every ordinary file below `folder` with forward slashes, in order; hidden ones and folders `without` left out.

    Of what is hidden, what a server reads is named.
    """
    count = 0
    for place, folders, names in os.walk(folder):
        here = Path(place)
        for name in sorted(folders):
            if name == ".well-known":
                yield (here / name).relative_to(folder).as_posix()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in without)
        for name in sorted(names):
            path = here / name
            is_hidden = name.startswith(".") and name.lower() not in SERVER
            if is_hidden or path.is_symlink() or not path.is_file():
                continue
            count += 1
            if count > MOST:
                return
            yield path.relative_to(folder).as_posix()


def within(root: Path, name: str) -> Path | None:
    """The folder that a setting of the old site names; None if it leads out of `root` or is none."""
    try:
        folder = (root / name).resolve()
        return root / name if folder.is_relative_to(root.resolve()) and folder.is_dir() else None
    except (OSError, ValueError):
        return None


def fate_of(path: str) -> Fate:
    """What becomes of a file that is no text: `carried` as it is, or why it stays behind."""
    name = PurePosixPath(readable(path)).name
    endings = [ending.lower() for ending in PurePosixPath(name).suffixes]
    last = endings[-1] if endings else ""
    reasons: tuple[tuple[bool, Fate], ...] = (
        (name.lower() in SERVER, "server"),
        (name.lower() in _OUR_OWN, "own"),
        (last in PAGES, "page"),
        (last in LOOKS or name.lower() in _OF_LOOKS, "looks"),
        (any(ending in RUNS - PAGES for ending in endings), "program"),
        (name.lower() in _WORKINGS or not is_taken(safe_path(name)), "workings"),
    )
    return next((fate for is_so, fate in reasons if is_so), "carried")
