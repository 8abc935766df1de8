"""The table of jobs: kept with what caused them, taken by one worker at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from sitegen.inbox.records import Job, JobKind
from sitegen.inbox.store.columns import micros, moment
from sitegen.inbox.store.engine import Engine, Row, Session, Where, marks

_COLUMNS: Final = "id, kind, site, item, due, attempt, payload, error, dead"


class Jobs:
    """The methods of `Store` about jobs."""

    _engine: Engine

    def add_jobs(self, jobs: Sequence[Job]) -> None:
        """As `Store.add_jobs`."""
        with self._engine.writing() as session:
            insert_jobs(session, jobs)

    def claim(self, kinds: Collection[JobKind], *, now: datetime, lease: float, limit: int = 1) -> tuple[Job, ...]:
        """As `Store.claim`."""
        if not kinds:
            return ()
        take = (
            f"WITH free AS (SELECT number FROM inbox_job WHERE kind IN ({marks(kinds)}) AND dead = 0 AND due <= ? "  # noqa: S608 - marks and columns
            f"AND leased <= ? ORDER BY due, number LIMIT ? {self._engine.skip_locked}) "
            "UPDATE inbox_job SET leased = ?, attempt = attempt + 1 WHERE number IN (SELECT number FROM free) "
            f"RETURNING {_COLUMNS}, number"
        )
        until = micros(now + timedelta(seconds=lease))
        with self._engine.writing() as session:
            rows = session.rows(take, *sorted(kinds), micros(now), micros(now), limit, until)
        return tuple(_job(row[:-1]) for row in sorted(rows, key=lambda row: (row[4], row[-1])))

    def finish(self, job_id: str) -> None:
        """As `Store.finish`."""
        with self._engine.writing() as session:
            session.run("DELETE FROM inbox_job WHERE id = ?", job_id)

    def postpone(self, job_id: str, *, due: datetime, error: str) -> None:
        """As `Store.postpone`."""
        with self._engine.writing() as session:
            session.run("UPDATE inbox_job SET due = ?, error = ?, leased = 0 WHERE id = ?", micros(due), error, job_id)

    def bury(self, job_id: str, *, error: str) -> None:
        """As `Store.bury`."""
        with self._engine.writing() as session:
            session.run("UPDATE inbox_job SET dead = 1, error = ?, leased = 0 WHERE id = ?", error, job_id)

    def jobs(self, *, kinds: Collection[JobKind] = (), dead: bool | None = None) -> tuple[Job, ...]:
        """As `Store.jobs`."""
        where = Where().among("kind", kinds)
        if dead is not None:
            where.holds("dead = ?", int(dead))
        with self._engine.reading() as session:
            rows = session.rows(f"SELECT {_COLUMNS} FROM inbox_job {where} ORDER BY due, number", *where.values)  # noqa: S608 - columns
        return tuple(map(_job, rows))


def insert_jobs(session: Session, jobs: Sequence[Job]) -> None:
    """Keep jobs within a transaction; one that is there stays as it is."""
    for job in jobs:
        session.run(
            f"INSERT INTO inbox_job ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",  # noqa: S608 - columns
            job.id,
            job.kind,
            job.site,
            job.item,
            micros(job.due),
            job.attempt,
            job.payload,
            job.error,
            int(job.dead),
        )


def _job(row: Row) -> Job:
    job_id, kind, site, item, due, attempt, payload, error, dead = row
    return Job(
        id=job_id,
        kind=kind,
        site=site,
        item=item,
        due=moment(due),
        attempt=attempt,
        payload=payload,
        error=error,
        dead=bool(dead),
    )
