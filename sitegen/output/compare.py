"""What a build changes in the output folder, found by looking and before anything is written.

A file whose bytes are right already is left alone, whoever wrote it. What we wrote earlier and no longer want goes;
what we never wrote is foreign and stays, and where it stands in our way that is a finding. This module only looks.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.files import OutputFile, digest_of_file, is_clean_path
from sitegen.output.manifest import Entry, Manifest
from sitegen.output.moving import is_real_way
from sitegen.output.obstacles import find_obstacles
from sitegen.output.place import Place

__all__ = ["Changes", "plan_changes"]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The difference between what is wanted and what is there. With `findings` nothing of it may be carried out."""

    created: tuple[OutputFile, ...]
    changed: tuple[OutputFile, ...]
    unchanged: dict[str, Entry]
    """By path, as the disk has it now."""
    removed: tuple[str, ...]
    """Paths of files we wrote that are still there and no longer wanted, sorted."""
    blocking: tuple[str, ...]
    """Those of `removed` that must go first, because a folder becomes a file or a file a folder."""
    missing: frozenset[str]
    """The folders that what is written needs and that do not stand."""
    standing: frozenset[str]
    """Those that do stand, and are folders."""
    before: Manifest
    findings: tuple[Diagnostic, ...]

    @property
    def written(self) -> tuple[OutputFile, ...]:
        """All files whose bytes must be written."""
        return (*self.created, *self.changed)


def plan_changes(
    files: Sequence[OutputFile],
    manifest: Manifest,
    *,
    place: Place,
    standing: Mapping[str, str] | None = None,
    stood: Mapping[str, str] | None = None,
) -> Changes:
    """Compare `files`, all that the site shall have, with the output folder; `manifest` is what we wrote last time.

    `standing` are further files that were seen to stand as they were last written, by path with their digests; `stood`
    is whatever was seen to stand so, and nobody looks again at those of which it is clear that they must be written.
    Two files with one path raise ValueError: the plan has to find that earlier.
    """
    known, seen = manifest.files, standing or {}
    still = {path: entry for path, entry in known.items() if seen.get(path) == entry.digest}
    others = [OutputFile.standing(path, digest=digest) for path, digest in seen.items() if path not in still]
    wanted = {file.path for file in files} | seen.keys()
    if len(wanted) != len(files) + len(seen):
        raise ValueError("two output files have the same path")
    compared = _sort_out((*files, *others), manifest, place.out, stood=stood or {})
    removed = tuple(_gone(manifest, wanted, place.out))
    needed = [file.path for file in (*compared.created, *compared.changed)]
    found = find_obstacles(needed, compared.covered, wanted=wanted, removed=frozenset(removed), place=place)
    return Changes(
        created=tuple(compared.created),
        changed=tuple(compared.changed),
        unchanged=compared.unchanged | still,
        removed=removed,
        blocking=found.ours,
        missing=found.missing,
        standing=found.standing,
        before=manifest,
        findings=found.findings,
    )


class _Compared(NamedTuple):
    """Files that are not there, those that differ, those that are right, and where something stands that is no file."""

    created: list[OutputFile]
    changed: list[OutputFile]
    unchanged: dict[str, Entry]
    covered: list[str]


def _sort_out(files: Iterable[OutputFile], manifest: Manifest, out: Path, *, stood: Mapping[str, str]) -> _Compared:
    created, changed, unchanged, covered = compared = _Compared([], [], {}, [])
    known, prefix = manifest.files, f"{out}/"
    for file in files:
        path, digest = file.path, file.digest
        entry = known.get(path)
        if file.is_standing and entry is not None and entry.digest == digest:
            unchanged[path] = entry
            continue
        if entry is not None and entry.digest != digest and stood.get(path) == entry.digest:
            changed.append(file)
            continue
        try:
            status = os.lstat(prefix + path)
        except OSError:
            created.append(file)
            continue
        if entry is None or not _still(entry, status):
            is_right = _has_bytes_of(file, status, prefix + path)
            entry = Entry(digest=digest, size=status.st_size, mtime_ns=status.st_mtime_ns)
        else:
            is_right = entry.digest == digest
        if is_right:
            unchanged[path] = entry
        else:
            changed.append(file)
            covered += () if stat.S_ISREG(status.st_mode) else (path,)
    return compared


def _still(entry: Entry, status: os.stat_result) -> bool:
    return entry.mtime_ns == status.st_mtime_ns and entry.size == status.st_size and stat.S_ISREG(status.st_mode)


def _has_bytes_of(file: OutputFile, status: os.stat_result, target: str) -> bool:
    """Whether the file there has the bytes we want; a link has not, whatever it leads to."""
    if not stat.S_ISREG(status.st_mode) or (file.content is not None and len(file.content) != status.st_size):
        return False
    try:
        return digest_of_file(Path(target)) == file.digest
    except OSError:
        return False


def _gone(manifest: Manifest, wanted: AbstractSet[str], out: Path) -> Iterator[str]:
    """The paths to delete. Left alone: what is gone already, folders, and all that is only reached through a link."""
    paths = sorted(path for path in manifest.files if path not in wanted and is_clean_path(path))
    twins = {_folded(path): path for path in wanted} if paths else {}
    for path in paths:
        try:
            status = os.lstat(f"{out}/{path}")
        except OSError:
            continue
        twin = twins.get(_folded(path))
        is_wanted = twin is not None and _is(status, f"{out}/{twin}")
        if not stat.S_ISDIR(status.st_mode) and not is_wanted and is_real_way(out, path.rpartition("/")[0]):
            yield path


def _folded(path: str) -> str:
    """What two names have in common that Windows or macOS may take for one."""
    return unicodedata.normalize("NFC", path).casefold()


def _is(status: os.stat_result, path: str) -> bool:
    """Whether the file system means the same file by `path`: there `Foo` must not be deleted once `foo` is wanted."""
    try:
        return os.path.samestat(status, os.lstat(path))
    except OSError:
        return False
