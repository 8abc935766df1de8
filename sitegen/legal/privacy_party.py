"""What the privacy page says of one third party: who, what for, on which ground, and what is stored. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.legal.document import Facts, Part, Piece, Storage, Subheading
from sitegen.legal.facts import Involved, LegalFacts
from sitegen.legal.law import DEVICE, PROCESSING
from sitegen.legal.voice import Voice, plain, web
from sitegen.model.third_party import ThirdParty
from sitegen.settings.business import Country

NEWSLETTER: Final = "newsletter"
"""The category, and the kind of form, that has a section of its own."""


def all_about(involved: Iterable[Involved], facts: LegalFacts, voice: Voice) -> Iterator[Part]:
    """Each under its name."""
    for one in involved:
        yield Subheading(voice.set(one.party.name))
        yield _what_is_known(one, facts, voice)
        if one.party.storage:
            yield _stored(one.party, voice)
        if one.party.storage_note:
            yield plain(voice.set(one.party.storage_note))


def _what_is_known(involved: Involved, facts: LegalFacts, voice: Voice) -> Facts:
    """What § 3 (2) EinwV wants to be told, but for what is stored."""
    party = involved.party
    law = DEVICE[facts.country]
    rows = [("consent_provider", Piece(who(party, voice))), ("consent_purpose", Piece(voice.set(party.purpose)))]
    if facts.country is not Country.CH:
        rows.append(("privacy_party_basis", Piece(voice.say(f"privacy_basis_{party.legal_basis}", law=law))))
    country = voice.set(country_of_data(party, facts))
    if facts.country is not Country.CH:
        rows.append(("consent_country", Piece(country or voice.say("consent_no_country"))))
    elif country:
        rows.append(("privacy_party_state", Piece(country)))
    if involved.contract:
        made = voice.say("privacy_party_contract_made", law=PROCESSING[facts.country])
        rows.append(("privacy_party_contract", Piece(made)))
    if party.privacy_url.startswith("https://"):
        rows.append(("privacy_party_policy", web(party.privacy_url)))
    return Facts(tuple((voice.say(key), (piece,)) for key, piece in rows))


def _stored(party: ThirdParty, voice: Voice) -> Storage:
    return Storage(
        label=voice.say("privacy_stored", name=voice.set(party.name)),
        headings=(
            voice.say("privacy_stored_name"),
            voice.say("privacy_stored_kind"),
            voice.say("privacy_stored_duration"),
            voice.say("privacy_stored_purpose"),
        ),
        rows=tuple((item, voice.say(f"consent_kind_{item.kind}")) for item in party.storage),
    )


def country_of_data(party: ThirdParty, facts: LegalFacts) -> str:
    """The state beyond the EEA that data go to, and on what ground; decisions of the EU say nothing in Switzerland."""
    if facts.country is not Country.CH:
        return party.third_country
    return ";".join(part for part in party.third_country.split(";") if "EU-Kommission" not in part)


def who(party: ThirdParty, voice: Voice) -> str:
    """The company, and where it sits."""
    return voice.set(", ".join(filter(None, (party.provider, party.seat))))
