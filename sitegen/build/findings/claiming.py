"""What stands in the texts that sell something to consumers, held against the law: claims, and prices taken apart.

Looks at texts alone, in every build; the rules are imported where a site sells anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.build.findings.offers import shows_prices
from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Diagnostic
from sitegen.settings.business import Audience, Country, country_of


def claim_findings(gathered: Gathered) -> Iterator[Diagnostic]:
    """Claims about nature, prices that are taken apart; none where businesses alone are served."""
    settings, texts = gathered.site.settings, tuple(offered(gathered))
    if not texts or settings.business.audience is Audience.BUSINESS:
        return
    from sitegen.checks.split_prices import check_split_prices
    from sitegen.checks.statements.advertising import check_claims

    yield from check_claims(texts, gathered.readable)
    if country_of(settings.business, settings.language) is Country.DE:
        yield from check_split_prices(texts, gathered.readable)


def offered(gathered: Gathered) -> Iterator[str]:
    """The texts that sell something: services and lists of prices."""
    yield from (service.source for service in gathered.site.services)
    yield from (page.source for page in gathered.site.pages if shows_prices(page))
