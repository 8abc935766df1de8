"""All prices of a site without building it: settings and services are read, nothing is rendered and nothing written.

Reads the files of services alone; what else is wrong with a site is for a build to say.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from sitegen.build.texts.gathering import entry_options, read_settings_text
from sitegen.build.texts.reading import kind_of
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.model.entries import Service
from sitegen.model.services.service import service_from
from sitegen.plan.prices import PackageView, PriceTerms, PriceView, package_views, price_view, terms_of, vat_note
from sitegen.settings.load import load
from sitegen.settings.settings import Settings
from sitegen.sources.document import read_document
from sitegen.sources.scan import load as read_file
from sitegen.sources.scan import scan
from sitegen.text.collation import sort_key
from sitegen.text.moments import Moment


class PricedService(msgspec.Struct, frozen=True, kw_only=True):
    """A service with its prices."""

    id: str
    slug: str
    title: str
    category: str
    price: PriceView
    packages: tuple[PackageView, ...]


class PriceList(msgspec.Struct, frozen=True, kw_only=True):
    """All prices of a site, in the owner's order."""

    services: tuple[PricedService, ...] = ()
    note: str = ""
    """What is to be said about VAT."""


class PricesRead(msgspec.Struct, frozen=True, kw_only=True):
    """The prices and what is wrong with the files they come from; services with errors are not among them."""

    prices: PriceList
    findings: Findings


def read_prices(root: Path, now: datetime) -> PricesRead:
    """The prices of the published services of the site in `root` at `now`."""
    site_file = read_settings_text(root)
    loaded = load(site_file.text) if site_file.text is not None else None
    if loaded is None or loaded.settings is None:
        findings = (*site_file.findings, *(loaded.findings if loaded else ()))
        return PricesRead(prices=PriceList(), findings=Findings.of(findings))
    services, found = read_services(root, loaded.settings)
    terms = terms_of(loaded.settings, Moment.of(now, "minute"))
    prices = PriceList(services=tuple(priced(service, terms) for service in services), note=vat_note(terms))
    return PricesRead(prices=prices, findings=Findings.of((*loaded.findings, *found)))


def read_services(root: Path, settings: Settings) -> tuple[tuple[Service, ...], tuple[Diagnostic, ...]]:
    """The published services by the owner's order, and what is wrong with any."""
    services: list[Service] = []
    findings: list[Diagnostic] = []
    options = entry_options(settings)
    for file in scan(root, "content").files:
        if not file.path.endswith(".md") or kind_of(file.path) != "service":
            continue
        raw = read_file(root, file.path)
        if isinstance(raw, Diagnostic):
            findings.append(raw)
            continue
        document, faults = read_document(file.path, raw)
        findings.extend(faults)
        if document is None:
            continue
        made = service_from(document, options)
        findings.extend(made.findings)
        if made.entry and not made.entry.draft:
            services.append(made.entry)
    return tuple(sorted(services, key=lambda service: (service.order, sort_key(service.title)))), tuple(findings)


def priced(service: Service, terms: PriceTerms) -> PricedService:
    """One service with its prices."""
    return PricedService(
        id=service.id,
        slug=service.slug,
        title=service.title,
        category=service.category,
        price=price_view(service, terms),
        packages=package_views(service, terms),
    )
