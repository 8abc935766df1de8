"""What stands in the way of the files to be written: our own files that must go first, and what the owner must settle.

Everything is found here, before the first byte is written, so that a commit either runs through or does not begin.
This module only looks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.output.moving import is_real_folder
from sitegen.output.place import Place

__all__ = ["Obstacles", "find_obstacles"]

_LONGEST_NAME: Final = 255
"""Bytes of one name: the limit of ext4 and of most others (NTFS and APFS count a little more kindly)."""


class Obstacles(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the way."""

    ours: tuple[str, ...]
    """Files that we are going to remove anyway and that must go before anything is moved, sorted."""
    missing: frozenset[str]
    """The folders that must be made."""
    standing: frozenset[str]
    """The folders that are needed and there."""
    findings: tuple[Diagnostic, ...]


def find_obstacles(
    needed: Sequence[str],
    covered: Iterable[str],
    *,
    wanted: AbstractSet[str],
    removed: frozenset[str],
    place: Place,
) -> Obstacles:
    """Look at every path that is `needed` for a file; at `covered` ones of them something stands that is none.

    `wanted` are all paths of the site, `removed` those about to go.
    """
    around = {_parent(path) for path in needed}
    folders = _with_all_above(around)
    ours, missing, findings = _in_place_of_folders(folders, wanted, removed=removed, place=place)
    for path in covered:
        if is_real_folder(f"{place.out}/{path}"):
            inside = _all_below(place.out, path)
            ours |= inside & removed
            findings += [] if inside and inside <= removed else [_finding("SG606", path, place)]
    touched = {_first_not_in(missing, folder) for folder in around} | {_parent(path) for path in removed}
    findings += _names_too_long(needed, place)
    findings += [_finding("SG604", folder, place) for folder in sorted(touched) if _is_locked(f"{place.out}/{folder}")]
    return Obstacles(
        ours=tuple(sorted(ours)),
        missing=frozenset(missing),
        standing=frozenset(folders) - missing,
        findings=tuple(findings),
    )


def _with_all_above(folders: Iterable[str]) -> list[str]:
    """Those folders and all that they lie in, each after what it lies in, without the output folder itself."""
    found = {""}
    for nearest in folders:
        folder = nearest
        while folder not in found:
            found.add(folder)
            folder = _parent(folder)
    return sorted(found)[1:]


def _in_place_of_folders(
    folders: Iterable[str], wanted: AbstractSet[str], *, removed: frozenset[str], place: Place
) -> tuple[set[str], set[str], list[Diagnostic]]:
    """Our own files where a folder is needed, the folders that must be made, and findings about what is foreign."""
    ours, missing, findings = set[str](), set[str](), list[Diagnostic]()
    for folder in folders:
        path = f"{place.out}/{folder}"
        if _parent(folder) not in missing and is_real_folder(path) and folder not in wanted:
            continue
        missing.add(folder)
        if folder in wanted:
            findings.append(_finding("SG609", folder, place))
        elif folder in removed:
            ours.add(folder)
        elif _parent(folder) not in missing and os.path.lexists(path):
            code = "SG608" if (place.out / folder).is_dir() else "SG607"
            findings.append(_finding(code, folder, place))
    return ours, missing, findings


def _all_below(out: Path, path: str) -> set[str]:
    """All files, links and empty folders below `path`, relative to `out`. Empty folders count: nobody knows whose."""
    found = set[str]()
    for folder, folders, names in os.walk(out / path):
        here = Path(folder).relative_to(out).as_posix()
        links = [name for name in folders if not is_real_folder(f"{folder}/{name}")]
        found |= {f"{here}/{name}" for name in (*names, *links)}
        found |= set() if names or folders else {here}
    return found


def _names_too_long(paths: Iterable[str], place: Place) -> Iterator[Diagnostic]:
    for path in paths:
        if len(path.encode()) <= _LONGEST_NAME:
            continue
        for name in path.split("/"):
            if (size := len(name.encode())) > _LONGEST_NAME:
                facts: dict[str, str | int] = {"name": name, "bytes": size, "limit": _LONGEST_NAME}
                yield Diagnostic(code="SG612", span=place.span(path), facts=facts)


def _first_not_in(missing: AbstractSet[str], folder: str) -> str:
    """`folder` or the nearest one above it that is there already; empty for the output folder."""
    while folder in missing:
        folder = _parent(folder)
    return folder


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _is_locked(folder: str) -> bool:
    return not os.access(folder, os.W_OK | os.X_OK) and os.path.lexists(folder)


def _finding(code: str, path: str, place: Place) -> Diagnostic:
    span = place.span(path)
    return Diagnostic(code=code, span=span, facts={"path": span.file})
