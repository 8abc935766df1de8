"""What a site says of itself in settings, brought together for the rules about legal pages (`checks.legal`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sitegen.build.texts.gathering import Gathered
from sitegen.checks.finished import FinishedSite
from sitegen.checks.legal.consumers import check_consumers
from sitegen.checks.legal.contact_point import check_contact_point
from sitegen.checks.legal.finding_pages import legal_pages
from sitegen.checks.legal.of_pages import check_pages
from sitegen.checks.legal.of_settings import check_told
from sitegen.checks.legal.told import Told
from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal.document import Kind
from sitegen.legal.switching import switching_findings
from sitegen.model.forms.form import FormKind
from sitegen.plan.contracts import contract_findings
from sitegen.plan.endings import endings_due
from sitegen.plan.legal import legal_facts, name_findings
from sitegen.plan.questions.site import SiteView
from sitegen.settings.load import SITE_FILE
from sitegen.text.tone import Tone


def law_findings(
    gathered: Gathered, site: FinishedSite, questions: SiteView, *, shown: Iterable[tuple[str, Kind, Tone]]
) -> Iterator[Diagnostic]:
    """Every finding about legal pages, about what they rest on, and about rules that are off.

    `shown` are the pages made from settings, as `plan.legal` finds them.
    """
    settings = gathered.site.settings
    made: defaultdict[str, frozenset[Kind]] = defaultdict(frozenset)
    for source, kind, _ in shown:
        made[source] |= {kind}
    told = Told(
        facts=legal_facts(gathered.site, questions.forms, questions.third_parties(), settings.tone),
        title=settings.title,
        made=made,
        endings=frozenset(endings_due(settings)),
        ending_spans={kind: _said_at(kind, gathered) for kind in endings_due(settings)},
        confirms=questions.forms.to_inbox,
        footer={link.title: link.page for link in settings.footer},
        today=gathered.site.now.at.date(),
    )
    pages = legal_pages(site.pages, told.sources)
    yield from check_pages(site, pages)
    yield from check_told(site, pages, told)
    yield from check_consumers(site, told)
    yield from check_contact_point(pages, told)
    yield from name_findings(told.facts, frozenset[Kind]().union(*made.values()), gathered.where)
    yield from contract_findings(told.facts, settings, gathered.where)
    yield from switching_findings(settings.legal, gathered.where)


def _said_at(kind: FormKind, gathered: Gathered) -> Span:
    """Where settings say that consumers make contracts on the site that end this way."""
    legal = gathered.site.settings.business.legal
    key = "contracts_online" if kind == "withdrawal" and legal.contracts_online else "subscriptions_online"
    return gathered.where.field(SITE_FILE, "business", "legal", key)
