"""Which text speaks to its readers in which form, for the check of texts that mix them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.build.texts.gathering import Gathered
from sitegen.checks.finished import FinishedSite
from sitegen.checks.forms_of_address import check_forms_of_address
from sitegen.checks.legal.finding_pages import is_legal
from sitegen.diagnostics import Diagnostic


def address_findings(gathered: Gathered, bodies: Mapping[str, str], site: FinishedSite) -> Iterator[Diagnostic]:
    """Texts that do not speak as the site does. Terms and other legal texts are often somebody else's words."""
    legal = {page.source for page in site.pages if is_legal(page)}
    own = gathered.site.settings.tone
    tones = {entry.source: entry.tone or own for entry in gathered.entries if entry.source not in legal}
    yield from check_forms_of_address(bodies, tones, gathered.readable)
