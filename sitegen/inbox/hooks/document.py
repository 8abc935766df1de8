"""An event as hooks and webhooks read it: contract v1, `v1.schema.json` beside this file.

Keys are only ever added. An e-mail address and what was typed into further fields go to nobody whom the settings do
not name; an IP address is not known here at all.
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources
from typing import Final

import msgspec
from msgspec import UNSET, UnsetType

from sitegen.inbox.desk import Desk
from sitegen.inbox.events import Happening
from sitegen.inbox.records import Item, State

API: Final = 1
EMAIL: Final = "email"
"""What the settings call the right to learn how a person can be reached."""


class EventSite(msgspec.Struct, frozen=True, kw_only=True):
    """Which website."""

    id: str
    url: str


class EventPost(msgspec.Struct, frozen=True, kw_only=True):
    """Which post; without address and title if the website no longer has it."""

    id: str
    url: str | None
    title: str | None


class EventAuthor(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote."""

    name: str
    website: str | None
    email: str | UnsetType = UNSET


class EventField(msgspec.Struct, frozen=True, kw_only=True):
    """One more field of a form."""

    label: str
    value: str


class EventDecision(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided."""

    by: str
    at: str
    note: str | None


class EventData(msgspec.Struct, frozen=True, kw_only=True):
    """What it is about. Which keys there are depends on `kind`."""

    kind: str
    id: str
    revision: int
    state: str
    previous_state: str | UnsetType | None = UNSET
    type: str | UnsetType = UNSET
    form: str | UnsetType = UNSET
    page: str | UnsetType = UNSET
    post: EventPost | UnsetType = UNSET
    parent_id: str | UnsetType | None = UNSET
    author: EventAuthor | UnsetType | None = UNSET
    text: str | UnsetType = UNSET
    html: str | UnsetType = UNSET
    fields: tuple[EventField, ...] | UnsetType = UNSET
    created: str | UnsetType = UNSET
    score: float | UnsetType = UNSET
    reasons: tuple[str, ...] | UnsetType = UNSET
    labels: tuple[str, ...] | UnsetType = UNSET
    decision: EventDecision | UnsetType | None = UNSET
    subject: str | UnsetType = UNSET


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document."""

    api: int = API
    id: str
    type: str
    timestamp: str
    attempt: int
    site: EventSite
    data: EventData


def document_of(happening: Happening, *, desk: Desk, personal: bool, attempt: int = 1) -> Event:
    """What a receiver is told of a happening; `personal` for one who may know the e-mail address and further fields.

    Raises ManifestUnavailableError, and KeyError for a site that the settings no longer have.
    """
    return Event(
        id=happening.id,
        type=happening.type,
        timestamp=instant(happening.at),
        attempt=attempt,
        site=EventSite(id=happening.site, url=desk.manifest(happening.site).url),
        data=_data_of(happening, desk=desk, personal=personal),
    )


def encoded(event: Event) -> bytes:
    """The bytes of an event: JSON in UTF-8."""
    return msgspec.json.encode(event)


def instant(moment: datetime) -> str:
    """`2026-01-02T10:11:12.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def schema() -> bytes:
    """The JSON Schema (2020-12) that every event of ours keeps to."""
    return (resources.files("sitegen.inbox.hooks") / "v1.schema.json").read_bytes()


def _data_of(happening: Happening, *, desk: Desk, personal: bool) -> EventData:
    """What the happening is about."""
    if happening.item is None:
        return _data_without_item(happening, personal=personal)
    item = happening.item
    data = EventData(
        kind="contact" if item.kind == "report" else item.kind,
        id=item.id,
        revision=item.revision,
        state=item.state,
        previous_state=happening.previous,
        author=_author_of(item, personal=personal),
        text="" if item.state is State.DELETED else item.text,
        created=instant(item.created),
        score=item.score,
        reasons=item.reasons,
        labels=item.labels,
        decision=_decision_of(item),
    )
    return _with_place(data, item, desk=desk) if item.kind == "comment" else _with_form(data, item, personal=personal)


def _data_without_item(happening: Happening, *, personal: bool) -> EventData:
    """What a happening is about that concerns a subscriber or the inbox itself."""
    if happening.subscriber is None:
        ulid = happening.id.removeprefix("evt_")
        return EventData(kind="system", id=ulid, revision=1, state="raised", subject=happening.subject)
    subscriber = happening.subscriber
    return EventData(
        kind="subscription",
        id=subscriber.id,
        revision=1,
        state=happening.type.partition(".")[2],
        form=subscriber.form,
        author=EventAuthor(name=subscriber.name, website=None, email=subscriber.email) if personal else None,
        created=instant(subscriber.asked),
    )


def _with_place(data: EventData, item: Item, *, desk: Desk) -> EventData:
    """A comment's post, and its text as the website will show it."""
    from sitegen.model.comments.text import comment_html

    post = desk.manifest(item.site).post(item.post)
    return msgspec.structs.replace(
        data,
        type=item.type,
        post=EventPost(id=item.post, url=post.url if post else None, title=post.title if post else None),
        parent_id=item.parent or None,
        html=str(comment_html(data.text)) if data.text else "",
    )


def _with_form(data: EventData, item: Item, *, personal: bool) -> EventData:
    """A contact's form. Further fields hold telephone numbers and the like: only for whom the settings name."""
    fields = tuple(EventField(label=label, value=value) for label, value in item.fields)
    shown = personal and item.state is not State.DELETED
    return msgspec.structs.replace(data, form=item.form, page=item.page, fields=fields if shown else UNSET)


def _author_of(item: Item, *, personal: bool) -> EventAuthor | None:
    """Who wrote it; nobody any more once it is deleted."""
    if item.state is State.DELETED:
        return None
    return EventAuthor(name=item.name, website=item.website or None, email=item.email if personal else UNSET)


def _decision_of(item: Item) -> EventDecision | None:
    """Who decided, if anybody has."""
    if item.decision is None:
        return None
    return EventDecision(by=item.decision.by, at=instant(item.decision.at), note=item.decision.note or None)
