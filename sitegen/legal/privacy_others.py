"""Sections of the privacy page on who else is involved: embedded things, analytics, consent, recipients. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.legal.document import Items, Part, Section
from sitegen.legal.facts import LegalFacts
from sitegen.legal.privacy_party import NEWSLETTER, all_about, country_of_data, who
from sitegen.legal.voice import Voice
from sitegen.model.third_parties.analytics import OWN_SERVER
from sitegen.settings.business import Country


def other_sections(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    """Those that the site needs, in the order of the page."""
    embedded = [
        involved for involved in facts.parties if not involved.party.page_wide and involved.party.category != NEWSLETTER
    ]
    everywhere = [involved for involved in facts.parties if involved.party.page_wide]
    if embedded:
        loads_unasked = any(not involved.is_asked for involved in embedded)
        beginning = voice.paragraph("privacy_embeds_loaded" if loads_unasked else "privacy_embeds_text")
        parts = all_about(embedded, facts, voice)
        yield voice.section("anbieter-inhalte", "privacy_embeds", beginning, *parts)
    if everywhere:
        beginning = voice.paragraph("privacy_everywhere_text")
        yield voice.section("zaehlung", "privacy_everywhere", beginning, *all_about(everywhere, facts, voice))
    if any(involved.is_asked for involved in facts.parties):
        kept = voice.paragraph("privacy_consent_text", days=facts.days_kept)
        withdrawn = voice.paragraph("privacy_consent_withdraw", place=voice.say("consent_settings"))
        yield voice.section("einwilligung", "privacy_consent", kept, withdrawn)
    if facts.has_services:
        yield voice.section("auftraege", "privacy_orders", *_orders(facts, voice))
    yield voice.section("empfaenger", "privacy_recipients", *_recipients(facts, voice))


def _orders(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    is_swiss = facts.country is Country.CH
    yield voice.paragraph(
        "privacy_orders_text", "" if is_swiss else "privacy_orders_basis", f"privacy_orders_kept_{facts.country}"
    )


def _recipients(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    """Everybody else who may see data, each once, and where it goes; Swiss law wants every country named."""
    all_ = [involved.party for involved in (facts.host, facts.receiver, *facts.parties) if involved]
    parties = list({party.id: party for party in all_ if party.provider != OWN_SERVER}.values())
    if not parties:
        yield voice.paragraph("privacy_recipients_nobody")
        return
    yield voice.paragraph("privacy_recipients_text")
    yield Items(
        tuple(
            voice.say("privacy_recipient", who=who(party, voice), purpose=voice.set(party.purpose)) for party in parties
        )
    )
    abroad = [party for party in parties if party.third_country]
    if not abroad:
        yield voice.paragraph("privacy_no_countries_ch" if facts.country is Country.CH else "privacy_no_countries")
        return
    yield voice.paragraph("privacy_countries_ch" if facts.country is Country.CH else "privacy_countries")
    yield Items(
        tuple(
            voice.say("privacy_country", name=voice.set(party.name), country=voice.set(country_of_data(party, facts)))
            for party in abroad
        )
    )
