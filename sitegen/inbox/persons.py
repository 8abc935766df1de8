"""Everything that is stored about somebody (Art. 15 and 20 GDPR), in one value and as JSON."""

from __future__ import annotations

from datetime import datetime

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.forgetting import spellings
from sitegen.inbox.learning import remembered_as
from sitegen.inbox.records import Item, Job, JobKind, Subscriber


class PlannedJob(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is still to be done with what somebody sent."""

    kind: JobKind
    due: datetime
    about: str
    """Id of the item or subscription."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one e-mail address."""

    email: str
    as_of: datetime
    items: tuple[Item, ...]
    subscriptions: tuple[Subscriber, ...]
    remembered: tuple[str, ...]
    """As what the address is remembered by its fingerprint: `blocked`, `known`, `spam`."""
    jobs: tuple[PlannedJob, ...]


def person(desk: Desk, email: str) -> Person:
    """Everything stored under that address, upper or lower case, on all sites of this inbox."""
    found = sorted(spellings(email))
    items = tuple(item for spelling in found for item in desk.store.items(email=spelling))
    subscriptions = tuple(each for spelling in found for each in desk.store.subscribers(email=spelling))
    about = {item.id for item in items} | {subscriber.id for subscriber in subscriptions}
    return Person(
        email=email.strip(),
        as_of=desk.clock(),
        items=items,
        subscriptions=subscriptions,
        remembered=tuple(sorted({what for spelling in found for what in remembered_as(desk, spelling)})),
        jobs=tuple(_planned(job) for job in desk.store.jobs() if job.item in about),
    )


def _planned(job: Job) -> PlannedJob:
    return PlannedJob(kind=job.kind, due=job.due, about=job.item)


def person_json(of_whom: Person) -> bytes:
    """The same as JSON that can be read and handed on."""
    return msgspec.json.format(msgspec.json.encode(of_whom), indent=2)
