"""Files that are made, and the one rule for making them: what is there stays.

Never decides what is in a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic, Span


class NewFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be made."""

    path: str
    """Relative to the site folder, with forward slashes."""
    content: bytes
    executable: bool = False
    """Whether it is started by a double click."""


def make_files(folder: Path, files: Sequence[NewFile]) -> tuple[Diagnostic, ...]:
    """Make all of `files` below `folder`, which is made, too; SG003 for each that is there already, and it stays.

    Raises OSError where the disk refuses.
    """
    return tuple(finding for file in files if (finding := _make(folder, file)))


def already_there(path: str) -> Diagnostic:
    """SG003 for `path`, relative to the site folder."""
    return Diagnostic(code="SG003", span=Span(file=""), facts={"path": path})


def _make(folder: Path, file: NewFile) -> Diagnostic | None:
    target = folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as stream:
            stream.write(file.content)
        if file.executable:
            target.chmod(target.stat().st_mode | 0o111)
    except FileExistsError:
        return already_there(file.path)
    return None
