"""Who works on the owner's instructions without a contract that `site.yaml` knows of. Pure.

Whether one was really made, nobody here knows; the day is asked for so that the owner looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal.facts import LegalFacts
from sitegen.schema.places import Step
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.slugs import slugify

_HOSTING: Final[tuple[Step, ...]] = ("business", "legal", "hosting")


def contract_findings(facts: LegalFacts, settings: Settings, where: Whereabouts) -> Iterator[Diagnostic]:
    """Each of them once, where it is declared."""
    host, hosting = facts.host, settings.business.legal.hosting
    if host and host.contract is None and hosting:
        span = _place((*_HOSTING, "contract"), (*_HOSTING, "use" if hosting.use else "provider"), _HOSTING, where=where)
        lines = "business:\n  legal:\n    hosting:\n      contract: 3.2.2026"
        yield Diagnostic(code="SG809", span=span, facts={"name": host.party.name, "lines": lines})
    entries = {slugify(field.use): number for number, field in enumerate(settings.third_parties)}
    others = (*facts.parties, *filter(None, (facts.receiver, None if hosting else host)))
    for involved in others:
        party = involved.party
        if party.processor and involved.contract is None:
            lines = f"third_parties:\n  - use: {party.id}\n    contract: 3.2.2026"
            number = entries.get(party.id)
            entry: tuple[Step, ...] = _brought_by(party.id, settings) if number is None else ("third_parties", number)
            span = _place((*entry, "contract"), (*entry, "use"), entry, where=where)
            yield Diagnostic(code="SG809", span=span, facts={"name": party.name, "lines": lines})


def _brought_by(party: str, settings: Settings) -> tuple[Step, ...]:
    """What brings a party that has no entry."""
    if settings.analytics and settings.analytics.provider == party:
        return ("analytics", "provider")
    return ("delivery", "provider") if settings.delivery.provider == party else ("third_parties",)


def _place(*paths: tuple[Step, ...], where: Whereabouts) -> Span:
    """The first of them that `site.yaml` says: the empty day, else who it is with, else the group around."""
    spans = (where.word(SITE_FILE, *path) for path in paths)
    return next((span for span in spans if span.line), Span(file=SITE_FILE))
