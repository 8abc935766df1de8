"""What the owner can do with what came in: approve, answer, reject, undo … The one way by which states change.

Each step is one compare-and-set in the store together with the jobs it causes, so of two people who decide at the same
time one wins and the other is told. Who may decide is for the door to say; nothing here publishes, mails or calls
a hook, that is done by the jobs.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from sitegen.inbox.desk import Desk
from sitegen.inbox.events import event_job
from sitegen.inbox.fingerprints import duplicate_fingerprint, sender_traits
from sitegen.inbox.learning import learn, remember_blocked
from sitegen.inbox.publishing.jobs import publish_job
from sitegen.inbox.records import PUBLIC, TRANSITIONS, Decision, EventType, Item, Job, State, is_program
from sitegen.inbox.wishes import Wish, checked_answer, checked_edit
from sitegen.model.forms.form import COMMENT_FORM, Fault

OutcomeKind = Literal["done", "already", "gone", "changed", "not_allowed", "faulty"]
"""`already`: it stands there already, see `item.decision` · `gone`: there is no such item any more · `changed`: it is
not as the person who decided saw it · `not_allowed`: nothing of this kind can go there · `faulty`: see `faults`."""

_TRIES: Final = 5
"""How often a step is tried again when somebody else was quicker, yet nothing speaks against it."""

_EVENTS: Final[dict[State, EventType]] = {
    State.APPROVED: "comment.approved",
    State.REJECTED: "comment.rejected",
    State.SPAM: "comment.spam",
    State.PENDING: "comment.edited",
    State.DELETED: "comment.deleted",
}
"""What reaching a state is called. There is no event of its own for going back to the queue."""

_ANSWERS_FOLLOW: Final[dict[State, tuple[frozenset[State], State]]] = {
    State.APPROVED: (frozenset({State.PENDING}), State.APPROVED),
    State.PENDING: (PUBLIC, State.PENDING),
    State.REJECTED: (PUBLIC | {State.PENDING}, State.REJECTED),
    State.SPAM: (PUBLIC | {State.PENDING}, State.REJECTED),
}
"""When a comment gets there, from where to where its owner's answers go. Below a tombstone they keep their place."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a step."""

    kind: OutcomeKind
    item: Item | None = None
    """The item as it stands now; None if there is none."""
    answer: Item | None = None
    """The owner's answer, if the step made one."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the text that was typed."""
    blocked: bool = False
    """Whether the sender is blocked now; without e-mail address and website nobody can tell senders apart."""


class _Step(msgspec.Struct, frozen=True, kw_only=True):
    """A way to another state."""

    to: State
    by: str
    note: str = ""
    revision: int = 0
    reply: str = ""


def approve(desk: Desk, item_id: str, *, by: str, reply: str = "", revision: int = 0) -> Outcome:
    """Let a comment be published; with `reply`, the owner's answer along with it, both or neither.

    `revision` is the one that was looked at; 0 takes any. `by` is what stands in `Decision.by`.
    """
    clean, faults = checked_answer(reply) if reply else ("", ())
    if faults:
        return Outcome(kind="faulty", item=desk.store.item(item_id), faults=faults)
    step = _Step(to=State.APPROVED, by=by, revision=revision, reply=clean)
    return _take(desk, item_id, step)


def reject(desk: Desk, item_id: str, *, by: str, note: str = "", revision: int = 0) -> Outcome:
    """Do not publish it; what is published is withdrawn."""
    return _take(desk, item_id, _Step(to=State.REJECTED, by=by, note=note, revision=revision))


def mark_spam(desk: Desk, item_id: str, *, by: str, revision: int = 0) -> Outcome:
    """Call it spam and remember by what it is known."""
    return _take(desk, item_id, _Step(to=State.SPAM, by=by, revision=revision))


def undo(desk: Desk, item_id: str, *, by: str) -> Outcome:
    """Back to the queue, whatever was decided; what was learnt from the decision is forgotten."""
    return _take(desk, item_id, _Step(to=State.PENDING, by=by))


def delete(desk: Desk, item_id: str, *, by: str, revision: int = 0) -> Outcome:
    """Take everything out of it that was sent; its id and place stay, for the tombstone on the site."""
    return _take(desk, item_id, _Step(to=State.DELETED, by=by, revision=revision))


def block_sender(desk: Desk, item_id: str, *, by: str, revision: int = 0) -> Outcome:
    """Call it spam and treat whatever its sender sends later as suspected."""
    before = desk.store.item(item_id)
    outcome = mark_spam(desk, item_id, by=by, revision=revision)
    if before is None or outcome.kind not in {"done", "already"}:
        return outcome
    remember_blocked(desk, before)
    return replace(outcome, blocked=bool(sender_traits(before)))


def edit(desk: Desk, item_id: str, wish: Wish, *, revision: int = 0) -> Outcome:
    """Change name, website and text of a comment; its state stays, its revision rises."""
    item = desk.store.item(item_id)
    obstacle = _obstacle_to_edit(item, revision)
    if item is None or obstacle:
        return Outcome(kind=obstacle or "gone", item=item)
    clean, faults = checked_edit(wish)
    if faults:
        return Outcome(kind="faulty", item=item, faults=faults)
    typed = replace(item, name=clean.name, website=clean.website, text=clean.text)
    if typed == item:
        return Outcome(kind="already", item=item)
    after = replace(typed, revision=item.revision + 1, changed=desk.clock())
    if desk.store.change(item, after, jobs=_jobs(desk, item, after, event="comment.edited")):
        return Outcome(kind="done", item=after)
    return Outcome(kind="changed", item=desk.store.item(item_id))


def _obstacle_to_edit(item: Item | None, revision: int) -> OutcomeKind | None:
    if item is None or item.state is State.DELETED:
        return "gone"
    if item.kind != "comment":
        return "not_allowed"
    return "changed" if revision not in {0, item.revision} else None


def answer(desk: Desk, item_id: str, *, by: str, text: str) -> Outcome:
    """Publish the owner's answer to a comment that is approved. Sent twice, it is there once."""
    item = desk.store.item(item_id)
    if item is None or item.state is State.DELETED:
        return Outcome(kind="gone", item=item)
    if item.kind != "comment" or item.state not in PUBLIC:
        return Outcome(kind="not_allowed", item=item)
    clean, faults = checked_answer(text)
    if faults:
        return Outcome(kind="faulty", item=item, faults=faults)
    reply = _answer_to(desk, item, by=by, text=clean)
    same = duplicate_fingerprint(reply, key=desk.secrets.keys[0])
    kept = desk.store.admit(reply, duplicate_of=same, jobs=_birth_jobs(desk, reply))
    return Outcome(kind="done" if kept == reply.id else "already", item=item, answer=desk.store.item(kept))


def _take(desk: Desk, item_id: str, step: _Step) -> Outcome:
    """Take a step, again if somebody else was quicker and the caller named no revision."""
    outcome = _try(desk, item_id, step)
    for _ in range(_TRIES):
        if outcome.kind != "changed" or step.revision:
            break
        outcome = _try(desk, item_id, step)
    is_withdrawn = outcome.kind == "already" and step.to is not State.APPROVED
    if outcome.item and (outcome.kind == "done" or is_withdrawn):
        _take_answers_along(desk, outcome.item, step)
    return outcome


def _take_answers_along(desk: Desk, item: Item, step: _Step) -> None:
    """Let the owner's answers follow: alone on the page, they would answer nobody.

    Each is a change of its own. If the inbox dies in between, the same step taken again sees to the rest.
    """
    if item.kind != "comment" or item.state not in _ANSWERS_FOLLOW:
        return
    since, then = _ANSWERS_FOLLOW[item.state]
    if step.reply:  # a new answer takes the place of one that was taken back
        then = State.REJECTED
    comments = desk.store.items(site=item.site, kinds=["comment"], states=since)
    for reply in comments:
        if reply.parent == item.id and reply.type == "owner_reply":
            _try(desk, reply.id, _Step(to=then, by=step.by, revision=reply.revision))


def _try(desk: Desk, item_id: str, step: _Step) -> Outcome:
    before = desk.store.item(item_id)
    if before is None:
        return Outcome(kind="gone")
    obstacle = _obstacle(before, step)
    if obstacle:
        return Outcome(kind=obstacle, item=before)
    after = _decided(desk, before, step)
    reply = _answer_to(desk, after, by=step.by, text=step.reply) if step.reply else None
    jobs = (*_jobs(desk, before, after, event=_EVENTS[step.to]), *(_birth_jobs(desk, reply) if reply else ()))
    if not desk.store.change(before, after, jobs=jobs, also=(reply,) if reply else ()):
        return Outcome(kind="changed", item=desk.store.item(item_id))
    if not is_program(step.by):  # or rules would confirm themselves
        learn(desk, before, to=step.to)
    return Outcome(kind="done", item=after, answer=reply)


def _obstacle(item: Item, step: _Step) -> OutcomeKind | None:
    """Why a step cannot be taken from here."""
    if item.state is step.to or (step.to is State.APPROVED and item.state in PUBLIC):
        return "already"
    if item.state is State.DELETED:
        return "gone"
    if step.revision not in {0, item.revision}:
        return "changed"
    if step.to not in TRANSITIONS[item.state] or (step.to is State.APPROVED and item.kind != "comment"):
        return "not_allowed"
    return None


def _decided(desk: Desk, before: Item, step: _Step) -> Item:
    now = desk.clock()
    decision = None if step.to is State.PENDING else Decision(by=step.by, at=now, note=step.note)
    after = replace(before, state=step.to, revision=before.revision + 1, changed=now, decision=decision)
    return emptied(after) if step.to is State.DELETED else after


def emptied(item: Item) -> Item:
    """The item without anything that was sent: what keeps its place."""
    return replace(item, name="", email="", website="", text="", fields=(), reasons=(), labels=(), score=0.0)


def _answer_to(desk: Desk, item: Item, *, by: str, text: str) -> Item:
    """Raises ManifestUnavailableError where the owner's name stands in the manifest alone, and that cannot be read."""
    site = desk.site(item.site)
    now = desk.clock()
    return Item(
        id=desk.new_id(),
        site=item.site,
        kind="comment",
        form=COMMENT_FORM,
        state=State.APPROVED,
        created=now,
        changed=now,
        type="owner_reply",
        post=item.post,
        parent=item.id,
        page=item.page,
        name=site.name if site and site.name else desk.manifest(item.site).owner,
        text=text,
        decision=Decision(by=by, at=now),
    )


def _jobs(desk: Desk, before: Item, after: Item, *, event: EventType) -> tuple[Job, ...]:
    """What a change causes: one event, and work for the publisher if the site is to look different."""
    if after.kind != "comment":
        return ()
    told = event_job(event, after, desk=desk, previous=before.state)
    if before.state in PUBLIC or after.state in PUBLIC:
        return (told, publish_job(after, desk=desk))
    return (told,)


def _birth_jobs(desk: Desk, reply: Item) -> tuple[Job, ...]:
    return event_job("comment.approved", reply, desk=desk, previous=None), publish_job(reply, desk=desk)
