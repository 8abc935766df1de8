"""What is wrong with the offer as a whole: services, prices, what texts say about them, voices and lists.

Brings together what the rules need; the rules themselves stand in `plan.services`, `checks` and `model.records`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import base_path
from sitegen.model.entries import Page
from sitegen.model.records import TESTIMONIALS, data_file, data_node, directory_findings, testimonial_findings
from sitegen.model.sections import Prices
from sitegen.plan.questions.site import SiteView
from sitegen.plan.references import meant
from sitegen.plan.services import service_findings
from sitegen.text.suggest import closest

PRICE_LIST = "prices"
DIRECTORY = "directory"
ABOUT_PRICES: Final = re.compile(r"\b(?:Preise|Preisliste|Honorare?|Tarife|Konditionen|Stundens[aä]tze?|Pakete)\b")
"""What a page is called that names prices, though all of it is typed by hand."""
"""Layouts of the theme that pages name."""


def offer_findings(gathered: Gathered, questions: SiteView) -> Iterator[Diagnostic]:
    """All of it but amounts in running text."""
    site, texts = gathered.site, gathered.readable
    yield from service_findings(site, gathered.where, base_path(site.settings.url))
    vat = site.settings.business.vat
    if vat:
        from sitegen.checks.vat_words import check_vat_words

        price_lists = (page.source for page in site.pages if shows_prices(page))
        files = (*(service.source for service in site.services), *price_lists)
        yield from check_vat_words(files, texts, vat, questions.vat_note())
    yield from record_findings(gathered)


def shows_prices(page: Page) -> bool:
    """Whether a page is about prices: by its layout, by one of its sections, or by what it is called."""
    if page.layout == PRICE_LIST or ABOUT_PRICES.search(page.title):
        return True
    return any(isinstance(section, Prices) for section in page.sections)


def record_findings(gathered: Gathered) -> Iterator[Diagnostic]:
    """What is wrong with testimonials and with the files that pages show as directories."""
    texts, data = gathered.readable, gathered.site.data
    file = data_file(TESTIMONIALS, texts)
    if file and (node := data_node(file, texts[file], data.get(TESTIMONIALS))):
        yield from testimonial_findings(node)
    for page in gathered.site.pages:
        if page.layout == DIRECTORY:
            yield from directory_page_findings(page, gathered)


def directory_page_findings(page: Page, gathered: Gathered) -> Iterator[Diagnostic]:
    """What is wrong with one of those pages, or with the file it names."""
    texts, data = gathered.readable, gathered.site.data
    file = data_file(page.data, texts) if page.data else ""
    if file:
        node = data_node(file, texts[file], data.get(page.data))
        yield from directory_findings(node) if node else ()
        return
    problem = f"content/data/{page.data}.yaml gibt es nicht" if page.data else "es steht nicht dabei, welche"
    cure = meant(closest(page.data, tuple(data), cutoff=0.6) or "") if page.data else "Ergänzen Sie: data: werkzeuge"
    span = gathered.where.field(page.source, "data")
    yield Diagnostic(code="SG324", span=span, facts={"problem": problem, "cure": cure})
