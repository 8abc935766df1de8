"""The store for several instances behind a balancer: PostgreSQL, by psycopg 3 (extra `sitegen[postgres]`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg import errors

from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.store.engine import Row
from sitegen.inbox.store.pool import Pool
from sitegen.inbox.store.schema import POSTGRES_MIGRATIONS, TABLES
from sitegen.inbox.store.sql import SqlStore

_PATIENCE: Final = 5.0
"""Seconds to wait for a connection."""
_CONNECTIONS: Final = 16
"""Each instance; a server takes 100 in all unless told otherwise."""
_ALIVE: Final[dict[str, Any]] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""A server that went away without a word is noticed within seconds, not after hours."""
_MIGRATION_LOCK: Final = 7_246_301
"""Any number, as long as it stays the same: only one instance changes tables."""

_OUTER_FAULTS: Final = (psycopg.OperationalError, psycopg.InterfaceError, errors.ReadOnlySqlTransaction)

Connection = psycopg.Connection[Row]


def open_postgres(url: str, *, password: str) -> SqlStore:
    """The store on the server at `url`, which names no password. Raises StoreUnavailableError."""
    return SqlStore(PostgresEngine(url, password=password))


class PostgresSession:
    """A connection within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, statement: str, *values: object) -> list[Row]:
        """As `Session.rows`."""
        return self._execute(statement, values).fetchall()

    def run(self, statement: str, *values: object) -> int:
        """As `Session.run`."""
        return self._execute(statement, values).rowcount

    def _execute(self, statement: str, values: tuple[object, ...]) -> psycopg.Cursor[Row]:
        return self._connection.execute(statement.replace("?", "%s"), values)


class PostgresEngine:
    """`Engine` over a server."""

    skip_locked = "FOR UPDATE SKIP LOCKED"

    def __init__(self, url: str, *, password: str) -> None:
        self._url = url
        self._password = password
        self._pool: Pool[Connection] = Pool(self._connect, limit=_CONNECTIONS, patience=_PATIENCE)
        self._prepare()

    @contextmanager
    def reading(self) -> Iterator[PostgresSession]:
        """As `Engine.reading`."""
        with self.writing() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[PostgresSession]:
        """As `Engine.writing`."""
        with self._lent() as connection, connection.transaction():
            yield PostgresSession(connection)

    def compact(self) -> None:
        """Write every table anew. The server's own journal holds what was there until it is reused, as backups do."""
        with self._lent() as connection:
            for table in TABLES:
                connection.execute(f"VACUUM (FULL) {table}")

    def backup(self, path: str) -> None:
        """Not ours to do: `pg_dump` and the server's own backups know how."""
        raise NotImplementedError(path)

    def close(self) -> None:
        """As `Engine.close`."""
        self._pool.close()

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        """A connection; what server and network do to it becomes StoreUnavailableError, named by its kind alone."""
        try:
            with self._pool.lent() as connection:
                yield connection
        except _OUTER_FAULTS as error:
            self._pool.forget_idle()
            raise StoreUnavailableError(type(error).__name__) from error

    def _connect(self) -> Connection:
        given: dict[str, Any] = {"password": self._password} if self._password else {}
        return psycopg.connect(self._url, autocommit=True, **_ALIVE, **given)

    def _prepare(self) -> None:
        with self.writing() as session:
            session.rows("SELECT pg_advisory_xact_lock(?)", _MIGRATION_LOCK)
            session.run("CREATE TABLE IF NOT EXISTS inbox_schema (version BIGINT NOT NULL)")
            ((version,),) = session.rows("SELECT coalesce(max(version), 0) FROM inbox_schema")
            if version > len(POSTGRES_MIGRATIONS):
                raise StoreUnavailableError("the tables were made by a newer version")
            for number, statements in enumerate(POSTGRES_MIGRATIONS[version:], start=version + 1):
                for statement in statements:
                    session.run(statement)
                session.run("INSERT INTO inbox_schema (version) VALUES (?)", number)
