"""What the inbox keeps: items, their states, events about them, and jobs still to be done. Values only.

An item is one thing a visitor sent. Its state changes only by a transition of `TRANSITIONS`, each time as one
compare-and-set in the store together with the jobs it causes. No IP address, no user agent, ever.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

import msgspec

from sitegen.model.comments.comment import CommentType


class State(StrEnum):
    """Where an item stands."""

    PENDING = "pending"
    SUSPECTED = "suspected"
    APPROVED = "approved"
    PUBLISHED = "published"
    REJECTED = "rejected"
    SPAM = "spam"
    DELETED = "deleted"


ItemKind = Literal["comment", "contact", "report", "subscription"]
"""`contact` is every form but those for comments, reports and newsletters."""

TRANSITIONS: Final[dict[State, frozenset[State]]] = {
    State.PENDING: frozenset({State.APPROVED, State.REJECTED, State.SPAM, State.DELETED}),
    State.SUSPECTED: frozenset({State.PENDING, State.APPROVED, State.REJECTED, State.SPAM, State.DELETED}),
    State.APPROVED: frozenset({State.PUBLISHED, State.PENDING, State.REJECTED, State.SPAM, State.DELETED}),
    State.PUBLISHED: frozenset({State.PENDING, State.REJECTED, State.SPAM, State.DELETED}),
    State.REJECTED: frozenset({State.PENDING, State.APPROVED, State.SPAM, State.DELETED}),
    State.SPAM: frozenset({State.PENDING, State.APPROVED, State.REJECTED, State.DELETED}),
    State.DELETED: frozenset(),
}
"""From a state, where to. Back to `pending` is the undo button."""

PUBLIC: Final = frozenset({State.APPROVED, State.PUBLISHED})
"""States in which a comment is on the site or on its way there."""

WAITING: Final = frozenset({State.PENDING, State.SUSPECTED})
"""States in which nobody has decided yet."""

EventType = Literal[
    "comment.submitted",
    "comment.approved",
    "comment.rejected",
    "comment.spam",
    "comment.edited",
    "comment.deleted",
    "comment.published",
    "contact.submitted",
    "subscription.confirmed",
    "subscription.removed",
    "queue.flood",
    "publish.failed",
    "hook.disabled",
]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided, and when."""

    by: str
    """`link`, `cli`, `forget`, `hook:NAME`."""
    at: datetime
    """UTC."""
    note: str = ""


def is_program(by: str) -> bool:
    """Whether rules decide under this name rather than a person."""
    return by.startswith("hook:")


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a visitor sent, or the owner's answer to a comment. All times UTC."""

    id: str
    """ULID."""
    site: str
    kind: ItemKind
    form: str
    state: State
    revision: int = 1
    """Rises with every change; a change names the revision it was made from."""
    created: datetime
    changed: datetime
    type: CommentType = "comment"
    post: str = ""
    parent: str = ""
    page: str = ""
    """URL path of the page that held the form."""
    name: str = ""
    email: str = ""
    website: str = ""
    text: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """Label and value of everything else, in the order of the form."""
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    """Why the score is what it is: names of rules."""
    labels: tuple[str, ...] = ()
    decision: Decision | None = None

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of SHA-256 of the text: what a link to the review page was made for."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


JobKind = Literal["mail", "event", "hook", "webhook", "publish", "probe"]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """Something still to be done, kept until it is: at least once."""

    id: str
    """Made from what it is about (`mail:submitted:ULID`), so that the same job is never there twice."""
    kind: JobKind
    site: str
    item: str = ""
    """ULID of the item it is about; empty for none."""
    due: datetime
    """UTC; not before."""
    attempt: int = 0
    """How often it was tried."""
    payload: str = ""
    """JSON, as the handler of this kind wants it."""
    error: str = ""
    """Why it failed the last time, for `status`."""
    dead: bool = False
    """Given up; kept to be shown."""


class Subscriber(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who asked for a newsletter."""

    id: str
    site: str
    form: str
    email: str
    name: str = ""
    asked: datetime
    confirmed: datetime | None = None
    """The proof of consent: when the link in the mail was used."""
