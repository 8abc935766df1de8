"""The handler for mail jobs: has letters chosen, paces those to the owner, sends them all over one connection.

Nothing is lost when a mail cannot be sent: what it is about stays in the store, and the mail is tried for three days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Final

import msgspec

from sitegen.inbox.config import Mail
from sitegen.inbox.desk import Dead, Desk, Done, JobResult, Later, ManifestUnavailableError
from sitegen.inbox.mail import letters_to_owner, pacing, wording
from sitegen.inbox.mail.choosing import (
    Correspondence,
    letter_of,
    news_of,
    notice_of,
    order_of,
    when_asked,
    when_overviewed,
)
from sitegen.inbox.mail.composing import Letter, compose
from sitegen.inbox.mail.delivery import Delivered, Delivery, Postponed, Refused, Unbegun, deliver
from sitegen.inbox.records import Job
from sitegen.inbox.schedule import WAITS, retry_at, retry_without_end
from sitegen.model.forms.email import EmailError
from sitegen.text.ulids import is_ulid, time_of

_NO_MANIFEST_WAIT: Final = timedelta(minutes=2)
_ON_ITS_WAY: Final = timedelta(minutes=1)
"""What came in that shortly before may not have been in the store yet: rather told twice than never."""
_GIVES_UP_AFTER: Final = sum(WAITS, timedelta())


class _Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """A letter and the jobs that are done with it."""

    jobs: tuple[Job, ...]
    letter: Letter
    chosen: datetime
    """When the store was asked what to write."""


class _Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be sent, and what became of jobs for which nothing is sent now."""

    parcels: tuple[_Parcel, ...] = ()
    results: dict[str, JobResult] = {}


def post(desk: Desk, jobs: tuple[Job, ...]) -> tuple[JobResult, ...]:
    """Handle mail jobs."""
    server = desk.config.mail
    if server is None:
        return (Dead(error=wording.NO_SERVER),) * len(jobs)
    results: dict[str, JobResult] = {}
    parcels: list[_Parcel] = []
    for site in dict.fromkeys(job.site for job in jobs):
        chosen = _sorted_for(desk, site, [job for job in jobs if job.site == site])
        parcels.extend(chosen.parcels)
        results.update(chosen.results)
    results.update(_sent(desk, parcels, server))
    return tuple(results[job.id] for job in jobs)


def send_test(desk: Desk, site_id: str) -> str:
    """Write to the owner of a site at once; why that failed, as a sentence, or nothing.

    Raises KeyError for an unknown site and ManifestUnavailableError.
    """
    server, site = desk.config.mail, desk.site(site_id)
    manifest = desk.manifest(site_id)
    if server is None or site is None:
        return wording.NO_SERVER
    letter = letters_to_owner.probe_letter(manifest=manifest, owner=site.owner)
    try:
        message = compose(letter, sender=server.sender, job=f"mail:test:{desk.new_id()}", now=desk.clock())
    except EmailError:
        return wording.ADDRESS
    (delivery,) = deliver((message,), server=server, password=desk.secrets.smtp_password)
    return delivery.error if isinstance(delivery, Refused | Postponed) else ""


def _sorted_for(desk: Desk, site_id: str, jobs: Sequence[Job]) -> _Sorted:
    now = desk.clock()
    site = desk.site(site_id)
    if site is None:
        return _Sorted(results={job.id: Dead(error=wording.NO_SITE) for job in jobs})
    try:
        to = Correspondence(desk=desk, site=site, manifest=desk.manifest(site_id), now=now)
    except ManifestUnavailableError:
        due = now + _NO_MANIFEST_WAIT
        return _Sorted(results={job.id: Later(due=due, error=wording.NO_MANIFEST) for job in jobs})
    notices = [job for job in jobs if order_of(job).letter == "notice"]
    paced = _paced(notices, to)
    others = [(job, letter_of(job, to)) for job in jobs if job not in notices]
    parcels = tuple(_Parcel(jobs=(job,), letter=letter, chosen=now) for job, letter in others if letter)
    finished: dict[str, JobResult] = {job.id: Done() for job, letter in others if letter is None}
    return _Sorted(parcels=(*paced.parcels, *parcels), results={**paced.results, **finished})


def _paced(notices: Sequence[Job], to: Correspondence) -> _Sorted:
    """The notices for the owner, each by itself, all together, or later."""
    news = {job: told for job in notices if (told := news_of(job, to))}
    finished: dict[str, JobResult] = {job.id: Done() for job in notices if job not in news}
    match pacing.plan(len(news), _sent_lately(to.desk, to.site.id), to.now):
        case pacing.NotBefore(due=due):
            return _Sorted(results={**finished, **{job.id: Later(due=due, error="") for job in news}})
        case pacing.Together() if news:
            parcel = _Parcel(jobs=tuple(news), letter=notice_of(tuple(news.values()), to), chosen=to.now)
            return _Sorted(parcels=(parcel,), results=finished)
        case _:
            parcels = tuple(
                _Parcel(jobs=(job,), letter=notice_of((told,), to), chosen=to.now) for job, told in news.items()
            )
            return _Sorted(parcels=parcels, results=finished)


def _sent(desk: Desk, parcels: Sequence[_Parcel], server: Mail) -> dict[str, JobResult]:
    """Send the parcels; what became of each of their jobs."""
    composed = [(parcel, _composed(parcel, desk=desk, server=server)) for parcel in parcels]
    ready = [(parcel, message) for parcel, message in composed if message is not None]
    results: dict[str, JobResult] = {
        job.id: Dead(error=wording.ADDRESS) for parcel, message in composed if message is None for job in parcel.jobs
    }
    deliveries = deliver([message for _, message in ready], server=server, password=desk.secrets.smtp_password)
    for (parcel, _), delivery in zip(ready, deliveries, strict=True):
        results.update(_results(parcel, delivery, desk=desk))
    return results


def _composed(parcel: _Parcel, *, desk: Desk, server: Mail) -> EmailMessage | None:
    """The message; None where an address is none."""
    try:
        return compose(parcel.letter, sender=server.sender, job=parcel.jobs[0].id, now=desk.clock())
    except EmailError:
        return None


def _results(parcel: _Parcel, delivery: Delivery, *, desk: Desk) -> Iterator[tuple[str, JobResult]]:
    match delivery:
        case Delivered():
            _note_sent(parcel, desk)
            result: JobResult = Done()
        case Refused(error=error):
            result = Dead(error=error)
        case Postponed(error=error):
            result = _again(parcel.jobs[0], error, desk=desk)
        case Unbegun():
            result = Later(due=desk.clock(), error="")
    return ((job.id, result) for job in parcel.jobs)


def _again(job: Job, error: str, *, desk: Desk) -> JobResult:
    """Another attempt by the schedule.

    A notice that waited for its turn has used up attempts in which no server was asked: it has its three days all the
    same.
    """
    now = desk.clock()
    due = retry_at(job.attempt, now, desk.chance)
    if due is None and is_ulid(job.item) and time_of(job.item) + _GIVES_UP_AFTER > now:
        due = retry_without_end(job.attempt, now, desk.chance, longest=timedelta(hours=5))
    return Later(due=due, error=error) if due else Dead(error=error)


def _note_sent(parcel: _Parcel, desk: Desk) -> None:
    """Remember what the next letters depend on."""
    job, now = parcel.jobs[0], desk.clock()
    match order_of(job).letter:
        case "notice":
            sent = (*_sent_lately(desk, job.site), now)
            kept = pacing.recent(sent, now)[-pacing.MOST :]
            desk.store.note(_when_sent(job.site), msgspec.json.encode(kept).decode())
        case "suspected":
            desk.store.note(when_overviewed(job.site), (parcel.chosen - _ON_ITS_WAY).isoformat())
        case "confirmation":
            desk.store.note(when_asked(job.item), now.isoformat())
        case _:
            pass


def _sent_lately(desk: Desk, site_id: str) -> tuple[datetime, ...]:
    noted = desk.store.noted(_when_sent(site_id))
    return msgspec.json.decode(noted, type=tuple[datetime, ...]) if noted else ()


def _when_sent(site_id: str) -> str:
    return f"mail.sent:{site_id}"
