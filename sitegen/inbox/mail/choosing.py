"""Which letter a mail job means by now, or none: what was decided, erased or written often enough is not written about.

Here also stands how often visitors are written to. Whoever types a stranger's address into a form a hundred times makes
the stranger one letter, and whoever types a hundred addresses makes a few letters and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from sitegen.inbox.config import InboxSite
from sitegen.inbox.desk import Desk
from sitegen.inbox.mail import letters_to_owner, letters_to_visitors
from sitegen.inbox.mail.composing import Letter
from sitegen.inbox.mail.letters_to_owner import Told
from sitegen.inbox.mail.notices import MailOrder
from sitegen.inbox.records import PUBLIC, Item, Job, State, Subscriber, is_program
from sitegen.inbox.tokens import confirm_url, review_url, unsubscribe_url
from sitegen.model.forms.form import DECLARATIONS
from sitegen.model.inbox_manifest import InboxManifest

AGAIN_AFTER: Final = timedelta(hours=1)
"""The same address gets a receipt, and a subscriber the question, once in this time."""
RECEIPTS: Final = 20
"""Messages of a site in an hour, beyond which nobody gets a receipt."""
QUESTIONS: Final = 20
"""Newcomers of a site in an hour who have not confirmed yet, beyond which no further one is asked. People confirm soon;
strangers whose addresses somebody else typed do not."""
DECLARATIONS_TO_ONE: Final = 5
"""Withdrawals and terminations in an hour, beyond which an address gets no further receipt: somebody else types it."""
_OVERVIEW_MOST: Final = 1000


class Correspondence(msgspec.Struct, frozen=True, kw_only=True):
    """For whom a letter is chosen."""

    desk: Desk
    site: InboxSite
    manifest: InboxManifest
    now: datetime


def order_of(job: Job) -> MailOrder:
    """What a mail job says."""
    return msgspec.json.decode(job.payload, type=MailOrder)


def news_of(job: Job, to: Correspondence) -> Told | None:
    """The item of a notice, if the owner still has to hear of it."""
    item = to.desk.store.item(job.item)
    return _told(item, to) if item and _is_news(item) else None


def notice_of(news: Sequence[Told], to: Correspondence) -> Letter:
    """One letter about one item, or about all of them."""
    owner = to.site.owner
    if len(news) == 1:
        return letters_to_owner.notice(news[0], manifest=to.manifest, owner=owner)
    return letters_to_owner.digest(news, manifest=to.manifest, owner=owner)


def letter_of(job: Job, to: Correspondence) -> Letter | None:
    """The letter of any other mail job."""
    order = order_of(job)
    match order.letter:
        case "receipt":
            return _receipt(job, to)
        case "confirmation":
            return _confirmation(job, to)
        case "suspected":
            return _overview(to)
        case "page.missing":
            return _page_missing(job, to)
        case _:
            return _alert(order, to)


def when_asked(subscriber_id: str) -> str:
    """The note of when somebody was last asked to confirm."""
    return f"mail.asked:{subscriber_id}"


def when_overviewed(site_id: str) -> str:
    """The note of up to when the owner has heard of what is suspicious."""
    return f"mail.overview:{site_id}"


def noted_instant(desk: Desk, name: str) -> datetime | None:
    """An instant that was noted; None for none."""
    noted = desk.store.noted(name)
    return datetime.fromisoformat(noted) if noted else None


def _told(item: Item, to: Correspondence) -> Told:
    return Told(item=item, url=review_url(to.desk, item))


def _is_news(item: Item) -> bool:
    """Whether it waits for a decision, or a program has decided."""
    if item.state in PUBLIC:
        return item.decision is not None and is_program(item.decision.by)
    return item.state is State.PENDING


def _receipt(job: Job, to: Correspondence) -> Letter | None:
    item = to.desk.store.item(job.item)
    if item is None or not item.email:
        return None
    if _is_declaration(item, to):
        too_many = len(_sent_lately(item, to)) > DECLARATIONS_TO_ONE
        return None if too_many else letters_to_visitors.declaration_receipt(item, manifest=to.manifest)
    if item.state is not State.PENDING or _wrote_lately(item, to):
        return None
    write = letters_to_visitors.report_receipt if item.kind == "report" else letters_to_visitors.receipt
    return write(item, manifest=to.manifest)


def _is_declaration(item: Item, to: Correspondence) -> bool:
    """Whether it ends a contract: that is confirmed at once and each time, whatever else was sent."""
    form = to.manifest.form(item.form)
    return form is not None and form.kind in DECLARATIONS


def _sent_lately(item: Item, to: Correspondence) -> tuple[Item, ...]:
    """What its address sent shortly before it."""
    since = item.created - AGAIN_AFTER
    own = to.desk.store.items(site=item.site, email=item.email, kinds={item.kind}, limit=RECEIPTS)
    return tuple(other for other in own if since < other.created <= item.created and other.id < item.id)


def _wrote_lately(item: Item, to: Correspondence) -> bool:
    """Whether its address sent something shortly before, or so many people did that it is hardly people."""
    if _sent_lately(item, to):
        return True
    all_of_them = to.desk.store.items(site=item.site, kinds={item.kind}, limit=RECEIPTS + 1)
    return len(all_of_them) > RECEIPTS and all_of_them[-1].created > to.now - AGAIN_AFTER


def _confirmation(job: Job, to: Correspondence) -> Letter | None:
    subscriber = to.desk.store.subscriber(job.item)
    if subscriber is None or subscriber.confirmed is not None:
        return None
    asked = noted_instant(to.desk, when_asked(subscriber.id))
    if (asked is not None and asked > to.now - AGAIN_AFTER) or _are_strangers(subscriber, to):
        return None
    return letters_to_visitors.confirmation(
        subscriber,
        manifest=to.manifest,
        confirm_url=confirm_url(to.desk, subscriber),
        unsubscribe_url=unsubscribe_url(to.desk, subscriber),
    )


def _are_strangers(subscriber: Subscriber, to: Correspondence) -> bool:
    """Whether so many asked shortly before, and did not confirm, that it is hardly they who asked."""
    since = subscriber.asked - AGAIN_AFTER
    before = [
        other
        for other in to.desk.store.subscribers(site=to.site.id)
        if other.confirmed is None and since < other.asked <= subscriber.asked and other.id != subscriber.id
    ]
    return len(before) >= QUESTIONS


def _overview(to: Correspondence) -> Letter | None:
    """What came since the last overview: everything suspected, and the messages that a program refused, those first."""
    store, site = to.desk.store, to.site.id
    messages = store.items(
        site=site,
        states={State.SUSPECTED, State.SPAM, State.REJECTED},
        kinds={"contact", "report"},
        limit=_OVERVIEW_MOST,
    )
    comments = store.items(site=site, states={State.SUSPECTED}, kinds={"comment"}, limit=_OVERVIEW_MOST)
    since = noted_instant(to.desk, when_overviewed(site))
    fresh = [item for item in (*messages, *comments) if _is_untold(item) and (since is None or item.created > since)]
    if not fresh:
        return None
    told = [_told(item, to) for item in fresh]
    return letters_to_owner.overview(told, total=len(fresh), manifest=to.manifest, owner=to.site.owner)


def _is_untold(item: Item) -> bool:
    """Not decided by the owner."""
    return item.decision is None or is_program(item.decision.by)


def _page_missing(job: Job, to: Correspondence) -> Letter | None:
    item = to.desk.store.item(job.item)
    post = to.manifest.post(item.post) if item else None
    if post is None:
        return None
    return letters_to_owner.page_missing(post.url, manifest=to.manifest, owner=to.site.owner)


def _alert(order: MailOrder, to: Correspondence) -> Letter:
    owner, manifest = to.site.owner, to.manifest
    match order.letter:
        case "publish.failed":
            return letters_to_owner.publishing_failed(manifest=manifest, owner=owner)
        case "hook.disabled":
            return letters_to_owner.hook_disabled(order.about, manifest=manifest, owner=owner)
        case "hook.given_up":
            return letters_to_owner.hook_given_up(order.about, manifest=manifest, owner=owner)
        case "queue.flood":
            return letters_to_owner.flood(manifest=manifest, owner=owner)
        case _:
            raise ValueError(order.letter)
