"""The prices of a site as aligned text. Pure; prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from sitegen.build.lists.price_list import PricedService, PriceList
from sitegen.cli import wording

_GAP: Final = "  "


class _Line(NamedTuple):
    """One line of the table; a heading has a title alone."""

    title: str
    price: str = ""
    unit: str = ""
    details: str = ""


def price_table(prices: PriceList) -> str:
    """All services by category with their packages, and the sentence about VAT; no-break spaces become plain ones."""
    if not prices.services:
        return wording.NO_SERVICES
    lines = list(_lines(prices.services))
    widths = [max(len(line[column]) for line in lines if line.price) for column in range(3)]
    table = "\n".join(_laid_out(line, widths) for line in lines).replace("\N{NO-BREAK SPACE}", " ")
    note = prices.note.replace("\N{NO-BREAK SPACE}", " ")
    return "\n\n".join(filter(None, (table.strip("\n"), note)))


def _lines(services: Sequence[PricedService]) -> Iterator[_Line]:
    categories = dict.fromkeys(service.category for service in services)
    ordered = sorted(services, key=lambda service: list(categories).index(service.category))
    for category, group in groupby(ordered, key=lambda service: service.category):
        if category:
            yield _Line(f"\n{category}")
        for service in group:
            yield from _service_lines(service)


def _service_lines(service: PricedService) -> Iterator[_Line]:
    price = service.price
    coming = price.coming.sentence if price.coming else ""
    details = ", ".join(filter(None, (price.billing, price.setup, coming)))
    yield _Line(f"{_GAP}{service.title}", price.text, price.unit_text, details)
    for package in service.packages:
        details = ", ".join(filter(None, (package.unit_text, package.saving_text, package.note)))
        yield _Line(f"{_GAP * 2}{package.name}", package.text, "", details)


def _laid_out(line: _Line, widths: Sequence[int]) -> str:
    title, price, unit = widths
    cells = (line.title.ljust(title), line.price.rjust(price), line.unit.ljust(unit), line.details)
    return _GAP.join(cells).rstrip() if line.price else line.title
