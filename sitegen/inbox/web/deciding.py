"""From a button on the review page to a step of moderation, and from its outcome to what the owner reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, get_args

import msgspec

from sitegen.inbox import moderation
from sitegen.inbox.config import InboxConfig
from sitegen.inbox.desk import Desk
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import Item
from sitegen.inbox.web.review_page import Action, Said, actions_of, already_said, is_public, permalink, state_text
from sitegen.inbox.wishes import Wish
from sitegen.inbox.wording import tell
from sitegen.model.inbox_manifest import InboxManifest
from sitegen.text.locales import Language

BY: Final = "link"
"""Who decides on this page."""

_NOTHING_TYPED: Final = 422
_CONFLICT: Final = 409


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a button."""

    item: Item | None
    """As it stands now; None if it is gone."""
    said: Said
    status: int = 200
    keeps_typed: bool = False
    """Whether what was typed is to be shown again."""
    is_editing: bool = False


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner wants done, and which revision was looked at."""

    action: Action
    revision: int
    reply: str
    wish: Wish


Step = Callable[[Desk, Item, Order], Outcome]


def decide(desk: Desk, item: Item, form: Mapping[str, str], *, manifest: InboxManifest | None) -> Decided:
    """Do what the form of a review page says. Raises StoreUnavailableError, ManifestUnavailableError."""
    order = order_from(form, item)
    if order is None or (order.action not in actions_of(item) and not _is_repeated(order, item)):
        key = "no_action" if order is None else "not_allowed"
        return Decided(item=item, said=Said(sentence=tell(key), is_fault=True), status=_CONFLICT, keeps_typed=True)
    if order.action in {"approve_and_reply", "reply"} and not order.reply.strip():
        said = Said(sentence=tell("no_reply_text"), is_fault=True)
        return Decided(item=item, said=said, status=_NOTHING_TYPED, keeps_typed=True)
    outcome = _STEPS[order.action](desk, item, order)
    return _told(outcome, order, config=desk.config, manifest=manifest)


def order_from(form: Mapping[str, str], item: Item) -> Order | None:
    """What the form says; None if it names no button or no revision."""
    action = next((known for known in get_args(Action) if known == form.get("action")), None)
    revision = form.get("revision", "")
    if action is None or not (revision.isascii() and revision.isdigit() and len(revision) < len("1000000")):
        return None
    return Order(
        action=action,
        revision=int(revision),
        reply=form.get("reply", ""),
        wish=Wish(
            name=form.get("name", item.name),
            website=form.get("website", item.website),
            text=form.get("text", item.text),
        ),
    )


def _approve(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.approve(desk, item.id, by=BY, revision=order.revision)


def _approve_and_reply(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.approve(desk, item.id, by=BY, reply=order.reply, revision=order.revision)


def _reply(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.answer(desk, item.id, by=BY, text=order.reply)


def _edit(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.edit(desk, item.id, order.wish, revision=order.revision)


def _reject(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.reject(desk, item.id, by=BY, revision=order.revision)


def _spam(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.mark_spam(desk, item.id, by=BY, revision=order.revision)


def _block(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.block_sender(desk, item.id, by=BY, revision=order.revision)


def _delete(desk: Desk, item: Item, order: Order) -> Outcome:
    return moderation.delete(desk, item.id, by=BY, revision=order.revision)


def _undo(desk: Desk, item: Item, _order: Order) -> Outcome:
    """Whatever the revision: publishing raises it between a page and its button, and nothing that was read changes."""
    return moderation.undo(desk, item.id, by=BY)


_STEPS: Final[dict[Action, Step]] = {
    "approve": _approve,
    "approve_and_reply": _approve_and_reply,
    "reply": _reply,
    "edit": _edit,
    "reject": _reject,
    "spam": _spam,
    "block": _block,
    "delete": _delete,
    "undo": _undo,
}


def _is_repeated(order: Order, item: Item) -> bool:
    """Whether the page is older than the item: then moderation says how things stand, even to a button that is gone."""
    return order.revision < item.revision


def _told(outcome: Outcome, order: Order, *, config: InboxConfig, manifest: InboxManifest | None) -> Decided:
    item = outcome.item
    language = manifest.language if manifest else Language.DE
    if item is None or outcome.kind == "gone":
        return Decided(item=None, said=Said(sentence=tell("gone_title")))
    match outcome.kind:
        case "done":
            said = _done(outcome, item, order, config=config, manifest=manifest)
            # An answer that was typed and not sent stays on the page.
            return Decided(item=item, said=said, keeps_typed=order.action == "approve" and bool(order.reply.strip()))
        case "already":
            said = already_said(item, manifest) or Said(sentence=tell("already", state=state_text(item, language)))
            return Decided(item=item, said=said)
        case "faulty":
            said = Said(sentence=tell("fault"), is_fault=True, faults=outcome.faults)
            is_editing = order.action == "edit"
            return Decided(item=item, said=said, status=_NOTHING_TYPED, keeps_typed=True, is_editing=is_editing)
        case "changed":
            said = Said(sentence=tell("changed"), is_fault=True)
            return Decided(item=item, said=said, status=_CONFLICT)
        case "not_allowed":
            return Decided(item=item, said=Said(sentence=tell("not_allowed"), is_fault=True), status=_CONFLICT)


def _done(outcome: Outcome, item: Item, order: Order, *, config: InboxConfig, manifest: InboxManifest | None) -> Said:
    """What was done, and where and when it can be seen."""
    key = f"done_{order.action}"
    if order.action == "block" and not outcome.blocked:
        key = "done_block_nobody"
    shown = outcome.answer if order.action == "reply" and outcome.answer else item
    if order.action not in {"approve", "approve_and_reply", "reply", "edit"} or not is_public(shown):
        return Said(sentence=tell(key))
    publish = next((site.publish.to for site in config.sites if site.id == item.site), "export")
    return Said(sentence=tell(key), more=tell(f"appears_{publish}"), link=permalink(shown, manifest))
