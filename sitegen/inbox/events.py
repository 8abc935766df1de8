"""What happened, as a job: kept in the same transaction as the change itself and told to hooks and webhooks later.

A happening holds what it is about as it was at that moment, so a later change tells nothing wrong of it. It asks
neither manifest nor network: it is made where a change must not fail. `hooks.dispatch` tells it on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec
from msgspec.structs import replace

from sitegen.inbox.desk import Desk
from sitegen.inbox.records import EventType, Item, Job, State, Subscriber

_OF_STATE: Final[dict[State, EventType]] = {
    State.APPROVED: "comment.approved",
    State.REJECTED: "comment.rejected",
    State.SPAM: "comment.spam",
}
"""What a comment's arrival brings about beside itself where a hook has decided at once."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened: about an item, a subscriber, or neither (then `subject` says about what)."""

    id: str
    """`evt_` and a ULID; the same however often it is told."""
    type: EventType
    at: datetime
    """UTC."""
    site: str
    item: Item | None = None
    previous: State | None = None
    subscriber: Subscriber | None = None
    subject: str = ""
    """What a happening of the inbox itself is about: the name of a hook; never a visitor's text."""


def submitted_event(item: Item) -> EventType:
    """What the arrival of an item is called; every form but that for comments is a contact."""
    return "comment.submitted" if item.kind == "comment" else "contact.submitted"


def happening_of(event: EventType, item: Item, *, desk: Desk, previous: State | None) -> Happening:
    """What happened to an item, now.

    An arrival bears the item's own ULID, so that a decision hook, asked before the item is kept, is told the same id
    as everybody who hears of it afterwards.
    """
    ulid = item.id if event == submitted_event(item) else desk.new_id()
    return Happening(id=f"evt_{ulid}", type=event, at=desk.clock(), site=item.site, item=item, previous=previous)


def event_job(event: EventType, item: Item, *, desk: Desk, previous: State | None) -> Job:
    """The job that tells what happened to an item; `previous` is the state it had before, None for an arrival."""
    happening = happening_of(event, item, desk=desk, previous=previous)
    return _job(happening, about=f"{item.id}:{item.revision}", item=item.id)


def arrival_jobs(item: Item, *, desk: Desk) -> tuple[Job, ...]:
    """The jobs for an item that has just come, after the decision hooks: its arrival, and what they decided."""
    arrival = event_job(submitted_event(item), item, desk=desk, previous=None)
    decided = _OF_STATE.get(item.state) if item.kind == "comment" else None
    if decided is None:
        return (arrival,)
    return arrival, event_job(decided, item, desk=desk, previous=State.PENDING)


def subscription_job(event: EventType, subscriber: Subscriber, *, desk: Desk) -> Job:
    """The job that tells of a subscription, confirmed or removed.

    Whoever unsubscribes is known nowhere else any more: the address is kept in the job only if there is a receiver that
    may be told of it.
    """
    hooks = desk.config.hooks
    wanted = bool(hooks.personal) or any(webhook.personal for webhook in hooks.webhooks)
    known = subscriber if wanted else replace(subscriber, email="", name="")
    happening = Happening(
        id=f"evt_{desk.new_id()}", type=event, at=desk.clock(), site=subscriber.site, subscriber=known
    )
    return _job(happening, about=subscriber.id, item=subscriber.id)


def system_job(event: EventType, *, site: str, subject: str, desk: Desk) -> Job:
    """The job that tells of the inbox itself: a flood, a hook that was disabled. There is one at a time of a kind."""
    happening = Happening(id=f"evt_{desk.new_id()}", type=event, at=desk.clock(), site=site, subject=subject)
    return _job(happening, about=f"{site}:{subject}", item="")


def read_happening(job: Job) -> Happening:
    """What an event job tells."""
    return msgspec.json.decode(job.payload, type=Happening)


def _job(happening: Happening, *, about: str, item: str) -> Job:
    """The job of a happening."""
    return Job(
        id=f"event:{happening.type}:{about}",
        kind="event",
        site=happening.site,
        item=item,
        due=happening.at,
        payload=msgspec.json.encode(happening).decode(),
    )
