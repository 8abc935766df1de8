"""Which code is running, as one digest: what was memoised under other code is never used.

The digest covers the bytes of this package, not their times, so that an installed wheel gives the same on every machine
that restores a cache, while one edited line in a checkout gives another. It leaves out the rooms above the build, which
cannot change what a build makes. It covers the names and versions of all installed libraries too: a list of those that
matter would some day miss one. This module never imports what it digests.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

import sitegen

__all__ = ["code_version", "pictures_version", "surroundings", "version_of"]

_NOT_CODE: Final = frozenset({"__pycache__", "starter"})
_ENDINGS: Final = (".dist-info", ".egg-info")
_PICTURES: Final = "output/pictures"
_OF_PICTURES: Final = ("pillow", "font_source_serif_pro")
ABOVE: Final = frozenset({"cli", "importers", "inbox", "linkcheck", "publish", "scaffold", "serve"})
"""Rooms that no build imports (tests/test_layers.py): nearly half of all files, which would be read each time."""


@cache
def code_version() -> str:
    """The version of the running code: 16 hexadecimal digits, about ten milliseconds for some hundred files.

    It is taken once: what is edited while a program runs is not the code that runs.
    """
    return version_of(Path(sitegen.__file__).parent, surroundings(), without=ABOVE)


def pictures_version() -> str:
    """The version of the code that makes pictures, and of the libraries that it uses."""
    libraries = [name for name in surroundings() if name.startswith(_OF_PICTURES)]
    return version_of(Path(sitegen.__file__).parent / _PICTURES, libraries)


@cache
def surroundings() -> tuple[str, ...]:
    """What the code runs with: this Python and system, and all installed libraries; taken once as well."""
    system = f"{sys.implementation.cache_tag} {sys.version_info} {sys.platform}"
    return (system, *installed(sys.path))


def version_of(package: Path, surroundings: Iterable[str], *, without: frozenset[str] = frozenset()) -> str:
    """The digest of `surroundings` and of all files below `package` but compiled ones and the starter site.

    `without` names folders in `package` that do not count.
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in surroundings:
        digest.update(f"{part}\n".encode())
    for name, path in sorted(_code_files(package, but=_NOT_CODE | without)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - of some hundred files, in half the time
            content = file.read()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def installed(folders: Iterable[str]) -> list[str]:
    """Names and versions of the libraries installed in `folders`, sorted; as `jinja2-3.1.6.dist-info`."""
    found = {name.lower() for folder in folders for name in _names_in(folder) if name.endswith(_ENDINGS)}
    return sorted(found)


def _names_in(folder: str) -> list[str]:
    """What lies in a folder of `sys.path`; nothing where it may not be read, since nothing is imported then."""
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 -- of some thousand names, in a tenth of the time
    except OSError:
        return []


def _code_files(folder: str | Path, *, but: frozenset[str], beginning: str = "") -> Iterator[tuple[str, str]]:
    """Name below the package, and path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{beginning}{entry.name}"
            if not entry.is_dir():
                yield name, entry.path
            elif entry.name not in but:
                yield from _code_files(entry.path, but=_NOT_CODE, beginning=f"{name}/")
