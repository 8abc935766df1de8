"""The Impressum: who is behind the site, as the law of the country wants it told. Pure.

Sections appear only where there is something to say in them; what must be said and is not known is marked as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.legal import missing
from sitegen.legal.document import Document, Facts, Lines, Missing, Part, Piece, Section
from sitegen.legal.facts import LegalFacts
from sitegen.legal.voice import Voice, mail, plain, web
from sitegen.settings.business import Country, Vat

_COMPANY: Final = re.compile(r"\b(?:GmbH|UG|AG|KG|OG|OHG|GbR|Ges\.?b\.?R|eG|SE|Ltd)\b|[Gg]esellschaft|e\.\s?V\.")
"""Legal forms that act through somebody."""


def imprint(facts: LegalFacts, voice: Voice) -> Document:
    """The whole Impressum."""
    sections = (
        _provider(facts, voice),
        _contact(facts, voice),
        *_activity(facts, voice),
        *_register(facts, voice),
        *_vat(facts, voice),
        *_profession(facts, voice),
        *_supervision(facts, voice),
        *_insurance(facts, voice),
        *_responsible(facts, voice),
        *_contact_point(facts, voice),
    )
    return Document(kind="impressum", sections=sections)


def is_company(facts: LegalFacts) -> bool:
    """Whether the business has a legal form and acts through somebody."""
    return bool(_COMPANY.search(f"{facts.business.legal.form} {facts.name}"))


def who_lines(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    """Name and address, and what of them is missing."""
    business, legal = facts.business, facts.business.legal
    owner, has_organs = voice.set(business.owner), is_company(facts)
    company = facts.name if not legal.form or legal.form in facts.name else f"{facts.name} {voice.set(legal.form)}"
    if has_organs:
        who = [company, *([voice.say("imprint_represented", name=by)] if (by := legal.represented_by or owner) else [])]
    else:
        who = [owner, *([company] if company != owner else [])] if owner else []
    address = business.address
    where = [address.street, f"{address.postcode} {address.city}"] if address else []
    if who or where:
        yield Lines(tuple((Piece(line),) for line in (*who, *map(voice.set, where))))
    if has_organs and not (legal.represented_by or owner):
        yield missing.REPRESENTED
    elif not has_organs and not owner:
        yield missing.OWNER
    if not address:
        yield missing.ADDRESS


def reach_lines(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    """Telephone and e-mail; a missing address for mails is said."""
    email = facts.business.email
    lines = []
    if facts.phone:
        lines.append((Piece(f"{voice.say('imprint_phone')}: "), Piece(facts.phone, facts.phone_href)))
    if email:
        lines.append((Piece(f"{voice.say('imprint_email')}: "), mail(email)))
    if lines:
        yield Lines(tuple(lines))
    if not email:
        yield missing.EMAIL


def _provider(facts: LegalFacts, voice: Voice) -> Section:
    return voice.section("anbieter", f"imprint_{facts.country}", *who_lines(facts, voice))


def _contact(facts: LegalFacts, voice: Voice) -> Section:
    """Only German law asks for a telephone (§ 2 (1) Nr. 2 DL-InfoV)."""
    lack = missing.PHONE if not facts.phone and facts.country is Country.DE else None
    return voice.section("kontakt", "imprint_contact", *reach_lines(facts, voice), lack)


def _activity(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    if facts.country is Country.AT:
        activity = facts.business.legal.activity
        part = plain(voice.set(activity)) if activity else missing.ACTIVITY
        yield voice.section("gegenstand", "imprint_activity", part)


def _register(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    register = facts.business.legal.register
    if register:
        rows = ((f"imprint_court_{facts.country}", register.court), ("imprint_number", register.number))
        lacks = _lacking((register.court, missing.COURT), (register.number, missing.NUMBER))
        yield voice.section("register", f"imprint_register_{facts.country}", _facts(rows, voice), *lacks)


def _vat(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    business, legal, country = facts.business, facts.business.legal, facts.country
    is_small = business.vat is Vat.SMALL_BUSINESS and country is not Country.CH
    rows = ((f"imprint_vat_id_{country}", legal.vat_id), ("imprint_business_id", legal.business_id))
    if legal.vat_id or legal.business_id or is_small:
        note = voice.paragraph(f"imprint_small_{country}") if is_small else None
        heading = "imprint_vat_ch" if country is Country.CH else "imprint_vat"
        yield voice.section("umsatzsteuer", heading, _facts(rows, voice), note)


def _profession(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    """A regulated profession, with its chamber if it has one; in Austria a membership in one alone is no profession."""
    profession = facts.business.legal.profession
    if profession is None:
        return
    is_membership = facts.country is not Country.DE and not profession.title
    rows = (
        ("imprint_title", profession.title),
        ("imprint_state", profession.state),
        ("imprint_chamber", profession.chamber),
        ("imprint_rules", profession.rules),
    )
    link = Lines(((web(profession.rules_url),),)) if profession.rules_url.startswith("https://") else None
    lacks = _lacking((profession.chamber, missing.CHAMBER))
    if not is_membership:
        lacks = _lacking(
            (profession.title, missing.TITLE),
            (profession.state, missing.STATE_OF_TITLE),
            (profession.rules, missing.RULES),
            (profession.rules_url, missing.RULES_URL),
        )
    heading = "imprint_membership" if is_membership else "imprint_profession"
    yield voice.section("beruf", heading, _facts(rows, voice), link, *lacks)


def _supervision(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    supervision = facts.business.legal.supervision
    if supervision:
        yield voice.section("aufsicht", "imprint_supervision", plain(voice.set(supervision)))


def _insurance(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    insurance = facts.business.legal.insurance
    if insurance:
        rows = (
            ("imprint_insurer", insurance.insurer),
            ("imprint_insurer_address", insurance.address),
            ("imprint_territory", insurance.territory),
        )
        lacks = _lacking(
            (insurance.insurer, missing.INSURER),
            (insurance.address, missing.INSURER_ADDRESS),
            (insurance.territory, missing.TERRITORY),
        )
        yield voice.section("versicherung", "imprint_insurance", _facts(rows, voice), *lacks)


def _responsible(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    """Who answers for posts: the owner unless somebody else is named; in Germany, and only where there are posts."""
    if facts.country is not Country.DE or not facts.has_posts:
        return
    business, named = facts.business, facts.business.legal.responsible
    own = business.address
    name = named.name if named else business.owner or business.legal.represented_by
    address = (named.address if named else "") or (f"{own.street}, {own.postcode} {own.city}" if own else "")
    lack = missing.RESPONSIBLE if is_company(facts) else missing.OWNER
    lacks = _lacking((name, lack), (address, missing.ADDRESS))
    text = plain(voice.set(", ".join(filter(None, (name, address))))) if name or address else None
    yield voice.section("verantwortlich", "imprint_responsible", text, *lacks)


def _contact_point(facts: LegalFacts, voice: Voice) -> Iterator[Section]:
    """Whoever shows what others write must be reachable (Art. 11 and 12 DSA); Swiss law has no such rule."""
    if facts.comments and facts.country is not Country.CH:
        email = facts.business.email
        reached: Part = Lines(((mail(email),),)) if email else missing.EMAIL
        said = voice.paragraph("imprint_contact_point_text")
        yield voice.section("kontaktstelle", "imprint_contact_point", said, reached)


def _facts(rows: tuple[tuple[str, str], ...], voice: Voice) -> Facts | None:
    """What of it is said; None where nothing is."""
    said = tuple((voice.say(key), (Piece(voice.set(value)),)) for key, value in rows if value)
    return Facts(said) if said else None


def _lacking(*needed: tuple[str, Missing]) -> tuple[Missing, ...]:
    return tuple(lack for value, lack in needed if not value)
