"""What the inbox asks of its store. SQLite and PostgreSQL answer alike; the same tests run over both.

Every method is one transaction and safe to call from several threads and processes. A store that cannot write (disk
full, locked, server gone) raises `StoreUnavailableError`; nothing is then half done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal, Protocol

from sitegen.inbox.records import Item, ItemKind, Job, JobKind, State, Subscriber


class StoreUnavailableError(Exception):
    """The store cannot be read or written now; whoever asked may try again."""


class Store(Protocol):
    """The contract."""

    # Items

    def admit(self, item: Item, *, duplicate_of: str, jobs: Sequence[Job]) -> str:
        """Keep a new item with its jobs and return its id.

        `duplicate_of` is a fingerprint of what was sent (HMAC); if an item with the same one was admitted in the last
        10 minutes (by `item.created`), nothing is kept and the id of that item is returned.
        """

    def item(self, item_id: str) -> Item | None:
        """One item."""

    def items(
        self,
        *,
        site: str = "",
        states: Collection[State] = (),
        kinds: Collection[ItemKind] = (),
        email: str = "",
        limit: int | None = None,
    ) -> tuple[Item, ...]:
        """The newest items first, `limit` of them at most; an empty filter means all; `email` compares without case."""

    def count(self, *, states: Collection[State] = (), kinds: Collection[ItemKind] = ()) -> int:
        """How many such items there are."""

    def change(self, before: Item, after: Item, *, jobs: Sequence[Job], also: Sequence[Item] = ()) -> bool:
        """Replace `before` by `after` if it is still as it was (id, state and revision); False if it is not.

        `also` are items to admit in the same transaction (the owner's answer). Whether the transition is allowed is for
        the caller to say.
        """

    def erase(self, item_id: str) -> bool:
        """Overwrite and delete the row, its jobs and its history; False if there was none."""

    # Jobs

    def add_jobs(self, jobs: Sequence[Job]) -> None:
        """Keep jobs; one whose id is already there is left as it is."""

    def claim(self, kinds: Collection[JobKind], *, now: datetime, lease: float, limit: int = 1) -> tuple[Job, ...]:
        """Take due jobs, oldest first, so that nobody else gets them for `lease` seconds. Their `attempt` has risen."""

    def finish(self, job_id: str) -> None:
        """The job is done; forget it."""

    def postpone(self, job_id: str, *, due: datetime, error: str) -> None:
        """Try again at `due`."""

    def bury(self, job_id: str, *, error: str) -> None:
        """Give up; keep it to be shown."""

    def jobs(self, *, kinds: Collection[JobKind] = (), dead: bool | None = None) -> tuple[Job, ...]:
        """Jobs that wait or are dead, oldest first."""

    # What the judge remembers: fingerprints (HMAC), never the values themselves

    def remember(self, what: str, fingerprints: Collection[str], *, now: datetime) -> None:
        """Keep fingerprints under `what`: `spam`, `known` or `blocked`."""

    def recall(self, what: str, fingerprints: Collection[str]) -> frozenset[str]:
        """Those of `fingerprints` that are kept under `what`."""

    def unlearn(self, what: str, fingerprints: Collection[str]) -> None:
        """Forget fingerprints."""

    # Subscriptions

    def subscribe(self, subscriber: Subscriber, *, jobs: Sequence[Job]) -> Subscriber:
        """Keep somebody who asked; if the address is there for this form, return what is kept instead."""

    def confirm(self, subscriber_id: str, *, now: datetime, jobs: Sequence[Job]) -> Subscriber | None:
        """Set `confirmed` if it was not set; the subscriber as kept, or None."""

    def unsubscribe(self, subscriber_id: str, *, jobs: Sequence[Job]) -> bool:
        """Delete; False if there was none."""

    def subscriber(self, subscriber_id: str) -> Subscriber | None:
        """One subscriber."""

    def subscribers(self, *, site: str = "", email: str = "") -> tuple[Subscriber, ...]:
        """All subscribers, the first to ask first; `email` compares without case."""

    # Small facts that instances share, and the door

    def note(self, name: str, value: str) -> None:
        """Keep a small fact (`mail.digest:SITE`, `hook.disabled:NAME`)."""

    def noted(self, name: str) -> str:
        """A small fact; empty if it was never kept."""

    def purge_items(
        self,
        *,
        before: datetime,
        site: str = "",
        states: Collection[State] = (),
        kinds: Collection[ItemKind] = (),
        since: Literal["created", "changed"] = "changed",
    ) -> int:
        """Erase the items that were created, or last changed, before an instant; how many went."""

    def purge_memory(self, *, before: datetime) -> None:
        """Erase fingerprints that were learnt before an instant."""

    def purge_recent(self, *, before: datetime) -> None:
        """Erase what repetitions of items admitted before an instant are known by."""

    def purge_subscribers(self, *, before: datetime) -> None:
        """Erase who asked before an instant and never confirmed."""

    def compact(self) -> None:
        """Make sure that what was erased is gone from the disk: journal and free pages."""

    def backup(self, path: str) -> None:
        """A whole copy as one file. Raises NotImplementedError where the server's own tools do it."""

    def check(self) -> None:
        """Raise `StoreUnavailableError` unless a write would work now."""

    def close(self) -> None:
        """Let go of files and connections."""
