"""Voices of customers whose page does not say how they were checked, and ratings of oneself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sitegen.checks.amounts import plain
from sitegen.checks.finished import FinishedSite
from sitegen.checks.places import find_in_text
from sitegen.checks.statements.blame import at_layouts
from sitegen.checks.statements.words import VOICES
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.records import Testimonial

_MATCHED: Final = 30
"""So many characters tell one voice from another."""


def check_voices(site: FinishedSite, voices: Iterable[Testimonial], titles: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Voices that stand on a page without a word on how they were checked.

    `voices` are those on record, of whom the file says it or lacks it; `titles` what pages are called, by their source.
    """
    on_record = {_start(voice.quote[0]): bool(voice.checked) for voice in voices if voice.quote}
    silent = {
        page.url: [quote for quote in page.facts.statements.quotes if not quote.is_checked] for page in site.pages
    }
    dropped = (page for page in site.pages if any(on_record.get(_start(quote.beginning)) for quote in silent[page.url]))
    yield from at_layouts("SG930", dropped, site, parts=("parts/testimonial.html",))
    for page in site.pages:
        typed = [quote for quote in silent[page.url] if _start(quote.beginning) not in on_record]
        if typed and page.kind in {"page", "home"} and VOICES().search(titles.get(page.source, "")):
            span = find_in_text(site.texts.get(page.source, ""), _start(typed[0].beginning), page.source)
            yield Diagnostic(code="SG930", span=span or Span(file=page.source), facts={"pages": page.url})


def check_own_ratings(site: FinishedSite) -> Iterator[Diagnostic]:
    """Ratings of the own business in data for machines."""
    for type_ in dict.fromkeys(type_ for page in site.pages for type_ in page.facts.statements.own_ratings):
        pages = (page for page in site.pages if type_ in page.facts.statements.own_ratings)
        yield from at_layouts("SG931", pages, site, parts=("parts/structured_data.html",), facts={"type": type_})


def _start(said: str) -> str:
    """By which a voice is known again."""
    return plain(said)[:_MATCHED]
