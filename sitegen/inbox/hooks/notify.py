"""Handles jobs of kind `hook`: runs a notification hook, or asks decision hooks again that had said „later“."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from sitegen.inbox.desk import Dead, Desk, Done, JobResult
from sitegen.inbox.hooks.again import reconsider
from sitegen.inbox.hooks.disabling import disable, disabled
from sitegen.inbox.hooks.document import encoded
from sitegen.inbox.hooks.orders import Delivery, Reconsideration, read_order, try_later_or_tell, try_soon
from sitegen.inbox.hooks.programs import Program, program_by_key
from sitegen.inbox.hooks.running import Ran, run_program
from sitegen.inbox.hooks.verdicts import MISCONFIGURED
from sitegen.inbox.records import Job
from sitegen.inbox.schedule import try_later

HOOK_SECONDS: Final = 30.0
"""How long a notification hook may take."""


def deliver(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Do each job; up to 32 seconds for each."""
    return tuple(_do(desk, job) for job in jobs)


def _do(desk: Desk, job: Job) -> JobResult:
    match read_order(job):
        case Reconsideration() as order:
            return reconsider(desk, job, order)
        case Delivery() as order:
            return _notify(desk, job, order)


def _notify(desk: Desk, job: Job, order: Delivery) -> JobResult:
    """Run the hook. Nobody waits for one that was taken away."""
    try:
        program = program_by_key(desk.config.hooks.folder, order.receiver)
    except OSError:
        return try_later(desk, job, error="hooks folder")
    if program is None:
        return Done()
    if program.refused:
        return try_later_or_tell(desk, job, program.key, error=program.refused)
    if disabled(desk, program.key, version=program.version):
        return Dead(error="disabled")
    with _alone(program) as alone:
        if not alone:
            return try_soon(desk, error="busy")
        event = replace(order.event, attempt=job.attempt)
        ran = run_program(
            program.path,
            encoded(event),
            event=event.type,
            event_id=event.id,
            attempt=event.attempt,
            timeout=HOOK_SECONDS,
        )
    return _result(desk, job, program, ran)


def _result(desk: Desk, job: Job, program: Program, ran: Ran) -> JobResult:
    """What the end of the hook means for the job."""
    if ran.trouble:
        return try_later_or_tell(desk, job, program.key, error=ran.trouble)
    if ran.code == 0:
        return Done()
    error = f"exit code {ran.code}"
    if ran.code == MISCONFIGURED:
        disable(desk, program.key, version=program.version, site=job.site)
        return Dead(error=error)
    return try_later_or_tell(desk, job, program.key, error=error)


@contextmanager
def _alone(program: Program) -> Iterator[bool]:
    """Whether nobody else runs this hook; as long as we hold it, nobody does, in whatever process or thread."""
    with Path(program.path).open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
