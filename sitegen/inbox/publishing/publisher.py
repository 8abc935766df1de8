"""The handler for publish jobs: brings a site's files to what its items now are, several of them in one go.

An item is `published` only when the remote or the folder has it. With `export` nobody is handed anything: a pipeline
fetches what is approved, and an item is published when its page shows it (`probing`). What fails is tried again for as
long as it takes; it stays approved, and the owner hears of it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.config import InboxSite
from sitegen.inbox.desk import Dead, Desk, Done, JobResult, Later
from sitegen.inbox.events import event_job
from sitegen.inbox.mail.notices import alerts_of
from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.changes import Change, ContestedError, PublishingError, change_for, is_fit
from sitegen.inbox.publishing.folder import put_into_folder
from sitegen.inbox.publishing.git import Repository, put_into_git
from sitegen.inbox.publishing.jobs import ProbeOrder, PublishOrder, probe_job, publish_job
from sitegen.inbox.publishing.turns import state_folder, turn
from sitegen.inbox.records import PUBLIC, Item, Job, State
from sitegen.inbox.schedule import retry_without_end
from sitegen.model.comments.file import CommentTooLargeError

SHARED: Final = timedelta(seconds=60)
"""What is approved within this time after a push waits, and then shares a commit."""
FIRST_LOOK: Final = timedelta(seconds=30)
MISSING_AFTER: Final = timedelta(minutes=30)
MISSING_AFTER_EXPORT: Final = timedelta(days=2)
"""A pipeline that fetches comments may run once a day."""
_LONGEST_WAIT: Final = timedelta(hours=1)
_BUSY_WAIT: Final = timedelta(seconds=3)
_WORTH_A_MAIL: Final = 3
"""Attempts after which the owner hears that nothing can be handed over."""


class _Task(msgspec.Struct, frozen=True, kw_only=True):
    """An item as it is now, None if it is no more, and what follows for the site."""

    item: Item | None
    change: Change


def publish(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Handle publish jobs."""
    results: dict[str, JobResult] = {}
    for site_id in dict.fromkeys(job.site for job in jobs):
        own = [job for job in jobs if job.site == site_id]
        site = desk.site(site_id)
        if site is None:
            results.update({job.id: Dead(error=wording.NO_SITE) for job in own})
        else:
            results.update(_publish_for(desk, site, own))
    return tuple(results[job.id] for job in jobs)


def _publish_for(desk: Desk, site: InboxSite, jobs: Sequence[Job]) -> dict[str, JobResult]:
    if site.publish.to == "export":
        return _left_to_fetch(desk, jobs)
    due = _not_before(desk, site)
    if due is not None:
        return _later(jobs, due=due, error="")
    try:
        with turn(state_folder(desk.config) / f"{site.id}.lock") as is_ours:
            if not is_ours:
                return _later(jobs, due=desk.clock() + _BUSY_WAIT, error=wording.BUSY)
            return _handed_over(desk, site, jobs)
    except OSError:
        return _failed(desk, site, jobs, PublishingError(wording.DISK))


def _later(jobs: Sequence[Job], *, due: datetime, error: str) -> dict[str, JobResult]:
    return {job.id: Later(due=due, error=error) for job in jobs}


def _left_to_fetch(desk: Desk, jobs: Sequence[Job]) -> dict[str, JobResult]:
    for job in jobs:
        item = desk.store.item(job.item)
        if item and item.state is State.APPROVED:
            desk.store.add_jobs(_probes(item, desk.clock(), missing_after=MISSING_AFTER_EXPORT))
    return {job.id: Done() for job in jobs}


def _handed_over(desk: Desk, site: InboxSite, jobs: Sequence[Job]) -> dict[str, JobResult]:
    """Read the items, write their files, and say so. Nobody else on this machine does that meanwhile."""
    read = [(job, _task_of(job, desk)) for job in jobs]
    unfit: dict[str, JobResult] = {job.id: task for job, task in read if isinstance(task, Dead)}
    # Several jobs about one comment mean the same by now: whatever its item is.
    tasks = {task.change.id: task for _, task in read if isinstance(task, _Task)}
    fit = [job for job in jobs if job.id not in unfit]
    if not tasks:
        return unfit
    try:
        _put([task.change for task in tasks.values()], desk, site)
    except PublishingError as error:
        return {**unfit, **_failed(desk, site, fit, error)}
    _note_success(desk, site)
    for task in tasks.values():
        _settle(desk, task)
    return {**unfit, **{job.id: Done() for job in fit}}


def _task_of(job: Job, desk: Desk) -> _Task | Dead:
    post = msgspec.json.decode(job.payload, type=PublishOrder).post
    if not is_fit(job.item, post):
        return Dead(error=wording.UNFIT)
    item = desk.store.item(job.item)
    try:
        return _Task(item=item, change=change_for(job.item, post, item))
    except CommentTooLargeError:
        return Dead(error=wording.TOO_LARGE)


def _put(changes: Sequence[Change], desk: Desk, site: InboxSite) -> None:
    target = site.publish
    if target.to == "folder":
        put_into_folder(changes, folder=Path(target.folder), command=target.command)
        return
    clone = state_folder(desk.config) / f"{site.id}.git"
    repository = Repository(clone=clone, remote=target.remote, branch=target.branch)
    put_into_git(changes, repository=repository, now=desk.clock(), chance=desk.chance)


def _settle(desk: Desk, task: _Task) -> None:
    """Say in the store that it is published; where the item is no longer what was written, have it written again.

    That happens only beside another machine: its push for the newer state may have come before ours for the older.
    """
    written = task.item
    if written and written.state is State.APPROVED:
        now = desk.clock()
        after = replace(written, state=State.PUBLISHED, revision=written.revision + 1, changed=now)
        if desk.store.change(written, after, jobs=_probes(after, now, missing_after=MISSING_AFTER)):
            return
    current = desk.store.item(task.change.id)
    if current and (written is None or current.revision != written.revision):
        desk.store.add_jobs((publish_job(current, desk=desk),))
    elif written and current is None:
        desk.store.add_jobs((publish_job(replace(written, revision=written.revision + 1), desk=desk),))


def _probes(item: Item, now: datetime, *, missing_after: timedelta) -> tuple[Job, ...]:
    return (
        probe_job(item, ProbeOrder(purpose="seen"), due=now + FIRST_LOOK),
        probe_job(item, ProbeOrder(purpose="missing"), due=now + missing_after),
    )


def _failed(desk: Desk, site: InboxSite, jobs: Sequence[Job], error: PublishingError) -> dict[str, JobResult]:
    """Try again, all at the same time; tell the owner when it is no passing thing."""
    attempt = max(job.attempt for job in jobs)
    if isinstance(error, ContestedError) or attempt >= _WORTH_A_MAIL:
        _tell_once(desk, site, jobs)
    due = retry_without_end(attempt, desk.clock(), desk.chance, longest=_LONGEST_WAIT)
    return _later(jobs, due=due, error=error.sentence)


def _tell_once(desk: Desk, site: InboxSite, jobs: Sequence[Job]) -> None:
    """An event for each comment and one mail, until something could be handed over again."""
    if desk.store.noted(_outage(site)):
        return
    items = [desk.store.item(item_id) for item_id in dict.fromkeys(job.item for job in jobs)]
    events = [
        event_job("publish.failed", item, desk=desk, previous=item.state)
        for item in items
        if item and item.state in PUBLIC
    ]
    desk.store.add_jobs((*events, *alerts_of("publish.failed", site=site.id, desk=desk)))
    desk.store.note(_outage(site), desk.clock().isoformat())


def _note_success(desk: Desk, site: InboxSite) -> None:
    desk.store.note(_last_push(site), desk.clock().isoformat())
    if desk.store.noted(_outage(site)):
        desk.store.note(_outage(site), "")


def _not_before(desk: Desk, site: InboxSite) -> datetime | None:
    """When the next push may be; None for now."""
    noted = desk.store.noted(_last_push(site))
    due = datetime.fromisoformat(noted) + SHARED if noted else None
    return due if due is not None and desk.clock() < due <= desk.clock() + SHARED else None


def _outage(site: InboxSite) -> str:
    return f"publish.failed:{site.id}"


def _last_push(site: InboxSite) -> str:
    return f"publish.last:{site.id}"
