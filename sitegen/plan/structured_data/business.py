"""The business and its website: who, where, when open.

Never claims a rating, nor anything else the owner has not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sitegen.model.page import HOME
from sitegen.model.services.parts import Unit
from sitegen.plan.business import AddressView, BusinessView, ClosedView
from sitegen.plan.prices import PriceView, price_view
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.people import image, owner
from sitegen.plan.structured_data.things import Thing, thing
from sitegen.text.hours import HoursLine
from sitegen.text.moments import Moment, iso

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MIDNIGHT: Final = "24:00"
_LAST_MINUTE: Final = "23:59"
"""Stands for midnight at the end of a day, which a schema.org Time cannot say."""
_ISO_DAY: Final = len("2026-03-05")


def publisher(known: Known) -> Thing:
    """The business in short, for things that belong to it."""
    return thing("Organization", {"@id": _id(known), "name": known.business.name, "url": known.home_address})


def website(known: Known) -> Thing:
    """The website as a whole."""
    settings = known.site.settings
    return thing(
        "WebSite",
        {
            "@id": f"{known.home_address}#website",
            "url": known.home_address,
            "name": settings.title,
            "description": settings.description,
            "inLanguage": settings.language.value,
            "publisher": publisher(known),
        },
    )


def professional_service(known: Known) -> Iterator[Thing]:
    """The business, where its owner has said where it is: without an address it is no place of business."""
    business = known.business
    if business.address is None:
        return
    home = next((page for page in known.site.pages if page.source == HOME), None)
    prices = [price_view(service, known.terms) for service in known.site.services]
    yield thing(
        "ProfessionalService",
        {
            "@id": _id(known),
            "name": business.name,
            "url": known.home_address,
            "description": known.site.settings.description,
            "image": image(home, known) if home else None,
            "address": _address(business.address, business.country),
            "telephone": business.phone.number if business.phone else "",
            "email": business.email,
            "founder": owner(known),
            "openingHoursSpecification": list(_opening_hours(business)),
            "specialOpeningHoursSpecification": [_closed(days) for days in business.closed],
            "priceRange": price_range(prices),
            "sameAs": [profile.url for profile in business.profiles],
        },
    )


def price_range(prices: Sequence[PriceView]) -> str:
    """„38 €–60 €“: the least and the most that an hour costs; empty where no hour has a price."""
    hours = sorted((price.value, price.amount) for price in prices if price.value and price.unit is Unit.HOUR)
    return "–".join(dict.fromkeys((hours[0][1], hours[-1][1]))) if hours else ""


def _id(known: Known) -> str:
    """The name of the business among the things of all pages."""
    return f"{known.home_address}#business"


def _address(address: AddressView, country: str) -> Thing:
    return thing(
        "PostalAddress",
        {
            "streetAddress": address.street,
            "postalCode": address.postcode,
            "addressLocality": address.city,
            "addressCountry": country.upper(),
        },
    )


def _opening_hours(business: BusinessView) -> Iterator[Thing]:
    for line in business.hours:
        yield from _openings(line)


def _openings(line: HoursLine) -> Iterator[Thing]:
    days = [f"https://schema.org/{_DAYS[day]}" for day in line.days]
    for opening in line.openings:
        closes = _LAST_MINUTE if opening.closes == _MIDNIGHT else opening.closes
        yield thing("OpeningHoursSpecification", {"dayOfWeek": days, "opens": opening.opens, "closes": closes})


def _closed(days: ClosedView) -> Thing:
    """Days on which the business does not open: it closes when it opens."""
    first, last = _day(days.first), _day(days.last or days.first)
    times = {"opens": "00:00", "closes": "00:00"}
    return thing("OpeningHoursSpecification", {"validFrom": first, "validThrough": last, **times})


def _day(moment: Moment) -> str:
    return iso(moment)[:_ISO_DAY]
