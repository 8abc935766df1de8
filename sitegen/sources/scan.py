"""Which files a folder of the site holds, in an order that no file system decides.

Never reads what is in a file, except `load`, which reads exactly one.
"""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span

_NEVER_TAKEN: Final = re.compile(r"[._].*|.*~|~\$.*|#.*#|.*\.(?:bak|tmp|swp)|thumbs\.db|desktop\.ini", re.IGNORECASE)
"""Hidden and underscored names, backups, locks of office programs, litter of file managers."""


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it stands on disk."""

    path: str
    """Relative to the site folder, with forward slashes, spelt as on disk."""
    size: int
    """Bytes."""
    mtime_ns: int


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """The files of a folder, sorted by path, and what could not be taken."""

    files: tuple[SourceFile, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def is_taken(name: str) -> bool:
    """Whether a file or folder of this name belongs to the site at all."""
    return _NEVER_TAKEN.fullmatch(name) is None


def scan(root: Path, folder: str) -> Scan:
    """All files below `root / folder`, at any depth; none if there is no such folder.

    A link is followed while it stays inside the site and leads to no folder twice.
    """
    found: list[SourceFile | Diagnostic] = []
    top = root / folder
    if top.is_dir():
        found = list(_walk(root.resolve(), top, PurePosixPath(folder), frozenset({top.resolve()})))
    files = sorted((item for item in found if isinstance(item, SourceFile)), key=lambda file: _order(file.path))
    findings = [item for item in found if isinstance(item, Diagnostic)]
    twins = _twins(files)
    seconds = {twin.span.file for twin in twins}
    return Scan(
        files=tuple(file for file in files if file.path not in seconds),
        findings=(*sorted(findings, key=lambda item: item.span), *twins),
    )


def load(root: Path, path: str) -> bytes | Diagnostic:
    """The bytes of one file of the site, or the finding that it cannot be read."""
    try:
        return (root / path).read_bytes()
    except OSError:
        return _finding("SG100", path)


def _walk(
    root: Path, directory: Path, path: PurePosixPath, above: frozenset[Path]
) -> Iterator[SourceFile | Diagnostic]:
    try:
        with os.scandir(directory) as entries:
            taken = [entry for entry in entries if is_taken(entry.name)]
    except OSError:
        yield _finding("SG125", str(path))
        return
    for entry in taken:
        yield from _entry(root, entry, path / entry.name, above)


def _entry(
    root: Path, entry: os.DirEntry[str], path: PurePosixPath, above: frozenset[Path]
) -> Iterator[SourceFile | Diagnostic]:
    if not _is_readable_name(entry.name):
        shown = str(path).encode("utf-8", "replace").decode()
        yield _finding("SG127", shown)
        return
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            yield _finding("SG124", str(path), name=entry.name)
        elif entry.is_dir():
            real = Path(entry.path).resolve()
            if real not in above:
                yield from _walk(root, Path(entry.path), path, above | {real})
        elif entry.is_file():
            status = entry.stat()
            yield SourceFile(path=str(path), size=status.st_size, mtime_ns=status.st_mtime_ns)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, before Python 3.13
        yield _finding("SG100", str(path))


def _is_readable_name(name: str) -> bool:
    """Bytes that are no UTF-8 come from the system as lone surrogates."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _order(path: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", path), path


def _twins(files: list[SourceFile]) -> list[Diagnostic]:
    """Files whose names differ only in how an umlaut is stored; they stand side by side in the order."""
    pairs = itertools.pairwise(files)
    return [
        _finding("SG126", second.path, other=first.path)
        for first, second in pairs
        if _order(first.path)[0] == _order(second.path)[0]
    ]


def _finding(code: str, path: str, **facts: str | int) -> Diagnostic:
    return Diagnostic(code=code, span=Span(file=path), facts=facts)
