"""What jobs for hooks and webhooks say, as they are kept in the store."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec

from sitegen.inbox.desk import Dead, Desk, JobResult, Later
from sitegen.inbox.hooks.document import Event
from sitegen.inbox.hooks.verdicts import Verdict
from sitegen.inbox.mail.notices import alerts_of
from sitegen.inbox.records import Job
from sitegen.inbox.schedule import try_later

SOON: Final = timedelta(seconds=5)
"""Until something is tried again that nobody is to blame for."""


class Delivery(msgspec.Struct, frozen=True, kw_only=True, tag="deliver"):
    """Tell one receiver of one event."""

    receiver: str
    """Key of a program or a webhook."""
    event: Event


class Reconsideration(msgspec.Struct, frozen=True, kw_only=True, tag="reconsider"):
    """Ask decision hooks again; what the others said still counts."""

    programs: tuple[str, ...] = ()
    """Keys of the hooks that wanted to be asked later."""
    verdict: Verdict = "none"
    """What the others said, and who."""
    by: str = ""


Order = Delivery | Reconsideration


def written(order: Order) -> str:
    """The payload that says it."""
    return msgspec.json.encode(order).decode()


def read_order(job: Job) -> Order:
    """What a job says."""
    order: Order = msgspec.json.decode(job.payload, type=Order)
    return order


def try_later_or_tell(desk: Desk, job: Job, receiver: str, *, error: str) -> JobResult:
    """The same for a delivery; when it is given up, the owner is told, once a day for each receiver."""
    result = try_later(desk, job, error=error)
    note, today = f"hook.given_up:{receiver}", desk.clock().date().isoformat()
    if isinstance(result, Dead) and desk.store.noted(note) != today:
        desk.store.add_jobs(alerts_of("hook.given_up", site=job.site, desk=desk, about=receiver))
        desk.store.note(note, today)
    return result


def try_soon(desk: Desk, *, error: str) -> JobResult:
    """Again in a moment."""
    return Later(due=desk.clock() + SOON, error=error)
