"""Which mails an item causes, as jobs.

A job names a letter and an item and holds nothing of a person: the letter is composed when it is sent, from what the
item is by then.

What is sent to visitors is held back against those who would have the inbox write to strangers: nothing goes out for
what is suspicious, and how often somebody is written to is limited where letters are composed.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final, Literal

import msgspec

from sitegen.inbox.desk import Desk, ManifestUnavailableError
from sitegen.inbox.records import Item, Job, State, Subscriber
from sitegen.text.moments import BERLIN

LetterKind = Literal[
    "notice",
    "suspected",
    "receipt",
    "confirmation",
    "publish.failed",
    "page.missing",
    "hook.disabled",
    "hook.given_up",
    "queue.flood",
]
Alert = Literal["publish.failed", "page.missing", "hook.disabled", "hook.given_up", "queue.flood"]

MORNING: Final = time(7)
"""When the daily overview of what is suspicious is sent, in Berlin."""


class MailOrder(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail job says."""

    letter: LetterKind
    about: str = ""
    """For `hook.disabled` and `hook.given_up`: the hook's name."""


def notices_of(item: Item, *, desk: Desk) -> tuple[Job, ...]:
    """The mails for a new item: to the owner, and the receipt to whoever sent it. None without a mail server.

    What is suspicious is told once a day; the owner's own answers are not told at all. A comment that a hook refused is
    in the queue's lists only, but a message always reaches the owner, if need be in the daily overview.
    """
    if desk.config.mail is None or item.type == "owner_reply":
        return ()
    if item.state in {State.PENDING, State.APPROVED}:
        notice = _job(f"mail:submitted:{item.id}", MailOrder(letter="notice"), item=item, due=desk.clock())
        return (notice, *_receipt(item, desk=desk))
    if item.state is State.SUSPECTED or item.kind in {"contact", "report"}:
        return (_overview(item, desk=desk),)
    return ()


def confirmation_of(subscriber: Subscriber, *, desk: Desk) -> Job:
    """The mail that asks whether the newsletter is really wanted (double opt-in)."""
    return Job(
        id=f"mail:confirmation:{subscriber.id}",
        kind="mail",
        site=subscriber.site,
        item=subscriber.id,
        due=desk.clock(),
        payload=_written(MailOrder(letter="confirmation")),
    )


def alerts_of(alert: Alert, *, site: str, desk: Desk, item: str = "", about: str = "") -> tuple[Job, ...]:
    """The mail to the owner that something needs attention; never waiting twice, and none without a mail server."""
    if desk.config.mail is None:
        return ()
    mail = Job(
        id=":".join(part for part in ("mail", alert, site, item, about) if part),
        kind="mail",
        site=site,
        item=item,
        due=desk.clock(),
        payload=_written(MailOrder(letter=alert, about=about)),
    )
    return (mail,)


def next_morning(now: datetime) -> datetime:
    """The next time it is 7 o'clock in Berlin."""
    here = now.astimezone(BERLIN)
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, BERLIN).astimezone(now.tzinfo)


def _overview(item: Item, *, desk: Desk) -> Job:
    due = next_morning(desk.clock())
    day = due.astimezone(BERLIN).date().isoformat()
    return Job(
        id=f"mail:suspected:{item.site}:{day}",
        kind="mail",
        site=item.site,
        due=due,
        payload=_written(MailOrder(letter="suspected")),
    )


def _receipt(item: Item, *, desk: Desk) -> tuple[Job, ...]:
    if not item.email or not wants_receipt(item, desk=desk):
        return ()
    return (_job(f"mail:receipt:{item.id}", MailOrder(letter="receipt"), item=item, due=desk.clock()),)


def wants_receipt(item: Item, *, desk: Desk) -> bool:
    """Whether the sender is to be written to: for a form with `receipt`, and for each report (DSA Art. 16 (4))."""
    if item.kind == "report":
        return True
    if item.kind != "contact":
        return False
    try:
        form = desk.manifest(item.site).form(item.form)
    except (ManifestUnavailableError, KeyError):
        return False
    return form is not None and form.receipt


def _job(job_id: str, order: MailOrder, *, item: Item, due: datetime) -> Job:
    return Job(id=job_id, kind="mail", site=item.site, item=item.id, due=due, payload=_written(order))


def _written(order: MailOrder) -> str:
    return msgspec.json.encode(order).decode()
