"""Rules that hold legal pages against what the settings say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.legal.finding_pages import LegalPages
from sitegen.checks.legal.imprint_facts import check_imprint
from sitegen.checks.legal.privacy_facts import check_privacy
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal.rules import RULES_OF
from sitegen.settings.load import SITE_FILE

_FRESH: Final = timedelta(days=180)
"""How long rules are taken for granted."""


def check_told(site: FinishedSite, pages: LegalPages, told: Told) -> Iterator[Diagnostic]:
    """All of them."""
    if pages.imprint and pages.imprint.facts.law.legal:
        yield from check_imprint(pages.imprint.facts.law.legal, pages.imprint, site, told)
    if pages.privacy and pages.privacy.facts.law.legal:
        yield from check_privacy(pages.privacy.facts.law.legal, pages.privacy, site, told)
    days = (told.today - RULES_OF).days
    if timedelta(days=days) > _FRESH:
        yield Diagnostic(code="SG919", span=Span(file=SITE_FILE), facts={"days": days})
