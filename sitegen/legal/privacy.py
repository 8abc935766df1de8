"""The privacy page: sections only for what the site really does, in the order of Art. 13 GDPR. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from sitegen.legal.blocks import TEXTS_OF
from sitegen.legal.document import Document, Items, Part, Section
from sitegen.legal.facts import LegalFacts
from sitegen.legal.imprint import reach_lines, who_lines
from sitegen.legal.law import DEVICE, PROCESSING
from sitegen.legal.missing import HOSTING
from sitegen.legal.privacy_others import other_sections
from sitegen.legal.privacy_party import country_of_data
from sitegen.legal.privacy_rights import rights_sections
from sitegen.legal.privacy_writing import writing_sections
from sitegen.legal.voice import Voice
from sitegen.settings.business import Country
from sitegen.text.moments import Moment, long_date, parse_moment

_LOGGED: Final = ("privacy_visit_address", "privacy_visit_page", "privacy_visit_referrer", "privacy_visit_browser")


def privacy(facts: LegalFacts, voice: Voice) -> Document:
    """The whole privacy page."""
    sections = (
        voice.section("stelle", "privacy_controller", *who_lines(facts, voice), *reach_lines(facts, voice)),
        _in_short(facts, voice),
        voice.section("aufruf", "privacy_visit", *_visit(facts, voice)),
        *writing_sections(facts, voice),
        *other_sections(facts, voice),
        *rights_sections(facts, voice, as_of=voice.say("privacy_as_of", date=_as_of(facts))),
    )
    return Document(kind="datenschutz", sections=sections)


def _in_short(facts: LegalFacts, voice: Voice) -> Section:
    """What touches the visitor's device: Swiss law wants it told, that of the Union consented to."""
    key = "privacy_short_quiet" if facts.parties else "privacy_short_nothing"
    if any(involved.is_asked for involved in facts.parties):
        key = "privacy_short_asked"
    swiss = "_ch" if facts.country is Country.CH else ""
    return voice.section("kurz", "privacy_short", voice.paragraph(f"{key}{swiss}", law=DEVICE[facts.country]))


def _visit(facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    """Who delivers the site, and what is logged."""
    if facts.host is None:
        yield HOSTING
        return
    party, hosting = facts.host.party, facts.business.legal.hosting
    yield voice.paragraph("privacy_visit_host", who=", ".join(filter(None, (party.provider, party.seat))))
    yield Items(tuple(map(voice.say, _LOGGED)))
    days = hosting.log_days if hosting else 0
    yield voice.paragraph(
        "privacy_visit_purpose",
        "privacy_visit_basis" if facts.country is not Country.CH else "",
        "privacy_visit_days" if days else "privacy_visit_until",
        n=days,
    )
    if facts.host.contract:
        yield voice.paragraph("privacy_processor", law=PROCESSING[facts.country])
    if party.third_country:
        key = "privacy_to_state" if facts.country is Country.CH else "privacy_to_country"
        yield voice.paragraph(key, country=country_of_data(party, facts))


def _as_of(facts: LegalFacts) -> str:
    """The day of the page: the owner's, else the latest day on which anything in it was looked up."""
    if stated := facts.business.legal.as_of:
        return long_date(stated, facts.language)
    looked_up = (involved.party.checked for involved in (facts.host, facts.receiver, *facts.parties) if involved)
    return long_date(_moment(max((TEXTS_OF, *filter(None, looked_up)))), facts.language)


def _moment(day: date) -> Moment:
    return parse_moment(day.isoformat())
