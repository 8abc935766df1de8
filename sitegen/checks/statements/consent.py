"""How a finished page asks for consent and lets it be taken back, and whether it has the policy of the site.

Our own parts do it right; a layout of the owner's that takes their place may not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.places import find_in_text, span_at
from sitegen.checks.requests.request import hosts_of
from sitegen.checks.statements.asked import Asked
from sitegen.checks.statements.blame import at_layouts
from sitegen.checks.statements.words import UNCLEAR
from sitegen.diagnostics import Diagnostic, Span
from sitegen.plan.consent import ConsentView
from sitegen.plan.third_parties import DeclaredParty
from sitegen.settings.load import SITE_FILE
from sitegen.text.patterns import later

_NOTICE: Final = ("parts/consent.html",)
_SETTINGS: Final = ("parts/consent_settings.html", *_NOTICE)
_WAY_BACK: Final = ("parts/consent_link.html", "parts/footer_links.html", "parts/consent_settings.html", "base.html")
_WITHOUT_END: Final = frozenset({"redirect"})
_TALKATIVE: Final = frozenset({"unsafe-url", "no-referrer-when-downgrade"})


def check_consent(site: FinishedSite, consent: ConsentView) -> Iterator[Diagnostic]:
    """All of it; nothing where visitors are asked for nothing."""
    if not consent.parties:
        return
    pages = [page for page in site.pages if page.kind and page.kind not in _WITHOUT_END]
    yield from at_layouts("SG938", (p for p in pages if not p.facts.statements.leads_back), site, parts=_WAY_BACK)
    yield from _asked_for_nothing(site, consent)
    asking = [(page, page.facts.statements.asked) for page in pages]
    for problem in dict.fromkeys(problem for _, asked in asking if asked for problem in problems_of(asked)):
        faulty = (page for page, asked in asking if asked and problem in problems_of(asked))
        parts = _SETTINGS if problem == TICKED else _NOTICE
        yield from at_layouts("SG940", faulty, site, parts=parts, facts={"problem": problem})
    if consent.asks_at_once:
        yield from _styled_alone(site)
    for words in dict.fromkeys(words for _, asked in asking if asked for words in missing_in(asked, consent)):
        faulty = (page for page, asked in asking if asked and words in missing_in(asked, consent))
        yield from at_layouts("SG941", faulty, site, parts=_NOTICE, facts={"words": words})


def _asked_for_nothing(site: FinishedSite, consent: ConsentView) -> Iterator[Diagnostic]:
    """Entries that visitors are asked about although nothing on the site is of them.

    Who works for the owner (`processor`) may do so without a page knowing; what counts visits is put in by its section.
    """
    bearers = (*(page.facts.requests for page in site.pages), *(file.requests for file in site.files))
    asked = frozenset(host for requests in bearers for host in hosts_of(requests))
    for party in (one.party for one in consent.parties):
        entered = isinstance(party, DeclaredParty) and party.origin == "entry" and not party.processor
        if entered and not any(map(party.serves, asked)):
            text = site.texts.get(SITE_FILE, "")
            typed = (find_in_text(text, needle, SITE_FILE) for needle in (f"use: {party.id}", party.name))
            span = next(filter(None, typed), Span(file=SITE_FILE))
            yield Diagnostic(code="SG920", span=span, facts={"name": party.name})


def check_policies(site: FinishedSite) -> Iterator[Diagnostic]:
    """Whole pages that have not the policy of the site, or tell others more than their own address."""
    pages = [page for page in site.pages if page.kind and page.facts.law.is_page]
    yield from at_layouts("SG943", (p for p in pages if p.facts.statements.policy), site, parts=())
    for value in sorted(_TALKATIVE):
        talking = (page for page in pages if page.facts.requests.referrer == value)
        yield from at_layouts("SG944", talking, site, parts=("base.html",), facts={"value": value})


_ONE_BUTTON: Final = later(r"""\[value\s*=\s*["']?(accept|refuse)["']?\s*\]""")
TICKED: Final = "ein Kästchen ist schon angekreuzt"


def _styled_alone(site: FinishedSite) -> Iterator[Diagnostic]:
    """Rules of the owner's stylesheets that are for one of the two buttons alone."""
    for file, text in (*site.layouts.items(), *site.static.items()):
        if not file.endswith(".css") or "[value" not in text:
            continue
        meant = {match[1]: match for match in _ONE_BUTTON().finditer(text)}
        if len(meant) == 1:
            match = next(iter(meant.values()))
            facts = {"pages": "allen Seiten", "problem": "eine Regel gestaltet nur einen der beiden Knöpfe"}
            yield Diagnostic(code="SG940", span=span_at(text, match.start(), len(match[0]), file), facts=facts)


def problems_of(asked: Asked) -> tuple[str, ...]:
    """What makes refusing harder than accepting, or a choice none; German half sentences."""
    return tuple(_problems(asked))


def _problems(asked: Asked) -> Iterator[str]:
    if asked.ticked:
        yield TICKED
    if not asked.has_notice:
        return
    accept = next((button for button in asked.buttons if button.value == "accept"), None)
    refuse = next((button for button in asked.buttons if button.value == "refuse"), None)
    if accept and not refuse:
        yield "ein Knopf zum Ablehnen fehlt auf der ersten Ebene"
    if accept and refuse and accept.look != refuse.look:
        yield "die Knöpfe zum Annehmen und zum Ablehnen sind verschieden gemacht"
    if accept and UNCLEAR().fullmatch(accept.label):
        yield f"„{accept.label}“ sagt nicht, dass jemand einwilligt"
    if asked.urging:
        yield f"„{asked.urging}“ lobt, statt den Zweck zu nennen"


def missing_in(asked: Asked, consent: ConsentView) -> tuple[str, ...]:
    """What a visitor must read before she chooses and does not; German, as it is to be named."""
    if not asked.has_notice:
        return ()
    needed = {
        "das Wort „Einwilligung“": asked.says_consent,
        "dass sie sich widerrufen lässt": asked.says_withdrawal,
        f"wie viele Anbieter es sind ({len(consent.parties)})": len(consent.parties) in asked.numbers,
        "dass Daten in ein Drittland gehen": asked.says_abroad or not consent.leaves_the_eea,
    }
    return tuple(words for words, is_said in needed.items() if not is_said)
