"""Handles jobs of kind `event`: makes of each one job for every hook and webhook that wants to know.

Each receiver is told what its settings allow, no more. Done twice, it makes the same jobs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.inbox.desk import Desk, Done, JobResult, ManifestUnavailableError
from sitegen.inbox.events import Happening, read_happening
from sitegen.inbox.hooks.disabling import disabled
from sitegen.inbox.hooks.document import EMAIL, document_of
from sitegen.inbox.hooks.orders import Delivery, written
from sitegen.inbox.hooks.programs import listeners
from sitegen.inbox.records import Job, JobKind
from sitegen.inbox.schedule import try_later
from sitegen.inbox.webhooks.targets import key_of


def dispatch(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Expand happenings into deliveries."""
    return tuple(_expand(desk, job) for job in jobs)


def _expand(desk: Desk, job: Job) -> JobResult:
    """Expand one happening. Nobody hears of a site that the settings no longer have, or of what was forgotten."""
    happening = read_happening(job)
    if desk.site(job.site) is None or _is_forgotten(desk, happening):
        return Done()
    try:
        deliveries = tuple(_deliveries(desk, job, happening))
    except ManifestUnavailableError:
        return try_later(desk, job, error="manifest")
    except OSError:
        return try_later(desk, job, error="hooks folder")
    desk.store.add_jobs(deliveries)
    return Done()


def _is_forgotten(desk: Desk, happening: Happening) -> bool:
    """Whether the item was erased after this job had been taken."""
    return happening.item is not None and desk.store.item(happening.item.id) is None


def _deliveries(desk: Desk, job: Job, happening: Happening) -> Iterator[Job]:
    """The jobs for all who want to know."""
    hooks = desk.config.hooks
    for program in listeners(hooks.folder, happening.type):
        if not disabled(desk, program.key, version=program.version):
            personal = program.name in hooks.personal
            yield _delivery(desk, job, happening, kind="hook", receiver=program.key, personal=personal)
    for webhook in hooks.webhooks:
        key = key_of(webhook)
        wanted = not webhook.events or happening.type in webhook.events
        if wanted and not disabled(desk, key, version=""):
            personal = EMAIL in webhook.personal
            yield _delivery(desk, job, happening, kind="webhook", receiver=key, personal=personal)


def _delivery(desk: Desk, job: Job, happening: Happening, *, kind: JobKind, receiver: str, personal: bool) -> Job:
    """The job for one receiver."""
    event = document_of(happening, desk=desk, personal=personal)
    return Job(
        id=f"{kind}:{happening.id}:{receiver}",
        kind=kind,
        site=job.site,
        item=job.item,
        due=desk.clock(),
        payload=written(Delivery(receiver=receiver, event=event)),
    )
