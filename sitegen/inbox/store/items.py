"""The table of items, and the fingerprints of what came in during the last minutes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

from sitegen.inbox.records import Item, ItemKind, Job, State
from sitegen.inbox.store.columns import micros, record_of, text_of
from sitegen.inbox.store.engine import Engine, Session, Where
from sitegen.inbox.store.jobs import insert_jobs

DUPLICATE_WITHIN: Final = timedelta(minutes=10)
"""How long the same thing sent again is taken for a repetition."""


class _LostRaceError(Exception):
    """Somebody else changed the item first; undoes the transaction."""


class Items:
    """The methods of `Store` about items."""

    _engine: Engine

    def admit(self, item: Item, *, duplicate_of: str, jobs: Sequence[Job]) -> str:
        """As `Store.admit`."""
        with self._engine.writing() as session:
            earlier = _repeated(session, item, duplicate_of) if duplicate_of else ""
            if earlier:
                return earlier
            _insert(session, item)
            insert_jobs(session, jobs)
        return item.id

    def item(self, item_id: str) -> Item | None:
        """As `Store.item`."""
        with self._engine.reading() as session:
            rows = session.rows("SELECT record FROM inbox_item WHERE id = ?", item_id)
        return record_of(rows[0][0], Item) if rows else None

    def items(
        self,
        *,
        site: str = "",
        states: Collection[State] = (),
        kinds: Collection[ItemKind] = (),
        email: str = "",
        limit: int | None = None,
    ) -> tuple[Item, ...]:
        """As `Store.items`."""
        where = Where().equal("site", site).among("state", states).among("kind", kinds)
        where.equal("email", email.casefold())
        most = "" if limit is None else f"LIMIT {limit:d}"
        statement = f"SELECT record FROM inbox_item {where} ORDER BY created DESC, id DESC {most}"  # noqa: S608 - columns
        with self._engine.reading() as session:
            rows = session.rows(statement, *where.values)
        return tuple(record_of(record, Item) for (record,) in rows)

    def count(self, *, states: Collection[State] = (), kinds: Collection[ItemKind] = ()) -> int:
        """As `Store.count`."""
        where = Where().among("state", states).among("kind", kinds)
        with self._engine.reading() as session:
            ((number,),) = session.rows(f"SELECT count(*) FROM inbox_item {where}", *where.values)  # noqa: S608 - columns
        return int(number)

    def change(self, before: Item, after: Item, *, jobs: Sequence[Job], also: Sequence[Item] = ()) -> bool:
        """As `Store.change`."""
        try:
            with self._engine.writing() as session:
                _replace(session, before, after)
                for item in also:
                    _insert(session, item)
                insert_jobs(session, jobs)
        except _LostRaceError:
            return False
        return True

    def erase(self, item_id: str) -> bool:
        """As `Store.erase`."""
        with self._engine.writing() as session:
            return _erase(session, [item_id]) > 0

    def purge_items(
        self,
        *,
        before: datetime,
        site: str = "",
        states: Collection[State] = (),
        kinds: Collection[ItemKind] = (),
        since: Literal["created", "changed"] = "changed",
    ) -> int:
        """As `Store.purge_items`."""
        where = Where().equal("site", site).among("state", states).among("kind", kinds)
        where.holds(f"{since} < ?", micros(before))
        with self._engine.writing() as session:
            found = session.rows(f"SELECT id FROM inbox_item {where}", *where.values)  # noqa: S608 - columns
            return _erase(session, [item_id for (item_id,) in found])


def _repeated(session: Session, item: Item, fingerprint: str) -> str:
    """The id of the item that the same was sent as lately; empty if this is the first, which is then remembered."""
    is_first = session.run(
        "INSERT INTO inbox_recent (fingerprint, item, created) VALUES (?, ?, ?) ON CONFLICT (fingerprint) "
        "DO UPDATE SET item = excluded.item, created = excluded.created WHERE inbox_recent.created < ?",
        fingerprint,
        item.id,
        micros(item.created),
        micros(item.created - DUPLICATE_WITHIN),
    )
    if is_first:
        return ""
    rows = session.rows("SELECT item FROM inbox_recent WHERE fingerprint = ?", fingerprint)
    return str(rows[0][0]) if rows else ""  # erased meanwhile: then this is the first again


def _insert(session: Session, item: Item) -> None:
    session.run(
        "INSERT INTO inbox_item (id, site, kind, state, revision, created, changed, email, record) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        item.id,
        item.site,
        item.kind,
        item.state.value,
        item.revision,
        micros(item.created),
        micros(item.changed),
        item.email.casefold(),
        text_of(item),
    )


def _replace(session: Session, before: Item, after: Item) -> None:
    changed = session.run(
        "UPDATE inbox_item SET state = ?, revision = ?, changed = ?, email = ?, record = ? "
        "WHERE id = ? AND state = ? AND revision = ?",
        after.state.value,
        after.revision,
        micros(after.changed),
        after.email.casefold(),
        text_of(after),
        before.id,
        before.state.value,
        before.revision,
    )
    if not changed:
        raise _LostRaceError


def _erase(session: Session, item_ids: Sequence[str]) -> int:
    gone = 0
    for item_id in item_ids:
        gone += session.run("DELETE FROM inbox_item WHERE id = ?", item_id)
        session.run("DELETE FROM inbox_job WHERE item = ?", item_id)
        session.run("DELETE FROM inbox_recent WHERE item = ?", item_id)
    return gone
