"""What a review page shows: an item as the owner sees it, and what can be done with it. Pure; it decides nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

import msgspec
from markupsafe import Markup

from sitegen.inbox.config import InboxConfig
from sitegen.inbox.records import PUBLIC, Item, State
from sitegen.inbox.web.pages import Link
from sitegen.inbox.wording import MESSAGE_STATES, STATES, reason_sentence, tell
from sitegen.model.comments.comment import comment_anchor
from sitegen.model.comments.text import comment_html, plain_text
from sitegen.model.forms.form import Fault
from sitegen.model.inbox_manifest import InboxManifest
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN, Moment, long_date

Action = Literal["approve", "approve_and_reply", "reply", "edit", "reject", "spam", "block", "delete", "undo"]

_DECIDERS: Final = {"link": "by_link", "cli": "by_cli", "forget": "by_forget"}
_SMALL: Final[frozenset[Action]] = frozenset({"reject", "spam", "block", "delete", "undo"})
_COMMENT_ACTIONS: Final[dict[State, tuple[Action, ...]]] = {
    State.PENDING: ("approve", "approve_and_reply", "edit", "reject", "spam", "block"),
    State.SUSPECTED: ("approve", "approve_and_reply", "edit", "reject", "spam", "block"),
    State.APPROVED: ("reply", "edit", "undo", "reject", "spam", "block", "delete"),
    State.PUBLISHED: ("reply", "edit", "undo", "reject", "spam", "block", "delete"),
    State.REJECTED: ("undo", "approve", "delete"),
    State.SPAM: ("undo", "approve", "delete"),
    State.DELETED: (),
}
_OTHER_ACTIONS: Final[dict[State, tuple[Action, ...]]] = {
    State.PENDING: ("spam", "block", "delete"),
    State.SUSPECTED: ("undo", "spam", "block", "delete"),
    State.SPAM: ("undo", "delete"),
}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner has typed into the page and must not type again."""

    reply: str = ""
    name: str = ""
    website: str = ""
    text: str = ""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What the page says at the top, after something was done or tried."""

    sentence: str
    is_fault: bool = False
    more: str = ""
    link: str = ""
    faults: tuple[Fault, ...] = ()
    """About what the owner has typed."""


class ReviewPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the template needs, ready to be shown."""

    title: str
    item: Item
    received: str
    state: str
    actions: tuple[Action, ...]
    post: Link | None
    preview: Markup
    """How a comment is shown on the site; empty where that is just as it was typed."""
    reasons: tuple[str, ...]
    score: str
    owner: str
    days: int
    parent: Item | None
    parent_review: str
    """Address where the comment that is answered or reported can be looked at; empty where it is not here."""
    said: Said | None
    is_edited: bool
    is_editing: bool
    """Whether the owner is in the middle of changing the text."""
    typed: Typed

    @property
    def is_due(self) -> bool:
        """Whether a comment waits for a decision."""
        return "approve_and_reply" in self.actions

    @property
    def small_actions(self) -> tuple[tuple[Action, str], ...]:
        """Buttons that need nothing typed, with what stands on them."""
        return tuple((action, _label(action, self.item)) for action in self.actions if action in _SMALL)

    @property
    def hints(self) -> tuple[str, ...]:
        """What is good to know about these buttons."""
        wanted = {
            "undo_hint": "undo" in self.actions and self.item.kind == "comment",
            "spam_hint": "spam" in self.actions,
            "deleting_hint": "delete" in self.actions,
        }
        own = tuple(tell(key) for key, is_wanted in wanted.items() if is_wanted)
        return own if self.item.kind == "comment" else (*own, tell("tidying_hint", days=self.days))


def review_page(
    item: Item,
    *,
    config: InboxConfig,
    manifest: InboxManifest | None,
    parent: Item | None = None,
    parent_review: str = "",
    said: Said | None = None,
    is_edited: bool = False,
    is_editing: bool = False,
    typed: Typed | None = None,
) -> ReviewPage:
    """The page about an item."""
    language = manifest.language if manifest else Language.DE
    post = manifest.post(item.post) if manifest and item.post else None
    kept = Typed(name=item.name, website=item.website, text=item.text)
    return ReviewPage(
        title=_title(item),
        item=item,
        received=moment_text(item.created, language),
        state=state_text(item, language),
        actions=actions_of(item),
        post=Link(url=post.url, label=post.title) if post else None,
        preview=_preview(item),
        reasons=tuple(reason_sentence(name) for name in item.reasons),
        score=f"{item.score:.1f}".replace(".", ",").removesuffix(",0"),
        owner=owner_name(item, config, manifest),
        days=config.retention.contacts,
        parent=parent,
        parent_review=parent_review,
        said=said,
        is_edited=is_edited,
        is_editing=is_editing,
        typed=typed or kept,
    )


def actions_of(item: Item) -> tuple[Action, ...]:
    """What can be done with an item."""
    if item.kind != "comment":
        return _OTHER_ACTIONS.get(item.state, ())
    actions = _COMMENT_ACTIONS[item.state]
    return tuple(a for a in actions if a not in {"spam", "block"}) if item.type == "owner_reply" else actions


def owner_name(item: Item, config: InboxConfig, manifest: InboxManifest | None) -> str:
    """The name that the owner's answers are signed with."""
    own = next((site.name for site in config.sites if site.id == item.site), "")
    return own or (manifest.owner if manifest else "")


def state_text(item: Item, language: Language) -> str:
    """Where it stands, since when and by whom, as far as that was decided."""
    if item.decision is None:
        return STATES[item.state] if item.kind == "comment" else MESSAGE_STATES.get(item.state, STATES[item.state])
    by = tell(_DECIDERS.get(item.decision.by.partition(":")[0], "by_hook"))
    return tell("decided_by", state=STATES[item.state], date=moment_text(item.decision.at, language), by=by)


def already_said(item: Item, manifest: InboxManifest | None) -> Said | None:
    """What was decided before, for whoever comes by an old link; None where a decision is still due."""
    if item.decision is None:
        return None
    state = state_text(item, manifest.language if manifest else Language.DE)
    return Said(sentence=tell("already", state=state), link=permalink(item, manifest) if is_public(item) else "")


def moment_text(at: datetime, language: Language) -> str:
    """„21. November 2026 um 12:04 Uhr“."""
    day = long_date(Moment.of(at, "day"), language)
    return f"{day} um {at.astimezone(BERLIN):%H:%M}\N{NO-BREAK SPACE}Uhr"


def permalink(item: Item, manifest: InboxManifest | None) -> str:
    """Where a comment stands, or will stand, on the site; empty if its post is not known."""
    post = manifest.post(item.post) if manifest else None
    return f"{post.url}#{comment_anchor(item.id)}" if post else ""


def is_public(item: Item) -> bool:
    """Whether it is on the site, or on its way there."""
    return item.state in PUBLIC


def _title(item: Item) -> str:
    if item.type == "owner_reply":
        return tell("title_owner_reply")
    return tell(f"title_{item.kind}", name=item.name or tell("nameless"))


def _preview(item: Item) -> Markup:
    is_plain = item.kind != "comment" or plain_text(item.text) == item.text
    return Markup() if is_plain else comment_html(item.text)


def _label(action: Action, item: Item) -> str:
    return tell("clear" if action == "undo" and item.state is State.SUSPECTED else action)
