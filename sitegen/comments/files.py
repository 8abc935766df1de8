"""The comments of a site on disk: read, written whole or not at all, removed, all without following a link.

Never decides anything about a comment.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from sitegen.comments.choosing import Shelf, ordered
from sitegen.comments.deciding import Change
from sitegen.diagnostics import Diagnostic
from sitegen.model.comments.comment import FOLDER, LARGEST, PENDING_FOLDER, Comment
from sitegen.model.comments.file import CommentRead, comment_bytes, read_comment

IGNORE_FILE: Final = ".gitignore"
IGNORE_LINE: Final = f"/{PENDING_FOLDER}/"
_IGNORE_HEAD: Final = "# Kommentare, über die Sie noch nicht entschieden haben"
_SAME: Final = frozenset({IGNORE_LINE, IGNORE_LINE.strip("/"), f"{PENDING_FOLDER}/", f"/{PENDING_FOLDER}", "_pending/"})
"""Lines that say the same."""


class ShelfRead(msgspec.Struct, frozen=True, kw_only=True):
    """All comments that can be read, and what is wrong with the others."""

    shelf: Shelf
    findings: tuple[Diagnostic, ...] = ()


def read_shelf(site: Path) -> ShelfRead:
    """The comments in the folder `site`. Raises OSError where the disk refuses."""
    pending = [_read(site, path) for path in _files(site, PENDING_FOLDER)]
    published = [_read(site, path) for path in _files(site, FOLDER)]
    return ShelfRead(
        shelf=ordered(_values(pending), _values(published)),
        findings=tuple(finding for read in (*pending, *published) for finding in read.findings),
    )


def perform(site: Path, change: Change) -> None:
    """Write, then remove: a stop between the two leaves a comment twice and never none.

    Raises OSError where the disk refuses, or a link leads elsewhere.
    """
    for path, comment in change.writes:
        _write(_place(site, path), comment_bytes(comment))
    for path in change.removes:
        place = _place(site, path)
        place.unlink(missing_ok=True)
        _remove_empty(place.parent)


def keep_out_of_git(site: Path) -> bool:
    """Make sure that `.gitignore` leaves pending comments out; True if the line had to be added."""
    path = site / IGNORE_FILE
    text = path.read_text("utf-8") if path.is_file() else ""
    if _SAME & {line.strip() for line in text.splitlines()}:
        return False
    gap = "\n" if text else ""
    end = "" if not text or text.endswith("\n") else "\n"
    path.write_text(f"{text}{end}{gap}{_IGNORE_HEAD}\n{IGNORE_LINE}\n", "utf-8", newline="\n")
    return True


def _read(site: Path, path: str) -> CommentRead:
    """One byte more than a comment may have shows that it has too many, and no more is read of it."""
    with (site / path).open("rb") as stream:
        return read_comment(path, stream.read(LARGEST + 1))


def _values(read: Sequence[CommentRead]) -> list[Comment]:
    return [one.value for one in read if one.value]


def _files(site: Path, folder: str) -> Iterator[str]:
    for post in _entries(site / folder):
        if post.is_dir(follow_symlinks=False) and not post.name.startswith(("_", ".")):
            for file in _entries(Path(post.path)):
                if file.is_file(follow_symlinks=False) and file.name.endswith(".md"):
                    yield f"{folder}/{post.name}/{file.name}"


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _place(site: Path, path: str) -> Path:
    """The file, if no folder on the way to it is a link: what is not read there is not written there either."""
    *folders, name = path.split("/")
    place = site
    for folder in folders:
        place /= folder
        if place.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
    return place / name


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when the power fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with beside.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)


def _remove_empty(folder: Path) -> None:
    """The folder of a post whose last comment is gone."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
