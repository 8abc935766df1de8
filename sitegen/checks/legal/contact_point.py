"""Whether the Impressum says whom to turn to because of comments (Art. 11 and 12 of Regulation (EU) 2022/2065)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.checks.legal.finding_pages import LegalPages
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.patterns import later

_SAID: Final = later(r"Kontaktstelle|2022/2065|\bDSA\b|Digital(?:e|er|en)[- ]Dienste", re.IGNORECASE)


def check_contact_point(pages: LegalPages, told: Told) -> Iterator[Diagnostic]:
    """Only where comments are shown or taken; an Impressum made from settings has it."""
    page = pages.imprint
    legal = page.facts.law.legal if page else None
    if page and legal and told.facts.comments and not _SAID().search("\n".join(legal.lines)):
        yield Diagnostic(code="SG966", span=Span(file=page.source or page.layout), facts={"page": page.url})
