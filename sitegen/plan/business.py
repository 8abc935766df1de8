"""The business as every page shows it: values of `site.yaml` made ready once, and what of them holds today.

Pure. What has dates is judged by the moment of the build and nothing else. Never holds HTML and never speaks: sentences
around these values are the theme's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

import msgspec

from sitegen.model.common import typeset
from sitegen.plan.navigation import ResolvedLink
from sitegen.plan.prices import day_of
from sitegen.settings.business import Address, Business, Closed, Country, Notice, country_of
from sitegen.settings.business_checks import is_number
from sitegen.settings.settings import Settings
from sitegen.text.hours import HoursLine, parse_hours
from sitegen.text.moments import Moment
from sitegen.text.phones import PhoneError, parse_phone

ANNOUNCED: Final = timedelta(days=14)
"""How long before its first day a closing time is told."""

_COUNTRIES: Final = {Country.DE: "Deutschland", Country.AT: "Österreich", Country.CH: "Schweiz"}
_PROFILES: Final = {
    "linkedin.com": "LinkedIn",
    "xing.com": "XING",
    "instagram.com": "Instagram",
    "facebook.com": "Facebook",
    "youtube.com": "YouTube",
    "pinterest.de": "Pinterest",
    "pinterest.com": "Pinterest",
    "tiktok.com": "TikTok",
    "threads.net": "Threads",
    "github.com": "GitHub",
}


class AddressView(msgspec.Struct, frozen=True, kw_only=True):
    """A postal address, typeset."""

    street: str
    postcode: str
    city: str


class PhoneView(msgspec.Struct, frozen=True, kw_only=True):
    """A telephone number to read and to dial."""

    display: str
    href: str
    """`tel:+49…`; empty where the number could not be read: then it stands there as typed."""
    number: str
    """`+49…`; empty likewise."""


class ProfileView(msgspec.Struct, frozen=True, kw_only=True):
    """A profile of the owner elsewhere."""

    name: str
    """„LinkedIn“, else the name of the host."""
    url: str


class ClosedView(msgspec.Struct, frozen=True, kw_only=True):
    """Days on which nobody answers."""

    first: Moment
    last: Moment | None
    """None for a single day."""
    note: str
    """May be empty."""


class BusinessView(msgspec.Struct, frozen=True, kw_only=True):
    """The business, ready to be shown. Texts are typeset and empty where the owner has said nothing."""

    name: str
    """The name of the site where the business has none of its own."""
    owner: str
    address: AddressView | None
    country: str
    """ISO 3166 code, small letters."""
    country_name: str
    email: str
    phone: PhoneView | None
    whatsapp: str
    """A full address."""
    booking: str
    """A full address."""
    profiles: tuple[ProfileView, ...]
    hours: tuple[HoursLine, ...]
    response_time: str
    closed: tuple[ClosedView, ...]
    """Those that hold now or within two weeks, the first one first."""

    @property
    def reachable(self) -> bool:
        """Whether there is anything to say on how to reach it."""
        return bool(self.address or self.email or self.phone or self.whatsapp or self.booking or self.hours)


class NoticeView(msgspec.Struct, frozen=True, kw_only=True):
    """The notice above the header."""

    text: str
    link: ResolvedLink | None


def business_view(settings: Settings, now: Moment) -> BusinessView:
    """The business as of `now`."""
    business, language = settings.business, settings.language
    country = country_of(business, language)
    return BusinessView(
        name=typeset(business.name, language) or settings.title,
        owner=typeset(business.owner, language),
        address=_address(business.address),
        country=country.value,
        country_name=_COUNTRIES[country],
        email=business.email,
        phone=_phone(business.phone, country) if business.phone else None,
        whatsapp=_whatsapp(business, country),
        booking=business.booking,
        profiles=tuple(ProfileView(name=profile_name(url), url=url) for url in business.profiles),
        hours=tuple(
            msgspec.structs.replace(line, text=typeset(line.text, language)) for line in parse_hours(business.hours)
        ),
        response_time=typeset(business.response_time, language),
        closed=tuple(
            ClosedView(first=days.first, last=days.last, note=typeset(days.note, language))
            for days in sorted(business.closed, key=lambda days: days.first)
            if is_announced(days, now)
        ),
    )


def notice_view(settings: Settings, now: Moment, resolve: Callable[[str], str]) -> NoticeView | None:
    """The notice that holds at `now`, or none; `resolve` knows the address behind a link's `page:`, empty for none."""
    notice = settings.notice
    if notice is None or not notice_holds(notice, now):
        return None
    url = resolve(notice.link.page) if notice.link else ""
    link = ResolvedLink(title=typeset(notice.link.title, settings.language), url=url) if notice.link and url else None
    return NoticeView(text=typeset(notice.text, settings.language), link=link)


def is_announced(days: Closed, now: Moment) -> bool:
    """Whether closing days are told at `now`: from two weeks before the first to the end of the last."""
    last = days.last or days.first
    return day_of(days.first) - ANNOUNCED <= day_of(now) <= day_of(last)


def notice_holds(notice: Notice, now: Moment) -> bool:
    """Whether a notice is shown at `now`; the last day counts, and a time of day where one is given."""
    begun = notice.first is None or day_of(notice.first) <= day_of(now)
    if notice.first and notice.first.precision == "minute":
        begun = notice.first.instant <= now.instant
    over = notice.last is not None and day_of(notice.last) < day_of(now)
    if notice.last and notice.last.precision == "minute":
        over = notice.last.instant <= now.instant
    return begun and not over


def profile_name(url: str) -> str:
    """What a profile is called: by its host, „Mastodon“ where the host says so."""
    host = urlsplit(url).netloc.lower().removeprefix("www.").removeprefix("de.")
    if "mastodon" in host or re.fullmatch(r"/@[^/]+@[^/]+/?", urlsplit(url).path):
        return "Mastodon"
    return _PROFILES.get(host, host)


def _address(address: Address | None) -> AddressView | None:
    if address is None:
        return None
    return AddressView(street=address.street, postcode=address.postcode, city=address.city)


def _phone(typed: str, country: Country) -> PhoneView:
    try:
        phone = parse_phone(typed, country.value)
    except PhoneError:
        return PhoneView(display=typed, href="", number="")
    return PhoneView(display=phone.display, href=phone.href, number=phone.number)


def _whatsapp(business: Business, country: Country) -> str:
    """The address of a chat (WhatsApp's „click to chat“: the international number without plus)."""
    if not is_number(business.whatsapp):
        return business.whatsapp
    number = _phone(business.whatsapp, country).number
    return f"https://wa.me/{number.removeprefix('+')}" if number else ""
