"""Rules that hold legal pages against what the settings say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.finding_pages import LegalPages
from sitegen.checks.legal.imprint_facts import check_imprint
from sitegen.checks.legal.privacy_facts import check_privacy
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal.rules import RULES_OF
from sitegen.settings.load import SITE_FILE

_COMMAND: Final = "{{ legal"
_FRESH: Final = timedelta(days=180)
"""How long rules are taken for granted."""


def check_told(site: FinishedSite, pages: LegalPages, told: Told) -> Iterator[Diagnostic]:
    """All of them."""
    for page, check in ((pages.imprint, check_imprint), (pages.privacy, check_privacy)):
        if page and page.facts.law.legal and not _is_broken(page, site, told):
            yield from check(page.facts.law.legal, page, site, told)
    days = (told.today - RULES_OF).days
    if timedelta(days=days) > _FRESH:
        yield Diagnostic(code="SG919", span=Span(file=SITE_FILE), facts={"days": days})


def _is_broken(page: FinishedPage, site: FinishedSite, told: Told) -> bool:
    """Whether its text should be made from settings and is not, because of a fault that is reported."""
    return page.source not in told.made and _COMMAND in site.texts.get(page.source, "")
