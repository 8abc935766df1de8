"""The table of people who asked for a newsletter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from sitegen.inbox.records import Job, Subscriber
from sitegen.inbox.store.columns import micros, record_of, text_of
from sitegen.inbox.store.engine import Engine, Session, Where
from sitegen.inbox.store.jobs import insert_jobs

_NEVER: Final = 0
"""What `confirmed` holds until it is."""


class Subscriptions:
    """The methods of `Store` about subscriptions."""

    _engine: Engine

    def subscribe(self, subscriber: Subscriber, *, jobs: Sequence[Job]) -> Subscriber:
        """As `Store.subscribe`."""
        with self._engine.writing() as session:
            if _insert(session, subscriber):
                insert_jobs(session, jobs)
                return subscriber
            ((record,),) = session.rows(
                "SELECT record FROM inbox_subscriber WHERE site = ? AND form = ? AND email = ?",
                subscriber.site,
                subscriber.form,
                subscriber.email.casefold(),
            )
        return record_of(record, Subscriber)

    def confirm(self, subscriber_id: str, *, now: datetime, jobs: Sequence[Job]) -> Subscriber | None:
        """As `Store.confirm`; `jobs` are kept by whoever comes first."""
        with self._engine.writing() as session:
            kept = _subscriber(session, subscriber_id)
            if kept is None or kept.confirmed:
                return kept
            confirmed = replace(kept, confirmed=now)
            is_first = session.run(
                "UPDATE inbox_subscriber SET confirmed = ?, record = ? WHERE id = ? AND confirmed = ?",
                micros(now),
                text_of(confirmed),
                subscriber_id,
                _NEVER,
            )
            if not is_first:
                return _subscriber(session, subscriber_id)
            insert_jobs(session, jobs)
        return confirmed

    def unsubscribe(self, subscriber_id: str, *, jobs: Sequence[Job]) -> bool:
        """As `Store.unsubscribe`."""
        with self._engine.writing() as session:
            gone = session.run("DELETE FROM inbox_subscriber WHERE id = ?", subscriber_id)
            if gone:
                insert_jobs(session, jobs)
        return gone > 0

    def subscriber(self, subscriber_id: str) -> Subscriber | None:
        """As `Store.subscriber`."""
        with self._engine.reading() as session:
            return _subscriber(session, subscriber_id)

    def subscribers(self, *, site: str = "", email: str = "") -> tuple[Subscriber, ...]:
        """As `Store.subscribers`."""
        where = Where().equal("site", site).equal("email", email.casefold())
        with self._engine.reading() as session:
            rows = session.rows(f"SELECT record FROM inbox_subscriber {where} ORDER BY asked, id", *where.values)  # noqa: S608 - columns
        return tuple(record_of(record, Subscriber) for (record,) in rows)

    def purge_subscribers(self, *, before: datetime) -> None:
        """As `Store.purge_subscribers`."""
        with self._engine.writing() as session:
            session.run("DELETE FROM inbox_subscriber WHERE confirmed = ? AND asked < ?", _NEVER, micros(before))


def _insert(session: Session, subscriber: Subscriber) -> int:
    return session.run(
        "INSERT INTO inbox_subscriber (id, site, form, email, asked, confirmed, record) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (site, form, email) DO NOTHING",
        subscriber.id,
        subscriber.site,
        subscriber.form,
        subscriber.email.casefold(),
        micros(subscriber.asked),
        micros(subscriber.confirmed) if subscriber.confirmed else _NEVER,
        text_of(subscriber),
    )


def _subscriber(session: Session, subscriber_id: str) -> Subscriber | None:
    rows = session.rows("SELECT record FROM inbox_subscriber WHERE id = ?", subscriber_id)
    return record_of(rows[0][0], Subscriber) if rows else None
