"""Names of files of an old site, made fit for every disk: Windows, macOS, Linux, and whatever a copy goes through.

What Windows keeps for devices, what it cuts off or cannot write, names too long, and names that differ in nothing but
capitals or in how an umlaut is put together. Pure; never asks a disk.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from sitegen.text.slugs import DEVICES

_OUT_OF_PLACE: Final = re.compile('[\x00-\x1f\x7f-\x9f<>:"|?*\\\\#\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
"""What Windows cannot write, `#`, which cuts an address off, and letters that nobody sees."""
_BYTES: Final = re.compile("[\ud800-\udfff]")
_DEVICES: Final = (
    DEVICES | {"conin$", "conout$"} | {f"{device}{number}" for device in ("com", "lpt") for number in "¹²³"}
)
"""With those that are no slug."""
_LONGEST: Final = 120
_MOST_BYTES: Final = 180
"""A name has 255 bytes on most disks; a build and a server need some of them."""
_NAMELESS: Final = "datei"


def readable(path: str) -> str:
    """A path as the disk gives it, for people: bytes that are no UTF-8 as Windows' letters, umlauts in one piece."""
    if _BYTES.search(path):
        path = path.encode("utf-8", "surrogateescape" if os.name != "nt" else "replace").decode("cp1252", "replace")
    return unicodedata.normalize("NFC", path)


def safe_path(path: str) -> str:
    """A path that a build takes and every disk holds: no hidden names, nothing that leads out, never empty."""
    return "/".join(filter(None, map(_safe, readable(path).split("/")))) or _NAMELESS


def folded(path: str) -> str:
    """What two paths have in common that a disk may take for one."""
    return unicodedata.normalize("NFC", path).casefold()


class Paths:
    """Paths that are taken; a second one that a disk may take for the first gets a number before its ending."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {folded(path) for path in taken}

    def __contains__(self, path: str) -> bool:
        return folded(path) in self._taken

    def take(self, path: str) -> str:
        """`a/b.jpg`, or `a/b-2.jpg` and so on where that is taken; it is taken from now on."""
        folder, slash, name = path.rpartition("/")
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        names = itertools.chain((name,), (f"{stem}-{count}{dot}{ending}" for count in itertools.count(2)))
        free = next(each for each in names if folded(f"{folder}{slash}{each}") not in self._taken)
        self._taken.add(folded(f"{folder}{slash}{free}"))
        return f"{folder}{slash}{free}"


def _safe(part: str) -> str:
    # Its end is kept, since it says what kind of file it is.
    short = _OUT_OF_PLACE.sub("-", part)[-_LONGEST:].encode("utf-8", "replace")[-_MOST_BYTES:].decode("utf-8", "ignore")
    name = short.strip().lstrip("._~ ").rstrip("~. ")
    stem, dot, rest = name.partition(".")
    return f"{stem.rstrip()}-1{dot}{rest}" if stem.rstrip().casefold() in _DEVICES else name
