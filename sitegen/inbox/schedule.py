"""When something that failed is tried again: soon at first, then ever more patiently, for three days.

Waits are those of Standard Webhooks (https://www.standardwebhooks.com), each a little longer or shorter by chance, so
that what failed together does not come back together. Clock and chance come from whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sitegen.inbox.desk import Dead, Desk, JobResult, Later
from sitegen.inbox.records import Job

WAITS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""After the first attempt, the second, and so on."""

_JITTER: Final = 0.1
"""A wait is up to this share longer or shorter."""
_CHANCE_BYTES: Final = 2


def retry_at(attempt: int, now: datetime, chance: Callable[[int], bytes]) -> datetime | None:
    """When to try again after `attempt` attempts (the first is 1) have failed; None when it is time to give up."""
    if attempt > len(WAITS):
        return None
    return now + jittered(WAITS[max(attempt, 1) - 1], chance)


def retry_without_end(attempt: int, now: datetime, chance: Callable[[int], bytes], *, longest: timedelta) -> datetime:
    """The same for what is never given up: no wait is longer than `longest`, and so they go on."""
    wait = WAITS[min(max(attempt, 1), len(WAITS)) - 1]
    return now + jittered(min(wait, longest), chance)


def try_later(desk: Desk, job: Job, *, error: str) -> JobResult:
    """What becomes of a job that has failed: it is tried again by the schedule, and given up at its end."""
    due = retry_at(job.attempt, desk.clock(), desk.chance)
    return Dead(error=error) if due is None else Later(due=due, error=error)


def jittered(wait: timedelta, chance: Callable[[int], bytes]) -> timedelta:
    """The wait, a tenth longer or shorter at most."""
    share = int.from_bytes(chance(_CHANCE_BYTES)) / (256**_CHANCE_BYTES - 1)
    return wait * (1 + _JITTER * (2 * share - 1))
