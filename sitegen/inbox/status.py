"""Whether all is well, as one value: what waits, what could not be done, what stands still. Changes nothing.

Says how many and since when, never who or what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

import msgspec

from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.hooks.report import HookState, hook_states
from sitegen.inbox.publishing.report import Stuck, stuck
from sitegen.inbox.records import WAITING, ItemKind, Job, JobKind, State
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.text.ulids import is_ulid, time_of

BACKED_UP: Final = "backup.at"
"""Under this name the store keeps when it was last copied, RFC 3339."""
LATE: Final = timedelta(minutes=30)
"""A mail that waits for longer has met with trouble: digests are no longer held back than ten minutes."""
BACKUP_DAYS: Final = 7
"""Whoever makes backups makes one in so many days."""

_KINDS: Final[tuple[ItemKind, ...]] = ("comment", "contact", "report")


class LateMail(msgspec.Struct, frozen=True, kw_only=True):
    """The mail that has waited longest."""

    since: datetime
    """UTC."""
    error: str = ""
    """Why the last attempt failed; empty if there was none."""


class DeadJobs(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs of one kind that were given up for the same reason."""

    kind: JobKind
    error: str
    count: int


class SiteState(msgspec.Struct, frozen=True, kw_only=True):
    """What a site says of itself."""

    site: str
    readable: bool
    forms: int = 0
    posts: int = 0


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """How an inbox is, at `at`."""

    at: datetime
    writable: bool
    """Whether something that comes now can be kept."""
    waiting: dict[ItemKind, int]
    """How many wait for the owner, suspected ones among them."""
    suspected: int
    jobs: int
    """What is still to be done and not given up."""
    late_mail: LateMail | None
    stuck: tuple[Stuck, ...]
    """Comments that are approved, or withdrawn, and have not come to their site."""
    dead: tuple[DeadJobs, ...]
    hooks: tuple[HookState, ...]
    sites: tuple[SiteState, ...]
    backed_up: datetime | None

    @property
    def backup_is_old(self) -> bool:
        """Whether somebody who makes backups has forgotten to."""
        return self.backed_up is not None and self.at - self.backed_up > timedelta(days=BACKUP_DAYS)

    @property
    def needs_attention(self) -> bool:
        """Whether the owner should do something. What waits for a decision is no trouble."""
        broken = not self.writable or self.late_mail is not None or bool(self.stuck) or bool(self.dead)
        hooks = any(hook.needs_attention for hook in self.hooks)
        return broken or hooks or self.backup_is_old or not all(site.readable for site in self.sites)


def status_of(desk: Desk) -> Status:
    """How the inbox is. Raises StoreUnavailableError where the store cannot even be read."""
    now, store = desk.clock(), desk.store
    alive = store.jobs(dead=False)
    noted = store.noted(BACKED_UP)
    return Status(
        at=now,
        writable=_is_writable(desk),
        waiting={kind: store.count(kinds=(kind,), states=WAITING) for kind in _KINDS},
        suspected=store.count(kinds=_KINDS, states=(State.SUSPECTED,)),
        jobs=len(alive),
        late_mail=_late_mail(alive, now),
        stuck=stuck(desk),
        dead=_dead(store.jobs(dead=True)),
        hooks=hook_states(desk),
        sites=tuple(_site_state(desk, site.id) for site in desk.config.sites),
        backed_up=datetime.fromisoformat(noted) if noted else None,
    )


def note_backup(desk: Desk) -> None:
    """Remember that the store has just been copied."""
    desk.store.note(BACKED_UP, desk.clock().isoformat())


def _is_writable(desk: Desk) -> bool:
    try:
        desk.store.check()
    except StoreUnavailableError:
        return False
    return True


def oldest_mail(jobs: Iterable[Job], now: datetime) -> LateMail | None:
    """The mail among `jobs` that has waited longest; none that is held back on purpose."""
    mails = [job for job in jobs if job.kind == "mail" and (job.error or job.due <= now)]
    oldest = min(mails, key=_begun, default=None)
    return LateMail(since=_begun(oldest), error=oldest.error) if oldest else None


def _late_mail(jobs: Iterable[Job], now: datetime) -> LateMail | None:
    oldest = oldest_mail(jobs, now)
    return oldest if oldest and now - oldest.since > LATE else None


def _begun(job: Job) -> datetime:
    """When what it is about came in: `due` moves with every attempt."""
    return time_of(job.item) if is_ulid(job.item) else job.due


def _dead(jobs: Iterable[Job]) -> tuple[DeadJobs, ...]:
    counts = Counter((job.kind, job.error) for job in jobs)
    return tuple(DeadJobs(kind=kind, error=error, count=count) for (kind, error), count in sorted(counts.items()))


def _site_state(desk: Desk, site: str) -> SiteState:
    try:
        manifest = desk.manifest(site)
    except ManifestUnavailableError:
        return SiteState(site=site, readable=False)
    return SiteState(site=site, readable=True, forms=len(manifest.forms), posts=len(manifest.posts))
