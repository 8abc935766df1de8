"""Files that are published beside the pages: downloads, static files, pictures from the store, files of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.files import OutputFile, digest_of

ASSETS_OUTPUT: Final = "assets"
FINGERPRINT_LENGTH: Final = 10


class StaticFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file that goes out with the bytes it has, or with those kept for it."""

    file: str
    """Path below the site folder."""
    output: str
    digest: str
    """Of the bytes that go out."""
    instead: str = ""
    """Path below the site folder of the file whose bytes go out; empty for `file` itself."""


def copies(root: Path, files: Iterable[StaticFile]) -> Iterator[OutputFile]:
    """Those files as part of the output."""
    return (OutputFile.copying(file.output, root / (file.instead or file.file), digest=file.digest) for file in files)


def fingerprinted(name: str, content: bytes) -> OutputFile:
    """A file of the theme whose name changes with its content, so that browsers may keep it for ever."""
    stem, dot, ending = name.rpartition(".")
    output = f"{ASSETS_OUTPUT}/{stem}.{digest_of(content)[:FINGERPRINT_LENGTH]}{dot}{ending}"
    return OutputFile.holding(output, content)
