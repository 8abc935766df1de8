"""Which prices changed since the last build that was written, and on how many pages: what the owner is told at the end.

The prices of that build are kept per output folder in `.sitegen/`, beside the manifest. Nothing else depends on them:
if they are missing or damaged, nothing is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from typing import Final

import msgspec

from sitegen.build.result import FileChanges, PriceChange
from sitegen.model.body import Body, CallSlot
from sitegen.model.entries import Service
from sitegen.output.place import Place
from sitegen.plan.questions.site import SiteView
from sitegen.plan.routes import Route

FILE_NAME: Final = "prices.json"


class ToldPrice(msgspec.Struct, frozen=True, kw_only=True):
    """A price as visitors read it."""

    service: str
    """The id of the service."""
    title: str
    """„Buchhaltung“, „Buchhaltung, 10 Stunden“."""
    text: str
    """„ab 45 €“."""


def tell_prices(
    place: Place, questions: SiteView, routes: Sequence[Route], *, bodies: Mapping[str, Body], changes: FileChanges
) -> tuple[PriceChange, ...]:
    """What changed since last time on the pages of `routes`; then today's prices are remembered for next time."""
    before, after = remembered(place), {price_key(price): price for price in told_prices(questions)}
    if before == after:
        return ()
    remember(after, place)
    services = {service.id: service for service in questions.services()}
    written = frozenset((*changes.created, *changes.changed))
    changed = {key: price for key, price in after.items() if key in before and before[key].text != price.text}
    pages = Counter(
        key
        for route in routes
        if changed and route.output in written
        for html in ((place.out / route.output).read_text("utf-8", errors="replace"),)
        for key, price in changed.items()
        if shows(html, price, services[price.service], called_on(route, bodies))
    )
    return tuple(
        PriceChange(title=price.title, before=before[key].text, after=price.text, pages=pages[key])
        for key, price in changed.items()
    )


def told_prices(questions: SiteView) -> Iterator[ToldPrice]:
    """Every price of every service."""
    for service in questions.services():
        yield ToldPrice(service=service.id, title=service.title, text=questions.price(service).text)
        for package in questions.packages(service):
            yield ToldPrice(service=service.id, title=f"{service.title}, {package.name}", text=package.text)


def price_key(price: ToldPrice) -> str:
    """Under which name a price is remembered."""
    return f"{price.service}: {price.title}"


def shows(html: str, price: ToldPrice, service: Service, called: Collection[str]) -> bool:
    """Whether a page shows this price: the words of it, and the service by its page, its name or a shortcode."""
    if escape(price.text) not in html:
        return False
    return f'"{service.url}"' in html or escape(service.title) in html or service.slug in called


def called_on(route: Route, bodies: Mapping[str, Body]) -> frozenset[str]:
    """The names of services that the text of a page calls by shortcodes."""
    body = bodies.get(route.source) if route.has_body else None
    return frozenset(slot.arguments[0] for slot in body.slots if isinstance(slot, CallSlot)) if body else frozenset()


def remembered(place: Place) -> dict[str, ToldPrice]:
    """The prices of the last build; none where there was none, or where its list is damaged."""
    try:
        content = (place.state / FILE_NAME).read_bytes()
        return msgspec.json.decode(content, type=dict[str, ToldPrice])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def remember(prices: Mapping[str, ToldPrice], place: Place) -> None:
    """Keep the prices of this build; equal prices give equal bytes."""
    place.state.mkdir(parents=True, exist_ok=True)
    fresh = place.state / f"{FILE_NAME}.new"
    fresh.write_bytes(msgspec.json.encode(prices, order="deterministic"))
    fresh.replace(place.state / FILE_NAME)
