"""The file in which memoised values are kept: one SQLite database that may be lost, damaged or shared at any time.

Each row carries a checksum, because SQLite trusts what it reads. Writes do not wait for the disk: what a power cut
takes is computed again. The values are bytes here; this module never knows what they mean and never decides
what is worth keeping.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final, Literal, Self

__all__ = ["Store", "StoreError"]

_ROWS_AT_ONCE: Final = 500
"""Keys in one query: SQLite allows 999 in its oldest versions."""
_DAMAGED: Final = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
)
"""SQLITE_ERROR is what a table of another shape gives."""
_PAGE: Final = 8192
"""Bytes: a post's body fits into one page, which reads twice as fast as with the usual 4096."""
_LARGE: Final = 64 * 1024
"""Bytes of a value; a larger one is read where it stands, since SQLite would make a copy before it gives us ours."""
_SHAPE: Final = (
    f"PRAGMA page_size = {_PAGE}",
    "BEGIN",
    "PRAGMA auto_vacuum = INCREMENTAL",
    "CREATE TABLE IF NOT EXISTS value (key TEXT PRIMARY KEY, checksum INTEGER NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS mark (key TEXT PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID",
    "COMMIT",
)
"""In one transaction, since SQLite makes a file for each and removes it again."""


class StoreError(Exception):
    """The store cannot be used; `damaged` tells whether a new file would help."""

    def __init__(self, reason: str, *, damaged: bool) -> None:
        super().__init__(reason)
        self.damaged = damaged


class Store:
    """Values by key, each with the day (since 1970) on which it was last marked as used.

    Every method may raise StoreError; after that it can only be closed, which undoes what was not complete. Used by the
    thread that opened it only.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, wait: float) -> Self:
        """Open or make the file `path`; `wait` is how many seconds to bear another process writing."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(str(error), damaged=False) from error
        with _sqlite_faults():
            connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = OFF")
                is_new = not connection.execute("SELECT name FROM sqlite_master").fetchall()
                for statement in _SHAPE if is_new else ():
                    connection.execute(statement)
            except sqlite3.Error:
                connection.close()
                raise
        return cls(connection)

    def close(self) -> None:
        """Close the file. The store is of no use afterwards."""
        self._connection.close()

    def read(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept for those of `keys` that are known. One damaged row means that the file cannot be trusted."""
        found: dict[str, bytes] = {}
        for some in _in_parts(sorted(keys)):
            marks = ",".join("?" * len(some))
            value = f"CASE WHEN length(value) > {_LARGE} THEN NULL ELSE value END"
            with self._transaction("DEFERRED"):
                rows = self._connection.execute(
                    f"SELECT key, rowid, checksum, {value} FROM value WHERE key IN ({marks})",  # noqa: S608 - our own
                    some,
                )
                asked = set(some)
                for key, number, checksum, content in rows:
                    if key in asked:
                        found[key] = _checked(key, checksum, self._large(number) if content is None else content)
        return found

    def _large(self, number: int) -> bytes:
        with self._connection.blobopen("value", "value", number, readonly=True) as blob:
            return blob.read()

    def write(self, values: Mapping[str, bytes], *, used: AbstractSet[str], day: int, stale: int) -> None:
        """Keep `values`, and mark with `day` those of `used` whose mark is from before the day `stale`.

        One transaction; none at all where there is nothing to write.
        """
        with _sqlite_faults():
            old = self._connection.execute("SELECT key FROM mark WHERE day < ?", (stale,))
            marked = [(key, day) for key in (*values, *(key for (key,) in old if key in used and key not in values))]
        if not marked:
            return
        with self._transaction("IMMEDIATE"):
            self._connection.executemany(
                "INSERT OR REPLACE INTO value VALUES (?, ?, ?)",
                ((key, _checksum(key, value), value) for key, value in values.items()),
            )
            self._connection.executemany("INSERT OR REPLACE INTO mark VALUES (?, ?)", marked)

    def forget(self, *, before: int, unless: AbstractSet[str]) -> None:
        """Drop all that was last marked before the day `before` and is not in `unless`."""
        with _sqlite_faults():
            old = self._connection.execute("SELECT key FROM mark WHERE day < ?", (before,))
            gone = [(key,) for (key,) in old if key not in unless]
        if not gone:
            return
        with self._transaction("IMMEDIATE"):
            self._connection.executemany("DELETE FROM value WHERE key = ?", gone)
            self._connection.executemany("DELETE FROM mark WHERE key = ?", gone)
        with _sqlite_faults():
            self._connection.executescript("PRAGMA incremental_vacuum")  # `execute` would free a single page

    def size(self) -> int:
        """How large the file is, in bytes."""
        with _sqlite_faults():
            ((pages,),) = self._connection.execute("PRAGMA page_count").fetchall()
            ((page,),) = self._connection.execute("PRAGMA page_size").fetchall()
        return int(pages) * int(page)

    @contextmanager
    def _transaction(self, kind: Literal["DEFERRED", "IMMEDIATE"]) -> Iterator[None]:
        with _sqlite_faults():
            self._connection.execute(f"BEGIN {kind}")
            yield
            self._connection.execute("COMMIT")


def _checksum(key: str, value: bytes) -> int:
    """CRC-32 over both, so that a value under another key's name is found too; it is five times as fast as a digest."""
    return zlib.crc32(value, zlib.crc32(key.encode()))


def _checked(key: str, checksum: object, value: object) -> bytes:
    if isinstance(value, bytes) and checksum == _checksum(key, value):
        return value
    raise StoreError(f"the row {key} is damaged", damaged=True)


def _in_parts(keys: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, _ROWS_AT_ONCE)):
        yield some


@contextmanager
def _sqlite_faults() -> Iterator[None]:
    """Turn what SQLite says about its file into StoreError; what it says about our use of it stays as it is."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the latter: a message about a name of garbage
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        raise StoreError(str(error), damaged=code in _DAMAGED) from error
