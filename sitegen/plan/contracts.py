"""Who works on the owner's instructions without a contract that `site.yaml` knows of. Pure.

Whether one was really made, nobody here knows; the day is asked for so that the owner looks.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.legal.facts import LegalFacts
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.slugs import slugify


def contract_findings(facts: LegalFacts, settings: Settings, where: Whereabouts) -> Iterator[Diagnostic]:
    """Each of them once, where it is declared."""
    host, hosting = facts.host, settings.business.legal.hosting
    if host and host.contract is None and hosting:
        span = where.field(SITE_FILE, "business", "legal", "hosting")
        lines = "business:\n  legal:\n    hosting:\n      contract: 3.2.2026"
        yield Diagnostic(code="SG809", span=span, facts={"name": host.party.name, "lines": lines})
    entries = {slugify(field.use): number for number, field in enumerate(settings.third_parties)}
    others = (*facts.parties, *filter(None, (facts.receiver, None if hosting else host)))
    for involved in others:
        party = involved.party
        if party.processor and involved.contract is None:
            lines = f"third_parties:\n  - use: {party.id}\n    contract: 3.2.2026"
            number = entries.get(party.id)
            path = ("third_parties", number, "use") if number is not None else ("third_parties",)
            facts_of_it = {"name": party.name, "lines": lines}
            yield Diagnostic(code="SG809", span=where.field(SITE_FILE, *path), facts=facts_of_it)
