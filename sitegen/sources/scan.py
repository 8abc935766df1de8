"""Which files a folder of the site holds, in an order that no file system decides.

Never reads what is in a file, except `load`, which reads exactly one.
"""

from __future__ import annotations

import itertools
import os
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span

_HIDDEN: Final = (".", "_", "~$")
"""How names begin that are nobody's business, and those of locks of office programs."""
BACKUPS: Final = ("~", ".bak", ".tmp", ".swp")
"""How names end of what editors keep."""
_LITTER: Final = frozenset({"thumbs.db", "desktop.ini"})
"""Of file managers."""
_STATIC: Final = "static/"
_SERVED: Final = frozenset({"static/.well-known", "static/.nojekyll"})
"""RFC 8615, 3: at the root of a host and nowhere else. The other one is what GitHub Pages looks for."""
_ACCESS: Final = ".htaccess"
"""What Apache reads in each folder: who protects one with it must not publish it without."""

Signature = tuple[int, int, int, int]
"""Inode, size, time of change of the content and of the inode: as the system has them, times in nanoseconds."""


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """What the system said of files at one moment, so that nobody has to ask again."""

    at_ns: int
    """Nanoseconds since 1970, before the first was looked at."""
    statuses: Mapping[str, Signature] = {}
    """By path as `os.scandir` gives it: every file in the folders that were looked at, among which is no link."""
    folders: Mapping[str, tuple[SourceFile, ...]] = {}
    """What `scan` finds in some folders of the site, whose files are not among the others then."""

    @property
    def names(self) -> Iterator[str]:
        """Of all files, as paths that begin anywhere."""
        yield from self.statuses
        yield from (file.path for files in self.folders.values() for file in files)

    def sorted_out(self, root: Path, folders: Iterable[str]) -> Glance:
        """The same with the `folders` of the site in `root` apart, where nothing is to be said about their files."""
        found = {folder: _files_seen(self, f"{root}/", folder) for folder in folders}
        taken = {folder: files for folder, files in found.items() if files}
        apart = tuple(f"{root}/{folder}/" for folder in taken)
        rest = {path: status for path, status in self.statuses.items() if not path.startswith(apart)}
        return Glance(at_ns=self.at_ns, statuses=rest, folders=taken)


class SourceFile(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A file as it stands on disk."""

    path: str
    """Relative to the site folder, with forward slashes, spelt as on disk."""
    size: int
    """Bytes."""
    signature: Signature | None = None
    """None for what is linked to."""


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """The files of a folder, sorted by path, and what could not be taken."""

    at_ns: int = 0
    """Nanoseconds since 1970: nothing was looked at before."""
    files: tuple[SourceFile, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def is_taken(name: str) -> bool:
    """Whether a file or folder of this name belongs to the site, wherever it lies."""
    if name.endswith(".md") and name[0].isalnum():  # most files, and nothing below is true of one
        return True
    plain = name.lower()
    is_autosaved = len(plain) > 1 and plain[0] == plain[-1] == "#"
    return not (plain.startswith(_HIDDEN) or plain.endswith(BACKUPS) or is_autosaved or plain in _LITTER)


def is_served(path: str) -> bool:
    """Whether servers look for the file or folder at `path`, below the site folder, by its dotted name."""
    if path.endswith(f"/{_ACCESS}"):
        return path.startswith(_STATIC) and path.count("/") > 1  # a build makes that of the site itself
    return path in _SERVED


def scan(root: Path, folder: str, *, glance: Glance | None = None) -> Scan:
    """All files below `root / folder`, at any depth; none if there is no such folder.

    A link is followed while it stays inside the site and leads to no folder twice. Where `glance` knows the files, the
    system is not asked again.
    """
    seen = (glance.folders.get(folder) or _files_seen(glance, f"{root}/", folder)) if glance else ()
    if glance and seen:
        return Scan(at_ns=glance.at_ns, files=seen)
    at_ns = glance.at_ns if glance else time.time_ns()
    walk = _Walk(root)
    top = f"{root}/{folder}"
    if os.path.isdir(top):  # noqa: PTH112 -- never raises, unlike that of pathlib
        walk.through(top, folder, above=frozenset({os.path.realpath(top)}))
    files = [file for _, file in sorted(walk.files.items())]
    twins = _twins(files)
    seconds = {twin.span.file for twin in twins}
    return Scan(
        at_ns=at_ns,
        files=tuple(file for file in files if file.path not in seconds) if seconds else tuple(files),
        findings=(*sorted(walk.findings, key=lambda item: item.span), *twins),
    )


def load(root: Path, path: str) -> bytes | Diagnostic:
    """The bytes of one file of the site, or the finding that it cannot be read."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - in half the time, of thousands
            return file.read()
    except OSError:
        return _finding("SG100", path)


def _files_seen(glance: Glance, top: str, folder: str) -> tuple[SourceFile, ...]:
    """The same as a walk finds; none where there is something to say about a name."""
    beginning, start = f"{top}{folder}/", len(top)
    seen = {path[start:]: signature for path, signature in glance.statuses.items() if path.startswith(beginning)}
    together = "\0".join(seen)  # which no name holds
    if not _is_readable_name(together) or len(set(unicodedata.normalize("NFC", together).split("\0"))) < len(seen):
        return ()
    above = {path: _hidden_part(path) for path in {path.rpartition("/")[0] for path in seen}}
    odd = [path for path in seen if above[(parts := path.rpartition("/"))[0]] or not is_taken(parts[2])]
    hidden = {path: part for path in odd if (part := above[path.rpartition("/")[0]] or _hidden_name(path))}
    if any(map(_left_out, set(hidden.values()))):
        return ()
    return tuple(
        SourceFile(path=path, size=seen[path][1], signature=seen[path])
        for path in sorted(seen, key=None if together.isascii() else _order)
        if path not in hidden
    )


def _hidden_part(folder: str) -> str:
    """The first folder on the way to `folder` that is not taken; empty where all are."""
    names = folder.split("/")
    paths = ("/".join(names[:count]) for count in range(2, len(names) + 1))
    return next(filter(_hidden_name, paths), "")


def _hidden_name(path: str) -> str:
    """`path` itself where its name keeps it at home."""
    return "" if is_taken(path.rpartition("/")[2]) or is_served(path) else path


class _Walk:
    """Collects the files of a folder. Names are strings here: paths as objects take most of the time."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self.files: Final[dict[tuple[str, str], SourceFile]] = {}
        """By what they are sorted by."""
        self.findings: Final[list[Diagnostic]] = []

    def through(self, directory: str, path: str, *, above: frozenset[str]) -> None:
        """All files of the folder `directory`, which is called `path`; `above` are the real folders it lies in."""
        try:
            with os.scandir(directory) as found:
                entries = [(entry, f"{path}/{entry.name}") for entry in found]
        except OSError:
            self.findings.append(_finding("SG125", path))
            return
        for entry, within in entries:
            if not _hidden_name(within):
                self._take(entry, within, above)
            elif _is_readable_name(entry.name) and (finding := _left_out(within)) and _holds_files(entry):
                self.findings.append(finding)

    def _take(self, entry: os.DirEntry[str], path: str, above: frozenset[str]) -> None:
        if not _is_readable_name(entry.name):
            shown = path.encode("utf-8", "replace").decode()
            self.findings.append(_finding("SG127", shown))
            return
        try:
            if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(self._root):
                self.findings.append(_finding("SG124", path, name=entry.name))
            elif entry.is_dir():
                real = os.path.realpath(entry.path)
                if real not in above:
                    self.through(entry.path, path, above=above | {real})
            elif entry.is_file():
                self._add(path, entry.stat(), is_link=entry.is_symlink())
        except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, before Python 3.13
            self.findings.append(_finding("SG100", path))

    def _add(self, path: str, status: os.stat_result, *, is_link: bool) -> None:
        signature = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        file = SourceFile(path=path, size=status.st_size, signature=None if is_link else signature)
        self.files[_order(path)] = file


def _left_out(path: str) -> Diagnostic | None:
    """What the owner should know of a file or folder at `path` that does not belong to the site."""
    if not path.startswith(_STATIC):
        return None
    from sitegen.sources.left_out import left_out

    return left_out(path)


def _holds_files(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a folder with one in it: empty folders are nobody's loss."""
    return not entry.is_dir() or any(files for _, _, files in os.walk(entry.path))


def _is_readable_name(name: str) -> bool:
    """Bytes that are no UTF-8 come from the system as lone surrogates."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _order(path: str) -> tuple[str, str]:
    return (path if path.isascii() else unicodedata.normalize("NFC", path)), path


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
