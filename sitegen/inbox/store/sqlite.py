"""The embedded store: one SQLite file, durable at each commit, its deleted rows overwritten.

Writers of one process queue for a lock of their own, which is fair; SQLite's busy timeout is for other processes.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.store.engine import Row
from sitegen.inbox.store.pool import Pool
from sitegen.inbox.store.schema import SQLITE_MIGRATIONS
from sitegen.inbox.store.sql import SqlStore

_PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""
_CONNECTIONS: Final = 64
_PRIVATE: Final = 0o600
_PRIVATE_FOLDER: Final = 0o700
_SETTINGS: Final = (
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


def open_sqlite(path: str) -> SqlStore:
    """The store in the file `path`, made if need be. Raises StoreUnavailableError."""
    return SqlStore(SqliteEngine(Path(path)))


class SqliteSession:
    """A connection within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, statement: str, *values: object) -> list[Row]:
        """As `Session.rows`."""
        return self._connection.execute(statement, values).fetchall()

    def run(self, statement: str, *values: object) -> int:
        """As `Session.run`."""
        return self._connection.execute(statement, values).rowcount


class SqliteEngine:
    """`Engine` over one file."""

    skip_locked = ""
    """One writer at a time: nothing is ever locked for the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer = threading.Lock()
        self._pool = Pool(self._connect, limit=_CONNECTIONS, patience=_PATIENCE)
        _make_private(path)
        self._prepare()

    @contextmanager
    def reading(self) -> Iterator[SqliteSession]:
        """As `Engine.reading`; a single statement needs no more."""
        with _outer_faults(), self._pool.lent() as connection:
            yield SqliteSession(connection)

    @contextmanager
    def writing(self) -> Iterator[SqliteSession]:
        """As `Engine.writing`."""
        with _outer_faults(), self._alone(), self._pool.lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield SqliteSession(connection)
            except BaseException:
                with suppress(sqlite3.Error):  # what went wrong first is what counts
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def compact(self) -> None:
        """Write the file anew without its free pages and empty the journal: nothing erased is left in either."""
        with _outer_faults(), self._alone(), self._pool.lent() as connection:
            connection.execute("VACUUM")
            ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if busy:
            raise StoreUnavailableError("somebody still reads what is to be erased")

    def backup(self, path: str) -> None:
        """A copy of how it stands at one instant, as one file that only its owner may read; whole or not at all."""
        target = Path(path)
        part = target.with_name(f"{target.name}.part")
        with _outer_faults(), self._pool.lent() as connection:
            try:
                _copy(connection, part)
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)

    def close(self) -> None:
        """As `Engine.close`."""
        self._pool.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._writer.acquire(timeout=_PATIENCE):
            raise StoreUnavailableError("another thread is writing for too long")
        try:
            yield
        finally:
            self._writer.release()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            for setting in _SETTINGS:
                connection.execute(setting).fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self) -> None:
        with _outer_faults(), self._alone(), self._pool.lent() as connection:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            ((version,),) = connection.execute("PRAGMA user_version").fetchall()
            if version > len(SQLITE_MIGRATIONS):
                raise StoreUnavailableError("the file was written by a newer version")
            for statements in SQLITE_MIGRATIONS[version:]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(SQLITE_MIGRATIONS)}")
            connection.execute("COMMIT")


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    _make_private(path)
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        copy.close()
    with path.open("rb") as written:
        os.fsync(written.fileno())


def _make_private(path: Path) -> None:
    """An empty file that only its owner may read; what is there already keeps its rights."""
    with _outer_faults():
        path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))


@contextmanager
def _outer_faults() -> Iterator[None]:
    """What disk and other processes do to us becomes StoreUnavailableError; our own mistakes stay as they are.

    Its text names the kind of fault alone: messages of SQLite may quote values.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # a statement that makes no sense
            raise
        raise StoreUnavailableError(error.sqlite_errorname) from error
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.DatabaseError as error:  # damaged, or no database at all
        raise StoreUnavailableError(getattr(error, "sqlite_errorname", "damaged")) from error
    except OSError as error:
        raise StoreUnavailableError(type(error).__name__) from error
