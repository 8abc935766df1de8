"""Voices of customers whose page does not say how they were checked, and ratings of oneself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sitegen.checks.amounts import plain
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import find_in_text
from sitegen.checks.statements.blame import at_layouts
from sitegen.checks.statements.words import VOICES
from sitegen.diagnostics import Diagnostic, Span

_MATCHED: Final = 30
"""So many characters tell one voice from another."""


def check_voices(site: FinishedSite, voices: Iterable[str], titles: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Voices that stand on a page without a word on how they were checked.

    `voices` are those of the site that say so in their record, `titles` what pages are called, by their source.
    """
    known = frozenset(plain(voice)[:_MATCHED] for voice in voices)
    dropped = [page for page in site.pages if any(_of_record(page, known))]
    yield from at_layouts("SG930", dropped, site, parts=("parts/testimonial.html",))
    typed = (page for page in site.pages if page not in dropped and VOICES.search(titles.get(page.source, "")))
    for page in typed:
        silent = [quote for quote in page.facts.statements.quotes if not quote.is_checked]
        if silent and page.kind in {"page", "home"}:
            span = find_in_text(site.texts.get(page.source, ""), silent[0].beginning[:_MATCHED], page.source)
            yield Diagnostic(code="SG930", span=span or Span(file=page.source), facts={"pages": page.url})


def check_own_ratings(site: FinishedSite) -> Iterator[Diagnostic]:
    """Ratings of the own business in data for machines."""
    for type_ in dict.fromkeys(type_ for page in site.pages for type_ in page.facts.statements.own_ratings):
        pages = (page for page in site.pages if type_ in page.facts.statements.own_ratings)
        yield from at_layouts("SG931", pages, site, parts=("parts/structured_data.html",), facts={"type": type_})


def _of_record(page: FinishedPage, known: frozenset[str]) -> Iterator[str]:
    for quote in page.facts.statements.quotes:
        if not quote.is_checked and quote.beginning[:_MATCHED] in known:
            yield quote.beginning
