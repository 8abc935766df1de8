"""The tables of fingerprints and of small facts that instances share."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sitegen.inbox.store.columns import micros
from sitegen.inbox.store.engine import Engine, marks


class Memory:
    """The methods of `Store` about what is remembered."""

    _engine: Engine

    def remember(self, what: str, fingerprints: Collection[str], *, now: datetime) -> None:
        """As `Store.remember`; what is known already counts as learnt anew."""
        with self._engine.writing() as session:
            for fingerprint in sorted(fingerprints):
                session.run(
                    "INSERT INTO inbox_memory (what, fingerprint, learnt) VALUES (?, ?, ?) "
                    "ON CONFLICT (what, fingerprint) DO UPDATE SET learnt = excluded.learnt",
                    what,
                    fingerprint,
                    micros(now),
                )

    def recall(self, what: str, fingerprints: Collection[str]) -> frozenset[str]:
        """As `Store.recall`."""
        if not fingerprints:
            return frozenset()
        with self._engine.reading() as session:
            rows = session.rows(
                f"SELECT fingerprint FROM inbox_memory WHERE what = ? AND fingerprint IN ({marks(fingerprints)})",  # noqa: S608 - marks
                what,
                *fingerprints,
            )
        return frozenset(fingerprint for (fingerprint,) in rows)

    def unlearn(self, what: str, fingerprints: Collection[str]) -> None:
        """As `Store.unlearn`."""
        if not fingerprints:
            return
        with self._engine.writing() as session:
            session.run(
                f"DELETE FROM inbox_memory WHERE what = ? AND fingerprint IN ({marks(fingerprints)})",  # noqa: S608 - marks
                what,
                *fingerprints,
            )

    def purge_memory(self, *, before: datetime) -> None:
        """As `Store.purge_memory`."""
        with self._engine.writing() as session:
            session.run("DELETE FROM inbox_memory WHERE learnt < ?", micros(before))

    def purge_recent(self, *, before: datetime) -> None:
        """As `Store.purge_recent`."""
        with self._engine.writing() as session:
            session.run("DELETE FROM inbox_recent WHERE created < ?", micros(before))

    def note(self, name: str, value: str) -> None:
        """As `Store.note`."""
        with self._engine.writing() as session:
            session.run(
                "INSERT INTO inbox_fact (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value,
            )

    def noted(self, name: str) -> str:
        """As `Store.noted`."""
        with self._engine.reading() as session:
            rows = session.rows("SELECT value FROM inbox_fact WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""
