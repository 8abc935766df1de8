"""What cannot be right in `business:` and `notice:`, although each value has its type.

Pure: from settings and the tree they were read from to findings. Never asks a network whether anything exists, nor the
clock what time it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.schema.nodes import Mapping
from sitegen.schema.places import Step, place_of_word
from sitegen.settings.business import Business, Closed, Country, Notice, country_of
from sitegen.settings.business_legal_checks import business_legal_findings
from sitegen.settings.settings import Settings
from sitegen.text.hours import parse_hours
from sitegen.text.moments import Moment, short_date
from sitegen.text.patterns import later
from sitegen.text.phones import PhoneError, parse_phone

POSTCODE_DIGITS: Final = {Country.DE: 5, Country.AT: 4, Country.CH: 4}
_IN_COUNTRY: Final = {Country.DE: "Deutschland", Country.AT: "Österreich", Country.CH: "der Schweiz"}
_IN_WORDS: Final = {4: "vier", 5: "fünf"}
_EMAIL: Final = later(r"[^\s@<>\"(),:;\\]+@[^\s@<>\"(),:;\\/.]+(?:\.[^\s@<>\"(),:;\\/.]+)+")
"""One address that can stand in a link: RFC 6068 without comments and quoted local parts."""
_SAFE_ADDRESS: Final = later(r"https://[^\s/?#.]+\.[^\s]+")
_WHY_NO_NUMBER: Final = {
    "unreadable": "Es dürfen nur Ziffern, Leerzeichen, Klammern, Schrägstriche und Striche darin stehen",
    "no-area-code": "Die Vorwahl fehlt",
    "length": "Die Zahl der Ziffern kann nicht stimmen",
}


def business_findings(settings: Settings, front: Mapping) -> Iterator[Diagnostic]:
    """Every value of `business:` and `notice:` in the tree of `site.yaml` that cannot be right, or not together."""
    business = settings.business
    yield from _postcode(business, country_of(business, settings.language), front)
    yield from _numbers(business, country_of(business, settings.language), front)
    if business.email and not _EMAIL().fullmatch(business.email):
        span = _span(front, "business", "email")
        yield Diagnostic(code="SG162", span=span, facts={"value": business.email})
    yield from _addresses(business, front)
    yield from _hours(business, front)
    yield from _closed(business.closed, front)
    yield from business_legal_findings(business, country_of(business, settings.language), front)
    if settings.notice:
        yield from _notice(settings.notice, front)


def is_number(whatsapp: str) -> bool:
    """Whether `whatsapp:` is a telephone number; else it is an address."""
    return bool(whatsapp) and "//" not in whatsapp and not re.match(r"[A-Za-z]", whatsapp)


def _postcode(business: Business, country: Country, front: Mapping) -> Iterator[Diagnostic]:
    digits = POSTCODE_DIGITS[country]
    typed = business.address.postcode if business.address else ""
    if typed and not re.fullmatch(rf"[0-9]{{{digits}}}", typed):
        facts = {"value": typed, "country": _IN_COUNTRY[country], "digits": _IN_WORDS[digits]}
        yield Diagnostic(code="SG160", span=_span(front, "business", "address", "postcode"), facts=facts)


def _numbers(business: Business, country: Country, front: Mapping) -> Iterator[Diagnostic]:
    numbers = {"phone": business.phone, "whatsapp": business.whatsapp if is_number(business.whatsapp) else ""}
    for key, number in numbers.items():
        try:
            if number:
                parse_phone(number, country.value)
        except PhoneError as error:
            facts = {"value": number, "key": key, "reason": _WHY_NO_NUMBER[error.reason.value]}
            yield Diagnostic(code="SG161", span=_span(front, "business", key), facts=facts)


def _addresses(business: Business, front: Mapping) -> Iterator[Diagnostic]:
    whatsapp = "" if is_number(business.whatsapp) else business.whatsapp
    typed: tuple[tuple[str, str, tuple[Step, ...]], ...] = (
        ("whatsapp", whatsapp, ()),
        ("booking", business.booking, ()),
        *(("profiles", profile, (number,)) for number, profile in enumerate(business.profiles)),
    )
    for key, address, step in typed:
        if address and not _SAFE_ADDRESS().fullmatch(address):
            bare = re.sub(r"\A(?:http:)?/*", "", address)
            suggestion = f"https://{bare}" if _SAFE_ADDRESS().fullmatch(f"https://{bare}") else "https://…"
            facts = {"value": address, "key": key, "suggestion": suggestion}
            yield Diagnostic(code="SG163", span=_span(front, "business", key, *step), facts=facts)


def _hours(business: Business, front: Mapping) -> Iterator[Diagnostic]:
    for line in parse_hours(business.hours):
        if not line.sure:
            yield Diagnostic(code="SG164", span=_span(front, "business", "hours"), facts={"value": line.text})


def _closed(closed: tuple[Closed, ...], front: Mapping) -> Iterator[Diagnostic]:
    for number, days in enumerate(closed):
        yield from _backwards(days.first, days.last, _span(front, "business", "closed", number, "to"))
    for (_, one), (number, other) in combinations(enumerate(closed), 2):
        if _day(one.first) <= _day(other.last or other.first) and _day(other.first) <= _day(one.last or one.first):
            facts = {"one": _in_words(one), "other": _in_words(other)}
            yield Diagnostic(code="SG166", span=_span(front, "business", "closed", number), facts=facts)


def _notice(notice: Notice, front: Mapping) -> Iterator[Diagnostic]:
    if notice.first:
        yield from _backwards(notice.first, notice.last, _span(front, "notice", "until"))


def _backwards(first: Moment, last: Moment | None, span: Span) -> Iterator[Diagnostic]:
    if last and _day(last) < _day(first):
        yield Diagnostic(code="SG165", span=span, facts={"first": short_date(first), "last": short_date(last)})


def _day(moment: Moment) -> str:
    """The day in a form that sorts."""
    return moment.at.date().isoformat()


def _in_words(days: Closed) -> str:
    return f"{short_date(days.first)} bis {short_date(days.last)}" if days.last else short_date(days.first)


def _span(front: Mapping, *path: Step) -> Span:
    """Where the value stands; the list or group around it where it is written in short."""
    for length in range(len(path), 0, -1):
        if place := place_of_word(front, path[:length]):
            return place
    return front.span
