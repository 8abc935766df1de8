"""The jobs that bring a comment into the site or out of it. What is to be done is seen from the item when they run."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.records import Item, Job


class PublishOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What a publish job must still know when its item has been erased. Nothing of a person."""

    post: str


class ProbeOrder(msgspec.Struct, frozen=True, kw_only=True):
    """How a look at the page ends."""

    purpose: Literal["seen", "missing"]
    """`seen`: look again and again until it is there. `missing`: look once, and warn if it is not."""


def publish_job(item: Item, *, desk: Desk) -> Job:
    """Bring the site to what `item` now is: written if it is approved, taken out if it is not, or is no more."""
    return Job(
        id=f"publish:{item.id}:{item.revision}",
        kind="publish",
        site=item.site,
        item=item.id,
        due=desk.clock(),
        payload=msgspec.json.encode(PublishOrder(post=item.post)).decode(),
    )


def probe_job(item: Item, order: ProbeOrder, *, due: datetime) -> Job:
    """Look whether the comment stands on its page."""
    return Job(
        id=f"probe:{order.purpose}:{item.id}:{item.revision}",
        kind="probe",
        site=item.site,
        item=item.id,
        due=due,
        payload=msgspec.json.encode(order).decode(),
    )
