"""Does what is to be done: takes due jobs from the store, has them handled, and writes down what became of each.

Each kind of job has a lane (a thread) of its own, so a mail server that hangs holds up no publishing. Any number of
workers may run beside each other: the store gives a job to one of them at a time, and to another when the first one
has died over it. A handler that breaks never loses a job, and never says more about it than the name of its
exception, since a trace may quote what people wrote.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

import msgspec

from sitegen.inbox.desk import Dead, Desk, Done, Handler, JobResult, Later
from sitegen.inbox.records import Job, JobKind
from sitegen.inbox.retention import tidy
from sitegen.inbox.schedule import try_later
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.text.moments import BERLIN

_LOG: Final = logging.getLogger("sitegen.inbox")

_PAUSE: Final = 1.0
"""Seconds until the store is asked again when nothing was due."""
_LONG_PAUSE: Final = 5.0
"""Seconds, when the store could not be asked."""
_STOPS_WITHIN: Final = 0.9
"""Seconds that a stopped worker waits for handlers at work; their jobs come back when the lease ends."""
_TIDIED: Final = "worker.tidied"


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How jobs of one kind are taken."""

    batch: int
    """So many at once, at most."""
    lease: float
    """Seconds; longer than a batch ever takes."""


PACES: Final[dict[JobKind, Pace]] = {
    "mail": Pace(batch=500, lease=300.0),
    "event": Pace(batch=100, lease=60.0),
    "hook": Pace(batch=1, lease=120.0),
    "webhook": Pace(batch=1, lease=120.0),
    "publish": Pace(batch=100, lease=900.0),
    "probe": Pace(batch=5, lease=180.0),
}


class Worker:
    """Works for one desk; `handlers` says who handles which kind."""

    def __init__(self, desk: Desk, handlers: Mapping[JobKind, Handler]) -> None:
        self._desk: Final = desk
        self._handlers: Final = dict(handlers)

    def run_once(self) -> int:
        """Handle what is due now, one batch of each kind; how many jobs were done, put off or given up.

        Raises StoreUnavailableError where the store cannot be asked.
        """
        return sum(self._work(kind) for kind in self._handlers)

    def run(self, stop: threading.Event) -> None:
        """Work until `stop` is set, and return within a second of it."""
        acts: dict[str, Callable[[], int]] = {kind: partial(self._work, kind) for kind in self._handlers}
        acts["tidy"] = self._tidy
        lanes = [
            threading.Thread(target=self._lane, args=(act, stop), name=f"inbox-{name}", daemon=True)
            for name, act in acts.items()
        ]
        for lane in lanes:
            lane.start()
        stop.wait()
        until = time.monotonic() + _STOPS_WITHIN
        for lane in lanes:
            lane.join(max(0.0, until - time.monotonic()))

    def _lane(self, act: Callable[[], int], stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                pause = 0.0 if act() else _PAUSE
            except StoreUnavailableError:
                pause = _LONG_PAUSE
            except Exception as error:  # noqa: BLE001 - a lane never ends before it is stopped
                _LOG.error("inbox worker: %s", type(error).__name__)
                pause = _LONG_PAUSE
            stop.wait(pause)

    def _work(self, kind: JobKind) -> int:
        pace = PACES[kind]
        jobs = self._desk.store.claim((kind,), now=self._desk.clock(), lease=pace.lease, limit=pace.batch)
        if not jobs:
            return 0
        for job, result in zip(jobs, self._handled(kind, jobs), strict=True):
            self._record(job, result)
        return len(jobs)

    def _handled(self, kind: JobKind, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
        try:
            return self._handlers[kind](self._desk, jobs)
        except StoreUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever breaks in a handler, its jobs are kept
            name = type(error).__name__
            _LOG.error("inbox worker: %s in %s", name, kind)
            return tuple(try_later(self._desk, job, error=name) for job in jobs)

    def _record(self, job: Job, result: JobResult) -> None:
        store = self._desk.store
        match result:
            case Done():
                store.finish(job.id)
            case Later(due=due, error=error):
                store.postpone(job.id, due=due, error=error)
            case Dead(error=error):
                store.bury(job.id, error=error)

    def _tidy(self) -> int:
        """Erase what is past its time, once a day (in Berlin) for all workers of a store."""
        today = self._desk.clock().astimezone(BERLIN).date().isoformat()
        if self._desk.store.noted(_TIDIED) != today:
            tidy(self._desk)
            self._desk.store.note(_TIDIED, today)
        return 0
