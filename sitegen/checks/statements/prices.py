"""Pages with prices: whether they say what the law wants said beside a price, and nothing else than the settings.

Judges finished pages, so whatever wrote them: the theme says all of it by itself, a layout of the owner's may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import find_in_text
from sitegen.checks.statements.blame import at_layouts, blamed, in_words
from sitegen.checks.statements.words import VatStatement
from sitegen.checks.vat_words import check_vat_words
from sitegen.diagnostics import Diagnostic, Span
from sitegen.settings.business import Audience, Vat
from sitegen.settings.load import SITE_FILE

_NEEDED: Final[dict[Vat, tuple[VatStatement, str]]] = {
    Vat.SMALL_BUSINESS: ("small_business", "SG925"),
    Vat.GROSS: ("gross", "SG926"),
    Vat.NET: ("business_only", "SG928"),
}
"""What a page with prices says, and the code where it does not."""
_CONTRARY: Final[dict[Vat, frozenset[VatStatement]]] = {
    Vat.SMALL_BUSINESS: frozenset({"gross", "net"}),
    Vat.GROSS: frozenset({"small_business", "net"}),
    Vat.NET: frozenset({"small_business", "gross"}),
}
_LISTS: Final = frozenset({"services"})
_HOME: Final = "home"
_PARTS: Final = (
    "parts/price_note.html",
    "parts/service_facts.html",
    "parts/price_table.html",
    "sections/services.html",
)
_AT_HOME: Final = ("parts/price_note.html", "parts/home_services.html", "sections/services.html")


class Pricing(msgspec.Struct, frozen=True, kw_only=True):
    """How the site sells, and where it names prices."""

    vat: Vat | None
    audience: Audience
    note: str
    """What stands beside prices by itself."""
    sources: frozenset[str]
    """Services with an amount, and pages that show prices, in a list or beside the name of a service."""
    services: frozenset[str]
    """The addresses of services with an amount."""
    place: Span
    """Where `site.yaml` says how prices and VAT go together, or should."""


def check_price_pages(site: FinishedSite, pricing: Pricing) -> Iterator[Diagnostic]:
    """All of it."""
    pages = tuple(page for page in site.pages if _shows_prices(page, pricing))
    if pricing.vat is None:
        yield from _unsaid(pages, pricing)
        return
    if pricing.vat is not Vat.GROSS or pricing.audience is not Audience.BUSINESS:
        said, code = _NEEDED[pricing.vat]
        silent = [page for page in pages if said not in page.facts.statements.vat]
        for parts, asked in ((_AT_HOME, _is_home), (_PARTS, _is_deeper)):
            for finding in at_layouts(code, filter(asked, silent), site, parts=parts):
                facts = {**finding.facts, "cure": cure_for(finding.span.file, pricing.note)}
                yield msgspec.structs.replace(finding, facts=facts)
    if any(_CONTRARY[pricing.vat].intersection(page.facts.statements.vat) for page in pages):
        layouts = (file for file in site.layouts if file.endswith(".html"))
        yield from check_vat_words(layouts, site.layouts, pricing.vat, pricing.note)


def check_machine_prices(site: FinishedSite) -> Iterator[Diagnostic]:
    """Prices in the data for machines that the page itself does not show."""
    for price in dict.fromkeys(price for page in site.pages for price in page.facts.statements.unseen_prices):
        pages = [page for page in site.pages if price in page.facts.statements.unseen_prices]
        typed = (find_in_text(text, price, file) for file, text in site.layouts.items() if "ld+json" in text)
        span = next(filter(None, typed), Span(file=blamed(pages[0], site, ("parts/structured_data.html",))))
        facts = {"pages": in_words([page.url for page in pages]), "price": price}
        yield Diagnostic(code="SG929", span=span, facts=facts)


def cure_for(file: str, note: str) -> str:
    """How the note beside prices comes to stand on the page: by its text, or by a layout of the owner's."""
    if file.endswith(".md"):
        return f"Schreiben Sie unter die Preise:\n{note}"
    return (
        f"Mit den mitgelieferten Layouts steht „{note.rstrip('.')}“ von selbst dabei; in einem eigenen ergänzen Sie "
        'bei den Preisen:\n{% include "parts/price_note.html" %}'
    )


def _is_home(page: FinishedPage) -> bool:
    return page.kind == _HOME


def _is_deeper(page: FinishedPage) -> bool:
    return page.kind != _HOME


def _shows_prices(page: FinishedPage, pricing: Pricing) -> bool:
    if not page.facts.statements.shows_amounts:
        return False
    if _is_home(page) and not pricing.services.isdisjoint(page.facts.addresses):
        return True
    return page.kind in _LISTS or page.source in pricing.sources


def _unsaid(pages: tuple[FinishedPage, ...], pricing: Pricing) -> Iterator[Diagnostic]:
    """Prices on a site that has never said how they go together with VAT, unless its texts say so by hand."""
    silent = [page.url for page in pages if not {"small_business", "gross"}.intersection(page.facts.statements.vat)]
    if silent and pricing.audience is not Audience.BUSINESS:
        yield Diagnostic(code="SG927", span=pricing.place, facts={"pages": in_words(silent), "file": SITE_FILE})
