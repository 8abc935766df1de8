"""What the tables need of a database: transactions, and rows for a statement. SQLite and PostgreSQL each have one.

Statements are written with `?` for values and in the SQL that both understand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Session(Protocol):
    """One transaction."""

    def rows(self, statement: str, *values: object) -> list[Row]:
        """The rows that a statement gives."""

    def run(self, statement: str, *values: object) -> int:
        """How many rows a statement changed."""


class Engine(Protocol):
    """A database. Every fault that comes from outside leaves it as `StoreUnavailableError`."""

    skip_locked: str
    """What is put behind a selection of rows that no two workers may get."""

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads."""

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction; an exception undoes it."""

    def compact(self) -> None:
        """As `Store.compact`."""

    def backup(self, path: str) -> None:
        """As `Store.backup`."""

    def close(self) -> None:
        """As `Store.close`."""


class Where:
    """The conditions of a statement with their values; those for empty filters are left out."""

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self.values: list[object] = []

    def among(self, column: str, allowed: Collection[object]) -> Where:
        """`column` is one of `allowed`; of none: no condition."""
        if allowed:
            self._conditions.append(f"{column} IN ({marks(allowed)})")
            self.values += sorted(map(str, allowed))
        return self

    def equal(self, column: str, value: str) -> Where:
        """`column` is `value`; for an empty text: no condition."""
        return self.among(column, (value,) if value else ())

    def holds(self, condition: str, *values: object) -> Where:
        """A condition as it is written."""
        self._conditions.append(condition)
        self.values += values
        return self

    def __str__(self) -> str:
        return f"WHERE {' AND '.join(self._conditions)}" if self._conditions else ""


def marks(values: Iterable[object]) -> str:
    """A question mark for each value, with commas."""
    return ", ".join("?" for _ in values)
