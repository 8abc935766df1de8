"""What stands still on the way into the sites, for `sitegen inbox status`. Changes nothing."""

from __future__ import annotations

from datetime import datetime

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.publishing import wording
from sitegen.inbox.records import Job
from sitegen.text.ulids import is_ulid, time_of


class Stuck(msgspec.Struct, frozen=True, kw_only=True):
    """Comments of a site that could not be handed over so far."""

    site: str
    count: int
    since: datetime
    """UTC: when the oldest of them was decided."""
    error: str
    """Why the last attempt failed, a sentence."""


def stuck(desk: Desk) -> tuple[Stuck, ...]:
    """One for each site where handing over has failed and is tried again, in the order of the settings."""
    failing = [job for job in desk.store.jobs(kinds=["publish"], dead=False) if job.error not in {"", wording.BUSY}]
    states = (_of_site(site.id, [job for job in failing if job.site == site.id], desk) for site in desk.config.sites)
    return tuple(state for state in states if state)


def _of_site(site: str, jobs: list[Job], desk: Desk) -> Stuck | None:
    if not jobs:
        return None
    count = len({job.item for job in jobs})
    newest = max(jobs, key=lambda job: job.attempt)
    return Stuck(site=site, count=count, since=min(_since(job, desk) for job in jobs), error=newest.error)


def _since(job: Job, desk: Desk) -> datetime:
    """When it was decided; what has been erased says only when it came in."""
    item = desk.store.item(job.item)
    if item is not None:
        return item.changed
    return time_of(job.item) if is_ulid(job.item) else job.due
