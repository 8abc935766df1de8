"""Somebody wants to be forgotten (Art. 17 GDPR): by e-mail address, or one thing that was sent by its id.

What is here goes at once and for good. A comment on the site is withdrawn by the publisher; until that has happened an
emptied item keeps its place. What lies elsewhere and has to be done by hand is named, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final, Literal

import msgspec
from msgspec.structs import replace

from sitegen.inbox.desk import Desk
from sitegen.inbox.events import event_job
from sitegen.inbox.learning import forget_address, forget_item
from sitegen.inbox.moderation import emptied
from sitegen.inbox.publishing.jobs import publish_job
from sitegen.inbox.records import PUBLIC, Decision, Item, State, Subscriber
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.model.comments.comment import comment_path
from sitegen.model.forms.email import EmailError, mail_address
from sitegen.text.ulids import is_ulid

Remainder = Literal["mailbox", "git_history", "backups", "receivers", "answers"]
"""Where something of a person may still be: notices in the owner's mailbox · older versions of the file in git · copies
of the database · those whom hooks and webhooks have told · the owner's answers, which may name the person."""

_TRIES: Final = 5
_TYPED: Final = frozenset({"name", "email", "website", "text", "html", "fields"})
"""Keys of items, subscribers and events under which stands what somebody typed."""


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """What went, and what has to be done by hand."""

    items: int = 0
    subscriptions: int = 0
    jobs: int = 0
    withdrawn: tuple[str, ...] = ()
    """Files of comments that the publisher now takes out of the site, relative to it."""
    remains: tuple[Remainder, ...] = ()


def forget(desk: Desk, who: str) -> Forgotten:
    """Erase everything about an e-mail address, or one item by its id, from the store and its disk.

    Broken off, it can be begun again. Raises StoreUnavailableError.
    """
    items = tuple(_items_of(desk, who))
    subscribers = tuple(_subscribers_of(desk, who))
    waiting = {job.item for job in desk.store.jobs(kinds=["publish"])}
    jobs = _drop_jobs(desk, who, items, subscribers)
    answers = _have_answers(desk, items)
    withdrawn = tuple(path for item in items for path in _forget_item(desk, item, has_file=item.id in waiting))
    for spelling in spellings(who):
        forget_address(desk, spelling)
    for subscriber in subscribers:
        desk.store.unsubscribe(subscriber.id, jobs=())
    jobs += _drop_jobs(desk, who, items, subscribers)  # what a worker made of the others meanwhile
    desk.store.compact()
    return Forgotten(
        items=len(items),
        subscriptions=len(subscribers),
        jobs=jobs,
        withdrawn=withdrawn,
        remains=tuple(_remains(desk, items, subscribers, withdrawn=withdrawn, answers=answers)),
    )


def spellings(email: str) -> frozenset[str]:
    """The address as typed and as mail has it: either may have been kept."""
    typed = email.strip()
    try:
        return frozenset({typed, mail_address(typed)})
    except EmailError:
        return frozenset({typed})


def _items_of(desk: Desk, who: str) -> Iterator[Item]:
    if is_ulid(who):
        item = desk.store.item(who)
        yield from (item,) if item else ()
    elif who.strip():
        for spelling in sorted(spellings(who)):
            yield from desk.store.items(email=spelling)


def _subscribers_of(desk: Desk, who: str) -> Iterator[Subscriber]:
    if is_ulid(who):
        subscriber = desk.store.subscriber(who)
        yield from (subscriber,) if subscriber else ()
    elif who.strip():
        for spelling in sorted(spellings(who)):
            yield from desk.store.subscribers(email=spelling)


def _drop_jobs(desk: Desk, who: str, items: tuple[Item, ...], subscribers: tuple[Subscriber, ...]) -> int:
    """Forget the jobs that repeat what these people sent, as it is or as it once was, and any that names the address.

    Others stay: one of them may be a withdrawal, or tell of one.
    """
    theirs = {item.id for item in items} | {subscriber.id for subscriber in subscribers}
    address = _address_in(spellings(who)) if "@" in who else None
    dropped = 0
    for job in desk.store.jobs():
        texts = (job.id, job.error, *_texts_in(job.payload))
        named = address is not None and any(address.search(text) for text in texts)
        if named or (job.item in theirs and _repeats(job.payload)):
            desk.store.finish(job.id)
            dropped += 1
    return dropped


def _address_in(addresses: Collection[str]) -> re.Pattern[str]:
    """Finds one of the addresses, but not the end or the beginning of a longer one."""
    either = "|".join(map(re.escape, sorted(addresses)))
    return re.compile(rf"(?<![\w.!#$%&'*+/=?^`{{|}}~-])(?:{either})(?![\w-]|\.\w)", re.IGNORECASE)


def _repeats(payload: str) -> bool:
    """Whether a JSON document holds something of what a person typed: events do, and what is made of them."""
    return any(
        value and key in _TYPED
        for group in _parts_of(payload)
        if isinstance(group, dict)
        for key, value in group.items()
    )


def _texts_in(payload: str) -> Iterator[str]:
    """Every text of a JSON document, the whole of what is none."""
    return (part for part in _parts_of(payload) if isinstance(part, str))


def _parts_of(payload: str) -> Iterator[object]:
    """A JSON document and everything in it; the text itself of what is none."""
    try:
        rest = [msgspec.json.decode(payload)]
    except msgspec.DecodeError:
        rest = [payload]
    while rest:
        part = rest.pop()
        yield part
        match part:
            case list() as values:
                rest += values
            case dict() as group:
                rest += group.values()


def _forget_item(desk: Desk, item: Item, *, has_file: bool) -> tuple[str, ...]:
    """Erase an item, or empty it until its file is gone; the files to go."""
    forget_item(desk, item)
    current: Item | None = item
    for _ in range(_TRIES):
        if current is None:
            return ()
        if current.kind != "comment" or not (has_file or current.state in PUBLIC):
            desk.store.erase(current.id)
            return ()
        if _empty(desk, current):
            return (comment_path(current.post, current.id),)
        current = desk.store.item(item.id)
    raise StoreUnavailableError("somebody else keeps changing what is to be forgotten")


def _empty(desk: Desk, item: Item) -> bool:
    now = desk.clock()
    gone = replace(emptied(item), state=State.DELETED, revision=item.revision + 1, changed=now)
    gone = replace(gone, decision=Decision(by="forget", at=now))
    told = event_job("comment.deleted", gone, desk=desk, previous=item.state)
    return desk.store.change(item, gone, jobs=(told, publish_job(gone, desk=desk)))


def _have_answers(desk: Desk, items: tuple[Item, ...]) -> bool:
    parents = {item.id for item in items}
    sites = {item.site for item in items if item.kind == "comment"}
    return any(answer.parent in parents for site in sites for answer in desk.store.items(site=site, kinds=["comment"]))


def _remains(
    desk: Desk,
    items: tuple[Item, ...],
    subscribers: tuple[Subscriber, ...],
    *,
    withdrawn: tuple[str, ...],
    answers: bool,
) -> Iterator[Remainder]:
    if not (items or subscribers):
        return
    if desk.config.mail:
        yield "mailbox"
    if withdrawn and any(site.publish.to == "git" for site in desk.config.sites):
        yield "git_history"
    yield "backups"
    if desk.config.hooks.folder or desk.config.hooks.webhooks:
        yield "receivers"
    if answers:
        yield "answers"
