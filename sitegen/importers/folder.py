"""What an import writes goes into the site's folder here, by one rule: what the owner has changed since stays.

`.sitegen/imported.json` remembers the digest of each file as it was written. A file that still has it may be replaced
by a newer import; any other is the owner's. Each file is written whole or not at all, and never through a link that
leads elsewhere. Never decides what is in a file.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from sitegen.importers.front_matter import origin_of

RECORD: Final = ".sitegen/imported.json"
_HEAD: Final = 4096
"""Bytes of a text in which its origin stands, if it has one."""


class NewFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that an import wants to be there."""

    path: str
    """Below the site's folder, with forward slashes."""
    content: bytes


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the files, by path."""

    written: tuple[str, ...] = ()
    """New, or replaced as nobody had touched them since the last import."""
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """There already with other content that is the owner's; left alone."""
    deleted: tuple[str, ...] = ()
    """Written by an earlier import and deleted since; left so."""


def write_files(root: Path, files: Iterable[NewFile], *, restore: bool = False) -> Written:
    """Write `files` below `root`, one after the other, so that they need not all be in memory at once.

    With `restore`, files that were deleted since an earlier import come back. Raises OSError where the disk refuses or
    a link leads elsewhere.
    """
    known = _read_record(root)
    told: dict[str, list[str]] = {field: [] for field in Written.__struct_fields__}
    try:
        for file in files:
            outcome = _write(root, file, None if restore and not _place(root, file.path).exists() else known)
            told[outcome].append(file.path)
            if outcome in {"written", "unchanged"}:
                known[file.path] = _digest(file.content)
    finally:
        _keep_record(root, known)
    return Written(**{field: tuple(paths) for field, paths in told.items()})


def origins(root: Path) -> dict[str, str]:
    """The texts below `content/` that an import wrote: their origin → their path, wherever they are by now.

    Raises OSError where the disk refuses.
    """
    found: dict[str, str] = {}
    for path in sorted(_texts(root / "content")):
        with path.open("rb") as stream:
            origin = origin_of(
                stream.read(_HEAD).decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
            )
        if origin:
            found.setdefault(origin, path.relative_to(root).as_posix())
    return found


def _texts(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names if name.endswith(".md"))


def _write(root: Path, file: NewFile, known: dict[str, str] | None) -> str:
    """Do with one file what the rule says; the field of `Written` that it belongs to."""
    place = _place(root, file.path)
    if not place.exists():
        if known is not None and file.path in known:
            return "deleted"
        _put(place, file.content)
        return "written"
    there = place.read_bytes()
    if there == file.content:
        return "unchanged"
    if known is None or known.get(file.path) != _digest(there):
        return "kept"
    _put(place, file.content)
    return "written"


def _place(root: Path, path: str) -> Path:
    """The file, if nothing on the way to it is a link."""
    place = root
    for part in path.split("/"):
        if part in {"", ".", ".."}:
            raise ValueError(f"no path below a folder: {path!r}")
        place /= part
        if place.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
    return place


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(".being-imported.new")
    beside.unlink(missing_ok=True)
    with beside.open("xb") as stream:
        stream.write(content)
    beside.replace(place)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_record(root: Path) -> dict[str, str]:
    """Empty when there is none, or when it is damaged: then whatever differs counts as the owner's."""
    try:
        return msgspec.json.decode(_place(root, RECORD).read_bytes(), type=dict[str, str])
    except (FileNotFoundError, msgspec.DecodeError):
        return {}


def _keep_record(root: Path, known: dict[str, str]) -> None:
    _put(_place(root, RECORD), msgspec.json.format(msgspec.json.encode(known, order="sorted"), indent=1) + b"\n")
