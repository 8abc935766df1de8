"""Shortcodes that ask the site: prices, services and posts named in running text.

Names and arguments were checked when the body was rendered; here only the answer can be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Final

import msgspec

from sitegen.legal.document import Kind
from sitegen.model.body import CallSlot
from sitegen.model.entries import Entry
from sitegen.plan.legal import LEGAL
from sitegen.plan.questions.site import SiteView
from sitegen.render.legal import legal_html
from sitegen.text.suggest import closest
from sitegen.text.tone import Tone

NO: Final = "nein"


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a shortcode."""

    html: str = ""
    suggestion: str | None = None
    """None when there is an answer; else the nearest name, possibly empty."""
    expired: bool = False
    """What was asked for is no longer published; the answer is its name without a link."""


def answer_call(slot: CallSlot, questions: SiteView) -> Called:
    """The HTML of a shortcode, or which name may have been meant."""
    return ANSWERS[slot.name](slot, questions)


def price_call(slot: CallSlot, questions: SiteView) -> Called:
    """`{{ price "buchhaltung" unit="ja" }}` → `ab 45 € je Stunde`, marked up as the number it stands for.

    The element tells the check of prices that nobody typed this amount.
    """
    service = questions.service(slot.arguments[0])
    if service is None:
        return unknown(slot, (known.slug for known in questions.services()))
    price = questions.price(service)
    wants_unit = slot.options.get("unit", NO) != NO
    text = f"{price.text} {price.unit_text}" if wants_unit and price.unit_text else price.text
    if price.kind != "amount":
        return Called(html=escape(text))
    return Called(html=f'<data value="{price.value:f}">{escape(text)}</data>')


def service_call(slot: CallSlot, questions: SiteView) -> Called:
    """`{{ service "buchhaltung" }}` → a link to the service."""
    service = questions.service(slot.arguments[0])
    return link_to(service, slot) if service else unknown(slot, (known.slug for known in questions.services()))


def post_call(slot: CallSlot, questions: SiteView) -> Called:
    """`{{ post "rechnungen" }}` → a link to the post."""
    name = slot.arguments[0]
    post = questions.post(name)
    if post:
        return link_to(post, slot)
    gone = questions.expired_post(name)
    if gone:
        return Called(html=escape(slot.options.get("text") or gone.title), expired=True)
    return unknown(slot, questions.post_ids())


def legal_call(slot: CallSlot, questions: SiteView) -> Called:
    """`{{ legal "impressum" }}` → the whole text of a legal page."""
    kind = msgspec.convert(slot.arguments[0], Kind)
    return Called(html=legal_html(questions.legal(kind, Tone(slot.options["tone"]))))


def link_to(entry: Entry, slot: CallSlot) -> Called:
    """A link with the title of the entry, or the text that was asked for."""
    text = slot.options.get("text") or entry.title
    return Called(html=f'<a href="{escape(entry.url)}">{escape(text)}</a>')


def unknown(slot: CallSlot, known: Iterable[str]) -> Called:
    """No such name."""
    return Called(suggestion=closest(slot.arguments[0], tuple(known), cutoff=0.6) or "")


ANSWERS: Final[dict[str, Callable[[CallSlot, SiteView], Called]]] = {
    "price": price_call,
    "service": service_call,
    "post": post_call,
    LEGAL: legal_call,
}
