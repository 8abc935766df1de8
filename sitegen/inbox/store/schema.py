"""The tables, and how a database of an older version becomes one of this. A migration is never edited, only followed.

Every kept time is in microseconds since 1970, UTC; 0 is never.
"""

from __future__ import annotations

from typing import Final

_NUMBER: Final = "{number}"
"""Stands for how each database counts rows by itself."""

_FIRST: Final = (
    """
    CREATE TABLE inbox_item (
        id TEXT PRIMARY KEY, site TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, revision BIGINT NOT NULL,
        created BIGINT NOT NULL, changed BIGINT NOT NULL, email TEXT NOT NULL, record TEXT NOT NULL
    )
    """,
    "CREATE INDEX inbox_item_order ON inbox_item (created, id)",
    "CREATE INDEX inbox_item_state ON inbox_item (site, kind, state, created)",
    "CREATE INDEX inbox_item_email ON inbox_item (email)",
    "CREATE TABLE inbox_recent (fingerprint TEXT PRIMARY KEY, item TEXT NOT NULL, created BIGINT NOT NULL)",
    "CREATE INDEX inbox_recent_item ON inbox_recent (item)",
    f"""
    CREATE TABLE inbox_job (
        number {_NUMBER}, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, site TEXT NOT NULL, item TEXT NOT NULL,
        due BIGINT NOT NULL, attempt BIGINT NOT NULL, payload TEXT NOT NULL, error TEXT NOT NULL, dead BIGINT NOT NULL,
        leased BIGINT NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX inbox_job_due ON inbox_job (dead, due, number)",
    "CREATE INDEX inbox_job_item ON inbox_job (item)",
    """
    CREATE TABLE inbox_memory (
        what TEXT NOT NULL, fingerprint TEXT NOT NULL, learnt BIGINT NOT NULL, PRIMARY KEY (what, fingerprint)
    )
    """,
    "CREATE TABLE inbox_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """
    CREATE TABLE inbox_subscriber (
        id TEXT PRIMARY KEY, site TEXT NOT NULL, form TEXT NOT NULL, email TEXT NOT NULL, asked BIGINT NOT NULL,
        confirmed BIGINT NOT NULL, record TEXT NOT NULL, UNIQUE (site, form, email)
    )
    """,
)

_MIGRATIONS: Final = (_FIRST,)

TABLES: Final = ("inbox_item", "inbox_recent", "inbox_job", "inbox_memory", "inbox_fact", "inbox_subscriber")


def _counted(number: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(each.replace(_NUMBER, number) for each in statements) for statements in _MIGRATIONS)


SQLITE_MIGRATIONS: Final = _counted("INTEGER PRIMARY KEY AUTOINCREMENT")
POSTGRES_MIGRATIONS: Final = _counted("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
"""From version n to n + 1, statement by statement."""
