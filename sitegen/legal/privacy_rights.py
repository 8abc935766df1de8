"""Sections of the privacy page on what visitors may ask for; the right to object stands apart. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.legal import missing
from sitegen.legal.authorities import authority_of
from sitegen.legal.document import Lines, Part, Piece, Section
from sitegen.legal.facts import LegalFacts
from sitegen.legal.voice import Voice, mail, plain, web
from sitegen.settings.business import Country


def rights_sections(facts: LegalFacts, voice: Voice, *, as_of: str) -> Iterator[Section]:
    """All of them, in the order of the page; `as_of` closes it."""
    swiss = "_ch" if facts.country is Country.CH else ""
    email = facts.business.email
    contact: Part = Lines(((mail(email),),)) if email else missing.EMAIL
    yield voice.section("dauer", "privacy_period", voice.paragraph("privacy_period_text"))
    yield voice.section("rechte", "privacy_rights", voice.paragraph(f"privacy_rights_text{swiss}"))
    objection = voice.paragraph(f"privacy_object_text{swiss}")
    yield voice.section("widerspruch", f"privacy_object{swiss}", objection, contact, apart=True)
    complaint = voice.paragraph(f"privacy_complaint_text{swiss}")
    yield voice.section("beschwerde", "privacy_complaint", complaint, _authority(facts, voice))
    decisions = voice.paragraph("privacy_decisions_text")
    yield voice.section("entscheidungen", "privacy_decisions", decisions, plain(as_of))


def _authority(facts: LegalFacts, voice: Voice) -> Part:
    business = facts.business
    postcode = business.address.postcode if business.address else ""
    found = authority_of(facts.country, business.legal.state, postcode)
    if found is None:
        return missing.STATE if business.address else missing.ADDRESS
    lines = (found.name, f"{found.street}, {found.city}")
    return Lines((*((Piece(voice.set(line)),) for line in lines), (web(found.url),)))
