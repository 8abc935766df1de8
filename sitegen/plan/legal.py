"""What legal pages say on this site: the facts they need, gathered, and what of them is missing.

From settings, entries and declarations; pure. Texts and the choice among them are `legal`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.legal import missing
from sitegen.legal.document import Document, Kind, Missing
from sitegen.legal.facts import Involved, LegalFacts
from sitegen.legal.missing import rule_of
from sitegen.model.body import Body, CallSlot
from sitegen.model.site import Site
from sitegen.model.third_parties import SHIPPED
from sitegen.model.third_party import ThirdParty
from sitegen.plan.consent import DAYS_KEPT, is_asked
from sitegen.plan.forms import SiteForms
from sitegen.plan.third_parties import DeclaredParty
from sitegen.settings.business import Country, country_of
from sitegen.settings.business_legal import Hosting
from sitegen.settings.load import SITE_FILE
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.suggest import closest
from sitegen.text.tone import Tone

LEGAL: Final = "legal"
"""The name of the block that shows a legal page, and of its slot."""

_HOSTING: Final = "hosting"
_NAMING: Final[frozenset[Kind]] = frozenset({"impressum", "datenschutz"})
"""The legal pages that say who is behind the site."""


def legal_document(kind: Kind, facts: LegalFacts) -> Document:
    """A legal page."""
    from sitegen.legal.voice import Voice

    voice = Voice(tone=facts.tone, language=facts.language)
    match kind:
        case "impressum":
            from sitegen.legal.imprint import imprint

            return imprint(facts, voice)
        case "datenschutz":
            from sitegen.legal.privacy import privacy

            return privacy(facts, voice)
        case "barrierefreiheit":
            from sitegen.legal.accessibility import accessibility

            return accessibility(facts, voice)


def legal_facts(site: Site, forms: SiteForms, parties: tuple[DeclaredParty, ...], tone: Tone) -> LegalFacts:
    """All that legal pages of `site` are made from, for a page in `tone`."""
    from sitegen.plan.business import business_view

    settings, view = site.settings, business_view(site.settings, site.now)
    host, receiver = _host(settings.business.legal.hosting, parties), settings.delivery.provider
    others = tuple(party for party in parties if party.category != _HOSTING and party.id != receiver)
    return LegalFacts(
        business=settings.business,
        name=view.name,
        country=country_of(settings.business, settings.language),
        language=settings.language,
        tone=tone,
        phone=view.phone.display if view.phone else "",
        phone_href=view.phone.href if view.phone else "",
        has_posts=bool(site.posts),
        has_services=bool(site.services),
        forms=frozenset(shown.form.kind for shown in forms.shown),
        provider=receiver,
        comments=settings.comments if forms.comments_open else None,
        host=host,
        parties=tuple(map(_involved, others)),
        receiver=next((_involved(party) for party in parties if party.id == receiver), None),
        days_kept=DAYS_KEPT,
    )


def shown_documents(bodies: Mapping[str, Body]) -> Iterator[tuple[str, Kind, Tone]]:
    """Which legal pages are shown: in which text, and in which tone."""
    for source, body in bodies.items():
        for slot in body.slots:
            if isinstance(slot, CallSlot) and slot.name == LEGAL:
                yield source, msgspec.convert(slot.arguments[0], Kind), Tone(slot.options["tone"])


def hosting_findings(hosting: Hosting | None, where: Whereabouts) -> Iterator[Diagnostic]:
    """A host that is none of the shipped ones."""
    if hosting is None or not hosting.use:
        return
    from sitegen.diagnostics.catalogue.legal import pages_in_words

    hosts = {id_ for id_, party in SHIPPED.items() if party.category == _HOSTING}
    if hosting.use not in hosts:
        facts = {"value": hosting.use, "hint": pages_in_words(closest(hosting.use, hosts), sorted(hosts))}
        span = where.word(SITE_FILE, "business", "legal", "hosting", "use")
        yield Diagnostic(code="SG852", span=span, facts=facts)


def legal_findings(
    bodies: Mapping[str, Body], document: Callable[[Kind, Tone], Document], where: Whereabouts, *, country: Country
) -> Iterator[Diagnostic]:
    """What is missing on legal pages that are shown, each thing once: the first page that lacks it is named."""
    seen: set[Missing] = set()
    for source, kind, tone in shown_documents(bodies):
        for lack in document(kind, tone).missing():
            if lack not in seen:
                seen.add(lack)
                facts = {"what": lack.what, "key": lack.key, "page": source, "lines": f"business:\n{_below(lack)}"}
                rule = rule_of(lack, country)
                yield Diagnostic(code="SG860", span=_place(lack, where), facts=facts, rule=rule)


def name_findings(facts: LegalFacts, made: Collection[Kind], where: Whereabouts) -> Iterator[Diagnostic]:
    """Names on legal pages made from settings that can hardly be a first and a family name."""
    from sitegen.legal.imprint import is_company

    if not _NAMING.isdisjoint(made) and (name := shown_name(facts)):
        yield from _name_finding(name, missing.REPRESENTED if is_company(facts) else missing.OWNER, facts, where)
    responsible = facts.business.legal.responsible
    if "impressum" in made and responsible and facts.has_posts and facts.country is Country.DE:
        yield from _name_finding(responsible.name, missing.RESPONSIBLE, facts, where)


def shown_name(facts: LegalFacts) -> str:
    """Who stands for the business: its owner, or who represents it."""
    from sitegen.legal.imprint import is_company

    business = facts.business
    return (is_company(facts) and business.legal.represented_by) or business.owner


def _name_finding(name: str, lack: Missing, facts: LegalFacts, where: Whereabouts) -> Iterator[Diagnostic]:
    from sitegen.legal.naming import is_full_name, is_of_a_business

    if name and (not is_full_name(name) or (lack is missing.OWNER and is_of_a_business(name))):
        typed = {"name": name, "lines": f"business:\n{_below(lack)}"}
        yield Diagnostic(code="SG855", span=_place(lack, where), facts=typed, rule=rule_of(lack, facts.country))


def _place(lack: Missing, where: Whereabouts) -> Span:
    """Where it belongs: its own line where that is there and empty, else the group around it."""
    path = lack.key.split(".")
    spans = (where.field(SITE_FILE, *path[:length]) for length in range(len(path), 0, -1))
    return next((span for span in spans if span.line), Span(file=SITE_FILE))


def _below(lack: Missing) -> str:
    return "\n".join(f"  {line}" for line in lack.example.split("\n"))


def _host(hosting: Hosting | None, parties: tuple[DeclaredParty, ...]) -> Involved | None:
    """Where the site lies: as the owner says, else the one host among the declared parties."""
    hosts = [party for party in parties if party.category == _HOSTING]
    if hosting is None:
        return _involved(hosts[0]) if len(hosts) == 1 else None
    named = next((party for party in hosts if party.id == hosting.use), None)
    if named:
        return msgspec.structs.replace(_involved(named), contract=hosting.contract or named.contract)
    if not hosting.provider:
        return None
    own = ThirdParty(
        id=_HOSTING,
        name=hosting.provider,
        category=_HOSTING,
        provider=hosting.provider,
        seat=hosting.seat,
        purpose="die Website bereithalten und ausliefern",
        legal_basis="legitimate_interest",
        third_country=hosting.third_country,
        privacy_url="",
        checked=None,
    )
    return Involved(party=own, contract=hosting.contract)


def _involved(party: DeclaredParty) -> Involved:
    return Involved(party=party, contract=party.contract, is_asked=is_asked(party))
