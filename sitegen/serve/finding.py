"""Which file of the preview an address means, as ordinary webspace would find it. Never leads out of its folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import msgspec

INDEX: Final = "index.html"
_FINGERPRINT: Final = re.compile(r"(?P<name>.+)\.[0-9a-f]{10}(?P<ending>\.[^.]+)")
_NEVER: Final = re.compile(r"[\x00-\x1f\x7f\\]|(?:\A|/)\.{1,2}(?:/|\Z)|//")
"""What is in no address of ours: control characters, backslashes, dots that climb, and two slashes in a row."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at an address. All empty: nothing."""

    output: str = ""
    """The path of the file below the folder, with forward slashes."""
    moved: str = ""
    """The URL path to go to instead."""


NOTHING: Final = Found()


def find(path: str, folder: Path, *, base: str) -> Found:
    """What the URL path `path`, percent-encoded and without a query, means in `folder`.

    `base` is the path below which the site lives, without a slash at its end; `/` leads there. A file whose name holds
    the digest of its bytes is found by the name of an earlier build, too.
    """
    wanted = unquote(path, errors="replace")
    if not wanted.startswith("/") or _NEVER.search(wanted):
        return NOTHING
    if base and wanted in {"/", base}:
        return Found(moved=quote(f"{base}/"))
    if not wanted.startswith(f"{base}/"):
        return NOTHING
    output = wanted.removeprefix(f"{base}/")
    if not output or output.endswith("/"):
        output += INDEX
    if is_file_in(folder, output):
        return Found(output=output)
    if is_file_in(folder, f"{output}/{INDEX}"):
        return Found(moved=quote(f"{wanted}/"))
    return Found(output=successor(output, folder))


def is_file_in(folder: Path, output: str) -> bool:
    """Whether a file stands there that no link leads away to."""
    file = folder / output
    try:
        return file.is_file() and file.resolve() == folder.resolve() / output
    except (OSError, ValueError):
        return False


def successor(output: str, folder: Path) -> str:
    """The file that has taken the place of one with a digest in its name; empty where there is none."""
    before, _, name = output.rpartition("/")
    parts = _FINGERPRINT.fullmatch(name)
    place = folder / before
    if parts is None or not place.is_dir():
        return ""
    for file in sorted(place.iterdir()):
        others = _FINGERPRINT.fullmatch(file.name)
        if others and others.groupdict() == parts.groupdict():
            found = f"{before}/{file.name}".lstrip("/")
            return found if is_file_in(folder, found) else ""
    return ""
