"""What in the head of one service is right by itself and wrong together. Nothing here knows the rest of the site."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.entries import Service
from sitegen.model.services.fields import ServiceFields
from sitegen.model.services.parts import Unit
from sitegen.schema.places import Step, place_of
from sitegen.sources.document import Document

MOST: Final = Decimal(1_000_000)
"""No service of one person costs more; such a number is a slip, and one without end would break every table."""
TOLD_BY_PRICE: Final = ("from", "billing_step", "price_next")
"""Keys that say something about a price there must be."""


def service_errors(document: Document, fields: ServiceFields) -> Iterator[Diagnostic]:
    """Why no service can be made of valid fields: sums beyond belief, packages of nothing."""
    for path, amount in amounts_of(fields):
        if amount is not None and amount > MOST:
            yield finding("SG175", document, *path, key=str(path[-1]), amount=shown(amount)[:20])
    for number, package in enumerate(fields.packages):
        if not package.hours and not package.name:
            yield finding("SG170", document, "packages", number)


def amounts_of(fields: ServiceFields) -> Iterator[tuple[tuple[Step, ...], Decimal | None]]:
    """Every number typed, with the way to it."""
    yield ("price",), fields.price if isinstance(fields.price, Decimal) else None
    yield ("setup_fee",), fields.setup_fee
    yield ("minimum",), fields.minimum if isinstance(fields.minimum, Decimal) else None
    if fields.price_next:
        yield ("price_next", "price"), fields.price_next.price
    for number, package in enumerate(fields.packages):
        yield ("packages", number, "price"), package.price
        yield ("packages", number, "hours"), package.hours


def service_warnings(document: Document, service: Service) -> Iterator[Diagnostic]:
    """Keys that contradict one another."""
    if service.price and service.unit is None:
        yield finding("SG171", document, "price")
    yield from without_price(document, service)
    if service.billing_step and service.unit is not Unit.HOUR and service.price:
        yield finding("SG173", document, "billing_step")
    yield from dear_packages(document, service)


def without_price(document: Document, service: Service) -> Iterator[Diagnostic]:
    """What is said about a price where there is none."""
    if service.price:
        return
    said = {"from": service.starting, "billing_step": service.billing_step, "price_next": service.price_next}
    for key in TOLD_BY_PRICE:
        if said[key]:
            kind = "auf Anfrage" if service.price is None else "kostenlos"
            yield finding("SG172", document, key, key=key, kind=kind)


def dear_packages(document: Document, service: Service) -> Iterator[Diagnostic]:
    """Packages that cost more than as many single hours."""
    if service.unit is not Unit.HOUR or not service.price:
        return
    for number, package in enumerate(service.packages):
        single = service.price * (package.hours or 0)
        if package.hours and package.price > single:
            facts = {"price": shown(package.price), "hours": shown(package.hours), "single": shown(single)}
            yield finding("SG174", document, "packages", number, "price", **facts)


def shown(number: Decimal) -> str:
    """A number for a finding, as German has it."""
    return f"{number:f}".replace(".", ",")


def finding(code: str, document: Document, *path: Step, **facts: str) -> Diagnostic:
    """A finding at the value at `path`; the first line when it is not written."""
    span = place_of(document.front, path) or Span(file=document.path, line=1)
    return Diagnostic(code=code, span=span, facts=facts)
