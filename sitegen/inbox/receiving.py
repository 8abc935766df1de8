"""What becomes of a form that was sent: the whole way from pairs of names and values to a row in the store.

Site → manifest → spec → answers → may it be said here → judge → quota → decision hooks → kept, with everything that has
to follow (events, mails) in one transaction. Only then is the sender led on, and only to the address in the manifest:
never to one from the request. A message is never lost: whatever it looks like, it is kept or its sender is told.

It knows nothing of HTTP; who sent it is an address that is used for counting and forgotten.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from sitegen.inbox.capacity import Capacity
from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.events import arrival_jobs, system_job
from sitegen.inbox.fingerprints import duplicate_fingerprint
from sitegen.inbox.hooks.decisions import HookDecision, ask_hooks
from sitegen.inbox.judging.evidence import OriginEvidence
from sitegen.inbox.judging.gathering import gather, text_digest
from sitegen.inbox.judging.origins import origin_evidence, own_origins
from sitegen.inbox.judging.timing import Insisting, insists
from sitegen.inbox.judging.verdict import Judgement, judge
from sitegen.inbox.limits import Address, Gate, Quota
from sitegen.inbox.mail.notices import alerts_of, confirmation_of, notices_of
from sitegen.inbox.publishing.jobs import publish_job
from sitegen.inbox.records import PUBLIC, Item, Job, State, Subscriber
from sitegen.inbox.sent import item_of
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.model.forms.answers import UnknownFieldError, answers_for
from sitegen.model.forms.form import DECLARATIONS, PARENT_FIELD, POST_FIELD, TIME_FIELD, Answers, FormSpec
from sitegen.model.inbox_manifest import InboxManifest, ManifestPost
from sitegen.text.ulids import is_ulid

_LOG: Final = logging.getLogger("sitegen.inbox")

FULL_WAIT: Final = timedelta(minutes=10)
UNAVAILABLE_WAIT: Final = timedelta(minutes=2)

_ASKED_BACK: Final = frozenset({"comment", "newsletter"})
"""Kinds of form whose sender is asked once more when in doubt. A message or a report is kept, however it looks."""
_DOUBTFUL_ORIGINS: Final[frozenset[OriginEvidence]] = frozenset({"hidden", "foreign"})


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to let something in."""

    desk: Desk
    gate: Gate
    capacity: Capacity


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A form as it arrived."""

    site: str
    form: str
    pairs: tuple[tuple[str, str], ...]
    origin: str | None
    """The header Origin; None if there was none."""
    fetch_site: str | None
    """The header Sec-Fetch-Site."""
    sender: Address | None


class NotThere(msgspec.Struct, frozen=True):
    """No such site, form, post or comment."""


class Unreadable(msgspec.Struct, frozen=True):
    """It holds fields that the form does not have."""


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """The post takes no more comments."""

    spec: FormSpec
    post: ManifestPost
    values: dict[str, str]


class Faulty(msgspec.Struct, frozen=True, kw_only=True):
    """Something is missing or wrong; nothing is kept."""

    spec: FormSpec
    answers: Answers


class Doubtful(msgspec.Struct, frozen=True, kw_only=True):
    """Its sender is asked once more."""

    spec: FormSpec
    values: dict[str, str]
    again: bool
    """Whether that had been confirmed already, but too fast or too late."""


class Full(msgspec.Struct, frozen=True, kw_only=True):
    """There is no room now; nothing is kept, and the sender may come back."""

    why: Literal["full", "often", "unavailable"]
    wait: timedelta
    spec: FormSpec | None = None
    """None where not even the form is known."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """It is in the store."""

    url: str
    """Where its sender is led."""


Reception = NotThere | Unreadable | Closed | Faulty | Doubtful | Full | Kept


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    """A form without faults, on its way in."""

    sent: Sent
    manifest: InboxManifest
    spec: FormSpec
    values: dict[str, str]
    origin: OriginEvidence

    @property
    def quota(self) -> Quota:
        return "comment" if self.spec.kind == "comment" else "contact"


def receive(door: Door, sent: Sent) -> Reception:
    """Keep what was sent, or say why not. Never raises for anything a visitor can cause."""
    site = door.desk.site(sent.site)
    if site is None:
        return NotThere()
    try:
        manifest = door.desk.manifests.of(site)
    except ManifestUnavailableError:
        return Full(why="unavailable", wait=UNAVAILABLE_WAIT)
    spec = manifest.form(sent.form)
    if spec is None:
        return NotThere()
    if is_behind(door.desk.clock(), manifest):
        _LOG.error("inbox: the clock is behind the newest post of %s", site.id)
        return Full(why="unavailable", wait=UNAVAILABLE_WAIT, spec=spec)
    own = own_origins(door.desk.config, site, manifest)
    origin = origin_evidence(sent.origin, sent.fetch_site, own=own)
    try:
        return _read(door, sent, manifest=manifest, spec=spec, origin=origin)
    except StoreUnavailableError:
        return Full(why="unavailable", wait=UNAVAILABLE_WAIT, spec=spec)


def _read(door: Door, sent: Sent, *, manifest: InboxManifest, spec: FormSpec, origin: OriginEvidence) -> Reception:
    try:
        answers = answers_for(spec, sent.pairs)
    except UnknownFieldError:
        return Unreadable()
    case = _Case(sent=sent, manifest=manifest, spec=spec, values=answers.values, origin=origin)
    obstacle = _obstacle(door.desk, case)
    if obstacle:
        return obstacle
    return Faulty(spec=spec, answers=answers) if answers.faults else _let_in(door, case)


def is_behind(now: datetime, manifest: InboxManifest) -> bool:
    """Whether the clock must be wrong: links and dates made by it would be, too."""
    return manifest.newest is not None and now < manifest.newest


def is_open(post: ManifestPost, now: datetime) -> bool:
    """Whether a post takes comments."""
    return not post.closed and (post.open_until is None or now < post.open_until)


def _obstacle(desk: Desk, case: _Case) -> NotThere | Closed | None:
    """Why nothing may be said here: about a post or a comment that is not there, or that is closed."""
    if case.spec.kind not in {"comment", "report"}:
        return None
    post = case.manifest.post(case.values.get(POST_FIELD, ""))
    parent = case.values.get(PARENT_FIELD, "")
    if post is None or (parent and not may_be_meant(desk, parent, site=case.sent.site, post=post.id)):
        return NotThere()
    if case.spec.kind == "comment" and not is_open(post, desk.clock()):
        return Closed(spec=case.spec, post=post, values=case.values)
    return None


def may_be_meant(desk: Desk, comment_id: str, *, site: str, post: str) -> bool:
    """Whether a comment can be answered or reported. One that the inbox does not know may stand in the site's files."""
    if not is_ulid(comment_id):
        return False
    item = desk.store.item(comment_id)
    return item is None or ((item.site, item.post, item.kind) == (site, post, "comment") and item.state in PUBLIC)


def _let_in(door: Door, case: _Case) -> Reception:
    desk, sent = door.desk, case.sent
    now = desk.clock()
    if not door.capacity.has_room(case.quota):
        return Full(why="full", wait=FULL_WAIT, spec=case.spec)
    confirmed = insists(desk, case.values.get(TIME_FIELD, ""), site=sent.site, form=case.spec.name, values=case.values)
    item = item_of(case.spec, case.values, item_id=desk.new_id(), site=sent.site, state=State.PENDING, now=now)
    evidence = gather(
        desk,
        door.gate,
        item=item,
        spec=case.spec,
        values=case.values,
        origin=case.origin,
        confirmed=confirmed != "no",
    )
    # A declaration takes effect by arriving: nothing that is guessed about its sender may hold it back.
    judgement = Judgement(score=0.0, reasons=()) if case.spec.kind in DECLARATIONS else judge(evidence)
    if _is_asked_back(case, judgement, confirmed):
        return Doubtful(spec=case.spec, values=case.values, again=confirmed == "again")
    wait = door.gate.take(case.quota, sent.sender, now=now)
    if wait is not None:
        return Full(why="often", wait=wait, spec=case.spec)
    if case.spec.kind == "newsletter":
        _subscribe(desk, item)
    else:
        _keep(door, item, judgement, spec=case.spec)
    return Kept(url=case.spec.thanks_url)


def _is_asked_back(case: _Case, judgement: Judgement, confirmed: Insisting) -> bool:
    if case.spec.kind not in _ASKED_BACK or confirmed == "yes":
        return False
    return confirmed == "again" or judgement.is_suspicious or case.origin in _DOUBTFUL_ORIGINS


def _keep(door: Door, item: Item, judgement: Judgement, *, spec: FormSpec) -> None:
    """Ask the hooks and keep the item with everything that follows; a repetition of the same is there once.

    No hook decides about a declaration; they hear of it afterwards.
    """
    desk = door.desk
    judged = replace(
        item,
        state=State.SUSPECTED if judgement.is_suspicious else State.PENDING,
        score=judgement.score,
        reasons=judgement.reasons,
    )
    decision = _undecided(judged) if spec.kind in DECLARATIONS else ask_hooks(desk, judged)
    kept = decision.item
    jobs = (
        *arrival_jobs(kept, desk=desk),
        *notices_of(kept, desk=desk),
        *decision.jobs,
        *((publish_job(kept, desk=desk),) if kept.state is State.APPROVED else ()),
        *(_flood_jobs(door, item.site) if "flood" in judgement.reasons else ()),
    )
    same = duplicate_fingerprint(item, key=desk.secrets.keys[0])
    if desk.store.admit(kept, duplicate_of=same, jobs=jobs) == kept.id:
        quota: Quota = "comment" if item.kind == "comment" else "contact"
        door.gate.count_kept(item.site, quota, text_digest(item), now=desk.clock())
        door.capacity.one_more(quota)


def _undecided(item: Item) -> HookDecision:
    return HookDecision(verdict="none", item=item)


def _flood_jobs(door: Door, site: str) -> tuple[Job, ...]:
    """Tell the owner and the hooks once an hour that more comes in than the site takes without asking back."""
    if not door.gate.is_news(site, now=door.desk.clock()):
        return ()
    told = system_job("queue.flood", site=site, subject="comments", desk=door.desk)
    return told, *alerts_of("queue.flood", site=site, desk=door.desk)


def _subscribe(desk: Desk, item: Item) -> None:
    """Keep who asked for a newsletter and write to them; whoever asks again is written to again until they confirm."""
    asked = Subscriber(id=item.id, site=item.site, form=item.form, email=item.email, name=item.name, asked=item.created)
    mails = (confirmation_of(asked, desk=desk),) if desk.config.mail else ()
    kept = desk.store.subscribe(asked, jobs=mails)
    if kept.id != asked.id and kept.confirmed is None and desk.config.mail:
        desk.store.add_jobs((confirmation_of(kept, desk=desk),))
