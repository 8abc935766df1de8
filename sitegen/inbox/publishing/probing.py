"""The handler for probe jobs: looks whether a comment stands on its page, since a push is no built site.

Asks only the site's own host, over https, with limits; `comment.published` is told when a visitor can see it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.desk import Desk, Done, JobResult, Later, ManifestUnavailableError
from sitegen.inbox.events import event_job
from sitegen.inbox.mail.notices import alerts_of
from sitegen.inbox.publishing import wording
from sitegen.inbox.publishing.jobs import ProbeOrder
from sitegen.inbox.publishing.page import page_holds
from sitegen.inbox.records import PUBLIC, Item, Job, State
from sitegen.model.comments.comment import comment_anchor

_PATIENCE: Final = (
    (timedelta(minutes=5), timedelta(seconds=30)),
    (timedelta(minutes=30), timedelta(minutes=2)),
    (timedelta(days=1), timedelta(minutes=30)),
    (timedelta(days=7), timedelta(hours=6)),
)
"""Up to which age of the change a page is looked at how often; after that no more."""


def probe(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Handle probe jobs."""
    return tuple(_probe(desk, job) for job in jobs)


def _probe(desk: Desk, job: Job) -> JobResult:
    item = desk.store.item(job.item)
    if item is None or item.state not in PUBLIC:
        return Done()
    is_seen = _is_seen(desk, item)
    if msgspec.json.decode(job.payload, type=ProbeOrder).purpose == "missing":
        if not is_seen:
            _tell_once(desk, item)
        return Done()
    if is_seen:
        _record(desk, item)
        return Done()
    wait = _wait(desk.clock() - item.changed)
    return Done() if wait is None else Later(due=desk.clock() + wait, error=wording.NOT_SEEN)


def _is_seen(desk: Desk, item: Item) -> bool:
    try:
        manifest = desk.manifest(item.site)
    except (ManifestUnavailableError, KeyError):
        return False
    post = manifest.post(item.post)
    return post is not None and page_holds(post.url, f'id="{comment_anchor(item.id)}"', home=manifest.url)


def _record(desk: Desk, item: Item) -> None:
    """It is there: the event, the state where only the page could tell, and the end of an outage."""
    if item.state is State.APPROVED:
        after = replace(item, state=State.PUBLISHED, revision=item.revision + 1, changed=desk.clock())
        told = event_job("comment.published", after, desk=desk, previous=State.APPROVED)
        desk.store.change(item, after, jobs=(told,))
    else:
        desk.store.add_jobs((event_job("comment.published", item, desk=desk, previous=State.APPROVED),))
    if desk.store.noted(_outage(item)):
        desk.store.note(_outage(item), "")


def _tell_once(desk: Desk, item: Item) -> None:
    """An event and a mail; after that none until some comment has appeared again."""
    if desk.store.noted(_outage(item)):
        return
    told = event_job("publish.failed", item, desk=desk, previous=item.state)
    desk.store.add_jobs((told, *alerts_of("page.missing", site=item.site, item=item.id, desk=desk)))
    desk.store.note(_outage(item), desk.clock().isoformat())


def _wait(age: timedelta) -> timedelta | None:
    return next((wait for until, wait in _PATIENCE if age < until), None)


def _outage(item: Item) -> str:
    return f"page.missing:{item.site}"
