"""Whether a site stands as it was last built: answered by looking at files, before a single one of them is read.

The rule: nothing has changed if every file of the site, of the output folder and of the code that builds has the same
inode, size, time of change of its content *and* time of change of its inode as when the last build began, and if the
day is the same and nothing was to appear or to go in between. No program can set the last of those times, and whoever
writes to a file moves it. Within its granularity nothing is believed: files that were younger than two seconds when the
build began are read and digested. Where a system knows no such time (Windows), or where a site is put together with
links, nothing is answered and the build takes its way. A record that is damaged or missing costs time, never a wrong
page.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from sitegen.output.files import digest_of_file
from sitegen.sources.scan import Glance, Signature, SourceFile

SETTLED: Final = 2_000_000_000
"""Nanoseconds: the coarsest time stamps in use."""
_MOST_YOUNG: Final = 64 * 2**20
"""Bytes of young files; to digest more takes longer than to build."""
_LITTER: Final = frozenset({"__pycache__"})
_NAME: Final = attrgetter("name")
_SIGNATURE: Final[Callable[[os.stat_result], Signature]] = attrgetter("st_ino", "st_size", "st_mtime_ns", "st_ctime_ns")
_CHECKSUM: Final = 16
"""Bytes before the record, by which a damaged one is known."""

R = TypeVar("R", bound=msgspec.Struct)


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Folders as they stand."""

    stamp: str
    """The digest of what the system says of every file in them; empty where it does not say enough."""
    young: dict[str, str] = {}
    """Files too young to be believed by their times, by their absolute path: the digest of their bytes."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What a build was made of, and what it came to."""

    asked: str
    """The digest of everything from outside: options, and the code with its libraries."""
    since: int
    """For which second since 1970 it was made, and up to which, exclusively, another would be the same."""
    until: int
    look: Look
    """At everything it read."""
    made: str
    """The stamp of all that it wrote."""
    told: msgspec.Raw
    """What the build told, in MessagePack."""


def look_at(paths: Iterable[Path], *, now_ns: int | None = None) -> Look:
    """How the files and folders `paths` stand, at any depth; what is not there counts as nothing.

    `now_ns` is the time in nanoseconds since 1970 by which files are young.
    """
    return look_of(glance_at(paths), now_ns=now_ns)


def glance_at(paths: Iterable[Path]) -> Glance | None:
    """What the system says of every file there, in an order of its own; None where it does not say enough."""
    at_ns = time.time_ns()
    statuses: dict[str, Signature] = {}
    try:
        is_plain = os.name != "nt" and all(_gather(str(path), statuses) for path in paths)
    except OSError:  # what goes meanwhile, or may not be read, is for the build to tell of
        return None
    return Glance(at_ns=at_ns, statuses=statuses) if is_plain else None


def look_of(glance: Glance | None, *, now_ns: int | None = None) -> Look:
    """The same as something to be kept; as `look_at`."""
    if glance is None:
        return Look(stamp="")
    settled_before = (time.time_ns() if now_ns is None else now_ns) - SETTLED
    young = {path: size for path, (_, size, _, changed) in glance.statuses.items() if changed > settled_before}
    if sum(young.values()) > _MOST_YOUNG:
        return Look(stamp="")
    try:
        return Look(stamp=_stamp(glance.statuses), young={path: digest_of_file(Path(path)) for path in young})
    except OSError:
        return Look(stamp="")


def signature_of(file: SourceFile, *, settled_before: int) -> Signature | None:
    """By which a file is known to be unchanged without reading it; None where that cannot be said.

    `settled_before` is in nanoseconds since 1970: whoever is younger may change without a trace (see above).
    """
    signature = file.signature
    return None if signature is None or signature[-1] > settled_before or os.name == "nt" else signature


class Statuses:
    """What the system says of the files of a folder, each of which it is asked about once."""

    def __init__(self, folder: Path, ahead: Callable[[], dict[str, Signature]] | None = None) -> None:
        """`ahead` gives what was said to somebody who has asked already."""
        self._prefix: Final = f"{folder}/"
        self._known: dict[str, Signature] = {}
        self._ahead = ahead

    def of(self, names: Collection[str]) -> dict[str, Signature]:
        """About the files `names`, relative to the folder, as far as they are there; a link is no file."""
        self._hear()
        known, prefix = self._known, self._prefix
        for name in names:
            if name not in known:
                try:
                    status = os.lstat(prefix + name)
                except OSError:  # there is none
                    continue
                if stat.S_ISREG(status.st_mode):
                    known[name] = _SIGNATURE(status)
        return {name: known[name] for name in names if name in known}

    def forget(self, names: Iterable[str]) -> None:
        """These have been written since."""
        self._hear()
        for name in names:
            self._known.pop(name, None)

    def stamp(self, names: Iterable[str]) -> str:
        """All that is said of the files `names`; empty where one is missing."""
        wanted = tuple(dict.fromkeys(names))
        found = self.of(wanted)
        return _stamp(found) if len(found) == len(wanted) else ""

    def _hear(self) -> None:
        if self._ahead is not None:
            self._known, self._ahead = self._ahead(), None


def still_the_same(then: Look, now: Look) -> bool:
    """Whether nothing has changed between two looks at the same paths."""
    if not then.stamp or then.stamp != now.stamp:
        return False
    with suppress(OSError):
        return all((now.young.get(path) or digest_of_file(Path(path))) == digest for path, digest in then.young.items())
    return False


def keep_record(path: Path, record: msgspec.Struct) -> None:
    """Write a record to the file `path`; where the disk refuses there is none, which is no harm."""
    content = msgspec.msgpack.encode(record)
    fresh = path.with_suffix(".new")
    with suppress(OSError):
        fresh.write_bytes(_checksum(content) + content)
        fresh.replace(path)


def kept_record(path: Path, type: type[R]) -> R | None:  # noqa: A002 - the name msgspec gives it
    """The record of this type in the file `path`; None where there is none that could be believed."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if _checksum(content[_CHECKSUM:]) != content[:_CHECKSUM]:
        return None
    try:
        return msgspec.msgpack.decode(content[_CHECKSUM:], type=type)
    except msgspec.DecodeError:
        return None


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECKSUM).digest()


def _gather(top: str, into: dict[str, Signature]) -> bool:
    """Every file below `top` or `top` itself, whatever the order in which the system names them.

    False for a link, and for what is neither file nor folder.
    """
    try:
        with os.scandir(top) as found:
            entries = sorted(found, key=_NAME)
    except NotADirectoryError:
        status = os.lstat(top)
        into[top] = _SIGNATURE(status)
        return stat.S_ISREG(status.st_mode)
    except FileNotFoundError:
        return True
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            into[entry.path] = _SIGNATURE(entry.stat(follow_symlinks=False))
        elif not entry.is_dir(follow_symlinks=False) or not (entry.name in _LITTER or _gather(entry.path, into)):
            return False
    return True


def _stamp(statuses: Mapping[str, Signature]) -> str:
    """The digest of all that is said, in its order; empty where a name is no text, of which a build has to tell."""
    try:
        content = msgspec.msgpack.encode(statuses)
    except UnicodeEncodeError:
        return ""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
