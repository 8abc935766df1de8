"""What is past its time goes: once a day, by the days that `inbox.yaml` says. Says afterwards how much, never what.

A comment that waits for a decision is kept however long it takes. Where the site fetches its comments from here
(`publish: to: export`), published ones stay, since this is their only home; just the e-mail address goes.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.config import InboxSite
from sitegen.inbox.desk import Desk
from sitegen.inbox.records import PUBLIC, Item, ItemKind, State
from sitegen.inbox.store.items import DUPLICATE_WITHIN

_LOG: Final = logging.getLogger("sitegen.inbox")

DEAD_JOBS_DAYS: Final = 30
"""How long a job that was given up is shown."""

_MESSAGES: Final[tuple[ItemKind, ...]] = ("contact", "report", "subscription")
_UNWANTED: Final = frozenset({State.REJECTED, State.DELETED})
_DOUBTFUL: Final = frozenset({State.SPAM, State.SUSPECTED})


class Tidied(msgspec.Struct, frozen=True, kw_only=True):
    """How much went."""

    messages: int
    comments: int
    addresses: int
    """E-mail addresses of comments that stay."""
    jobs: int


def tidy(desk: Desk) -> Tidied:
    """Erase what is past its time, and make sure that it is gone from the disk. Done twice, it does no harm."""
    tidied = Tidied(
        messages=_messages(desk),
        comments=_comments(desk),
        addresses=sum(_addresses(desk, site) for site in desk.config.sites if _is_home(site)),
        jobs=_dead_jobs(desk),
    )
    desk.store.purge_memory(before=_days_ago(desk, desk.config.retention.spam))
    desk.store.purge_subscribers(before=_days_ago(desk, desk.config.retention.spam))
    desk.store.purge_recent(before=desk.clock() - DUPLICATE_WITHIN)
    if any(msgspec.structs.astuple(tidied)):
        desk.store.compact()
    _LOG.info(
        "tidied: %d messages, %d comments, %d addresses, %d jobs",
        tidied.messages,
        tidied.comments,
        tidied.addresses,
        tidied.jobs,
    )
    return tidied


def _messages(desk: Desk) -> int:
    retention = desk.config.retention
    arrived = desk.store.purge_items(before=_days_ago(desk, retention.contacts), kinds=_MESSAGES, since="created")
    spam = desk.store.purge_items(
        before=_days_ago(desk, retention.spam), kinds=_MESSAGES, states=[State.SPAM], since="created"
    )
    return arrived + spam


def _comments(desk: Desk) -> int:
    decided = _days_ago(desk, desk.config.retention.comments)
    gone = desk.store.purge_items(before=decided, kinds=["comment"], states=_UNWANTED)
    gone += desk.store.purge_items(
        before=_days_ago(desk, desk.config.retention.spam), kinds=["comment"], states=_DOUBTFUL
    )
    for site in desk.config.sites:
        if not _is_home(site):
            gone += desk.store.purge_items(before=decided, site=site.id, kinds=["comment"], states=[State.PUBLISHED])
    return gone


def _is_home(site: InboxSite) -> bool:
    """Whether published comments of a site are kept here alone."""
    return site.publish.to == "export"


def _addresses(desk: Desk, site: InboxSite) -> int:
    """Drop the e-mail addresses of comments published long ago."""
    before = _days_ago(desk, desk.config.retention.comments)
    kept = desk.store.items(site=site.id, kinds=["comment"], states=PUBLIC)
    return sum(
        desk.store.change(item, without_address(item, now=desk.clock()), jobs=())
        for item in kept
        if item.email and item.changed < before
    )


def without_address(item: Item, *, now: datetime) -> Item:
    """The comment with what its page shows, and nothing beside."""
    return replace(item, email="", fields=(), revision=item.revision + 1, changed=now)


def _dead_jobs(desk: Desk) -> int:
    before = _days_ago(desk, DEAD_JOBS_DAYS)
    old = [job for job in desk.store.jobs(dead=True) if job.due < before]
    for job in old:
        desk.store.finish(job.id)
    return len(old)


def _days_ago(desk: Desk, days: int) -> datetime:
    return desk.clock() - timedelta(days=days)
