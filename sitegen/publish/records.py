"""What is known of a published version: its files, and the few facts by which a change is told to the owner.

The same JSON lies on this machine and at the target, so that another machine or a pipeline sees what is online. Nothing
in it is private: addresses, digests, titles and prices, all of which visitors see. What comes from a target is read as
hostile input: a path that could leave the folder, or a digest that is none, makes the whole record worthless.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final, TypeVar

import msgspec

from sitegen.output.files import is_clean_path

FORMAT: Final = 1
MANIFEST: Final = ".sitegen-manifest.json"
JOURNAL: Final = ".sitegen-journal.json"
LOCK: Final = ".sitegen-lock.json"
OURS: Final = ".sitegen-"
"""What the names of our own files at a target begin with; no file of a site is called so."""
LARGEST: Final = 64 * 2**20
"""Bytes of a record that are read; a site of 100,000 files has some 10 MB."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_DIGEST: Final = re.compile(r"[0-9a-f]{32}|")
"""As `output.files.digest_of` makes it, or none: the store looks for bytes by it, so it must never be a path."""
_TIMES: Final = range(2**32)
"""Seconds since 1970 that every target can write down; SFTP has 32 bits for them."""

T = TypeVar("T", bound=msgspec.Struct)


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """Which bytes a file has."""

    digest: str
    """As `output.files.digest_of` makes it; empty where nobody knows what lies there, which equals no digest."""
    size: int


UNKNOWN: Final = Stamp("", -1)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A post, page or service as it was published."""

    title: str
    url: str
    """URL path with base path."""
    digest: str = ""
    """Of its source, so that only what the owner changed counts as changed."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a change is told by; keys are ids, which stay when a file is renamed."""

    posts: dict[str, Entry] = {}
    pages: dict[str, Entry] = {}
    services: dict[str, Entry] = {}
    prices: dict[str, str] = {}
    """„Buchhaltung, 10 Stunden“ → „45 €“."""
    comments: tuple[str, ...] = ()
    """Ids of all that are shown."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A whole site as it was, or shall be, online."""

    format: int = FORMAT
    id: str
    at: str
    """When it was published; ISO 8601 with offset."""
    since: int = 0
    """The modification time that its files were given, in seconds since 1970; never the same for two transfers."""
    files: dict[str, Stamp] = {}
    facts: Facts = Facts()


class Journal(msgspec.Struct, frozen=True, kw_only=True):
    """What a transfer is about to do; stands at the target for as long as it is under way."""

    format: int = FORMAT
    base: str
    """Id of the version that it began from; empty for none."""
    wanted: str
    """Id of the version that will be online when it is done."""
    since: int
    there: dict[str, Stamp] = {}
    """What lay there as it began and differs from the base: left behind by transfers that were cut off."""
    put: dict[str, Stamp] = {}
    gone: tuple[str, ...] = ()


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """Who is publishing just now. Holds no name of a person or machine."""

    token: str
    beat: int = 0
    """Goes up for as long as its holder lives."""


class UnreadableError(Exception):
    """Bytes that are no record of ours, or one with paths that no site of ours has."""


def version_id(files: Mapping[str, Stamp]) -> str:
    """One name for these files with these bytes: equal sites have equal ids."""
    digest = hashlib.blake2b(digest_size=12)
    for path in sorted(files):
        digest.update(f"{path}\0{files[path].digest}\n".encode())
    return digest.hexdigest()


def encoded(record: msgspec.Struct) -> bytes:
    """The record as JSON; equal records give equal bytes."""
    return msgspec.json.encode(record, order="deterministic")


def read_version(content: bytes) -> Version:
    """A version from its JSON. Raises UnreadableError."""
    version = _decoded(content, Version)
    _check_files(version.files)
    _check_time(version.since)
    return version


def read_journal(content: bytes) -> Journal:
    """A journal from its JSON. Raises UnreadableError."""
    journal = _decoded(content, Journal)
    for files in (journal.there, journal.put, dict.fromkeys(journal.gone, UNKNOWN)):
        _check_files(files)
    _check_time(journal.since)
    return journal


def read_lock(content: bytes) -> Lock:
    """A lock from its JSON; a damaged one is nobody's."""
    try:
        return _decoded(content, Lock)
    except UnreadableError:
        return Lock(token="")


def is_publishable(path: str) -> bool:
    """Whether a file of a site may have this path: within the folder, and not among our own records."""
    return is_clean_path(path) and not _CONTROL.search(path) and not path.startswith(OURS)


def _decoded(content: bytes, shape: type[T]) -> T:
    try:
        record = msgspec.json.decode(content, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    if getattr(record, "format", FORMAT) != FORMAT:
        raise UnreadableError("another format")
    return record


def _check_files(files: Mapping[str, Stamp]) -> None:
    for path, stamp in files.items():
        if not is_publishable(path):
            raise UnreadableError(f"not a path of a site: {path!r}")
        if not _DIGEST.fullmatch(stamp.digest):
            raise UnreadableError(f"not a digest: {stamp.digest!r}")


def _check_time(since: int) -> None:
    if since not in _TIMES:
        raise UnreadableError(f"not a time: {since}")
