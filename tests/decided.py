"""What a decision of the owner leaves in the inbox's store."""

from __future__ import annotations

from inbox_case import InboxCase
from sitegen.inbox.events import read_happening


def happened(case: InboxCase) -> list[tuple[str, str | None]]:
    """Type of each event that waits, and the state before."""
    told = [read_happening(job) for job in case.jobs("event")]
    return [(each.type, each.previous) for each in told]


def published(case: InboxCase) -> list[str]:
    """Which items the publisher is to look at."""
    return [job.item for job in case.jobs("publish")]
