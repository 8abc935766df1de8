"""Legal pages in every combination of what sites do: always whole, in one tone, and of one country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from sitegen.legal.blocks import BLOCKS
from sitegen.legal.document import Document, Facts, Items, Kind, Lines, Missing, Paragraph, Storage
from sitegen.legal.facts import Involved, LegalFacts
from sitegen.model.third_parties import SHIPPED
from sitegen.plan.legal import legal_document
from sitegen.render.legal import legal_html
from sitegen.settings.business import Address, Business, Country, Vat
from sitegen.settings.business_legal import (
    Hosting,
    Insurance,
    LegalDetails,
    Profession,
    Register,
    Responsible,
    State,
)
from sitegen.settings.comments import Comments
from sitegen.settings.forms import Provider
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment
from sitegen.text.tone import Tone

LANGUAGES = {Country.DE: Language.DE, Country.AT: Language.AT, Country.CH: Language.CH}
CONTRACT = parse_moment("2026-02-03")
FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b(?! wird nicht veröffentlicht)")
"""„Sie“ at the beginning of a sentence may be the address for mails."""
INFORMAL = re.compile(r"\b(?:du|dich|dir|deine?[mnrs]?)\b", re.IGNORECASE)

BUSINESS = Business(
    owner="Eva Müller",
    address=Address(street="Lindenweg 3", postcode="01067", city="Dresden"),
    email="post@example.org",
)
FACTS = LegalFacts(
    business=BUSINESS,
    name="Büro Test",
    country=Country.DE,
    language=Language.DE,
    tone=Tone.SIE,
    phone="0351 1234567",
    phone_href="tel:+493511234567",
    days_kept=180,
)

names = st.sampled_from(["", "Eva Müller", '<b>"&'])
details = st.builds(
    LegalDetails,
    form=st.sampled_from(["", "GmbH", "e. K."]),
    represented_by=names,
    activity=names,
    register=st.none() | st.builds(Register, court=names, number=names),
    vat_id=names,
    business_id=names,
    profession=st.none()
    | st.builds(
        Profession, title=names, state=names, chamber=names, rules=names, rules_url=st.just("https://x.example/")
    ),
    supervision=names,
    insurance=st.none() | st.builds(Insurance, insurer=names, address=names, territory=names),
    responsible=st.none() | st.builds(Responsible, name=names, address=names),
    hosting=st.none() | st.builds(Hosting, provider=names, seat=names, log_days=st.sampled_from([0, 1, 7])),
    state=st.none() | st.sampled_from(State),
)
businesses = st.builds(
    Business,
    owner=names,
    address=st.none() | st.just(BUSINESS.address),
    email=st.sampled_from(["", "post@example.org"]),
    whatsapp=st.sampled_from(["", "0170 1234567"]),
    booking=st.sampled_from(["", "https://termine.example/eva"]),
    vat=st.none() | st.sampled_from(Vat),
    legal=details,
)
involved = st.builds(
    Involved,
    party=st.sampled_from([party for party in SHIPPED.values() if party.category not in {"hosting", "forms"}]),
    contract=st.none() | st.just(CONTRACT),
    is_asked=st.booleans(),
)
combinations = st.builds(
    LegalFacts,
    business=businesses,
    name=st.just("Büro Test"),
    country=st.sampled_from(Country),
    language=st.sampled_from(Language),
    tone=st.sampled_from(Tone),
    phone=st.sampled_from(["", "0351 1234567"]),
    has_posts=st.booleans(),
    has_services=st.booleans(),
    forms=st.frozensets(st.sampled_from(["contact", "callback", "quote", "newsletter"])),
    provider=st.sampled_from(get_args(Provider)),
    comments=st.none()
    | st.builds(Comments, email=st.sampled_from(["optional", "required", "off"]), website=st.booleans()),
    host=st.none() | st.just(Involved(party=SHIPPED["netlify"], contract=CONTRACT)),
    parties=st.lists(involved, max_size=4, unique_by=lambda one: one.party.id).map(tuple),
    receiver=st.none() | st.just(Involved(party=SHIPPED["formspree"])),
    days_kept=st.just(180),
)
kinds = st.sampled_from(get_args(Kind))


def spoken(document: Document) -> Iterator[str]:
    """Every text of a page that is ours or the owner's, but for what is said to the owner alone."""
    for section in document.sections:
        yield section.heading
        for part in section.parts:
            match part:
                case Paragraph(pieces):
                    yield "".join(piece.text for piece in pieces)
                case Lines(lines):
                    yield from ("".join(piece.text for piece in line) for line in lines)
                case Items(items):
                    yield from items
                case Facts(rows):
                    yield from ("".join(piece.text for piece in pieces) for _, pieces in rows)
                case Storage():
                    yield from part.headings
                case _:
                    pass


def page(kind: Kind, **changes: object) -> Document:
    return legal_document(kind, msgspec.structs.replace(FACTS, **changes))


def text(kind: Kind, **changes: object) -> str:
    return "\n".join(spoken(page(kind, **changes))).replace("\u00a0", " ")


def blocks(document: Document) -> list[str]:
    return [section.block for section in document.sections]


def with_legal(**details: object) -> Business:
    return msgspec.structs.replace(BUSINESS, legal=msgspec.structs.replace(LegalDetails(), **details))


@given(combinations, kinds)
def test_every_combination_is_a_whole_page(facts: LegalFacts, kind: Kind) -> None:
    document = legal_document(kind, facts)
    html = legal_html(document)
    tree = LexborHTMLParser(html)
    ids = [node.attributes["id"] for node in tree.css("h2")]
    assert len(ids) == len(set(ids)) == len(document.sections)
    assert "{" not in html
    assert "<b>" not in html
    assert not tree.css("p:empty, ul:empty, dl:empty, dd:empty, h2:empty")
    assert all(section.parts for section in document.sections)
    for section in document.sections:
        assert facts.country in BLOCKS[section.block].statutes
        assert BLOCKS[section.block].kind == kind


@given(combinations, kinds)
def test_one_tone_is_kept(facts: LegalFacts, kind: Kind) -> None:
    said = "\n".join(spoken(legal_document(kind, facts)))
    assert not (FORMAL if facts.tone is Tone.DU else INFORMAL).search(said)


@given(combinations, kinds)
def test_no_country_hears_the_law_of_another(facts: LegalFacts, kind: Kind) -> None:
    said = "\n".join(spoken(legal_document(kind, facts)))
    foreign = {
        Country.DE: r"\b(?:ECG|MedienG|TKG 2021|BAO|DSG|FMG|OR)\b",
        Country.AT: r"\b(?:TDDDG|DDG|MStV|AO|DSG|FMG|OR)\b",
        Country.CH: r"\b(?:TDDDG|DDG|MStV|AO|ECG|MedienG|BAO|UStG|DSGVO)\b",
    }
    assert not re.search(foreign[facts.country], said.replace("\u00a0", " "))


@given(combinations)
def test_obsolete_names_and_promises_never_appear(facts: LegalFacts) -> None:
    for kind in get_args(Kind):
        said = "\n".join(spoken(legal_document(kind, facts)))
        assert not re.search(r"TMG\b|TTDSG|RStV|Privacy Shield|OS-Plattform|Online-Streitbeilegung", said)


def test_a_small_site_says_little() -> None:
    host = Involved(party=SHIPPED["hetzner"])
    document = page("datenschutz", host=host)
    assert blocks(document) == [
        *("stelle", "kurz", "aufruf", "nachrichten", "empfaenger", "dauer", "rechte", "widerspruch", "beschwerde"),
        "entscheidungen",
    ]
    assert not list(document.missing())
    said = text("datenschutz", host=host)
    assert "setzt keine Cookies" in said
    assert "Sächsische Datenschutz- und Transparenzbeauftragte" in said
    assert "Stand: 22. November 2026" in said
    assert "Vertrag zur Auftragsverarbeitung" not in said


@pytest.mark.parametrize(
    ("changes", "block"),
    [
        ({"forms": frozenset({"contact"})}, "formulare"),
        ({"forms": frozenset({"newsletter"})}, "newsletter"),
        ({"comments": Comments(open=True)}, "kommentare"),
        ({"has_services": True}, "auftraege"),
        ({"parties": (Involved(party=SHIPPED["youtube"], is_asked=True),)}, "anbieter-inhalte"),
        ({"parties": (Involved(party=SHIPPED["youtube"], is_asked=True),)}, "einwilligung"),
        ({"parties": (Involved(party=SHIPPED["plausible"]),)}, "zaehlung"),
    ],
)
def test_a_section_for_what_the_site_does(changes: dict[str, Any], block: str) -> None:
    assert block in blocks(page("datenschutz", **changes))
    assert block not in blocks(page("datenschutz"))


def test_a_site_that_only_counts_asks_for_nothing_and_claims_nothing_wrong() -> None:
    said = text("datenschutz", parties=(Involved(party=SHIPPED["plausible"]),))
    assert "zählt keine Besuche" not in said
    assert "wird nichts gespeichert und nichts ausgelesen" in said


def test_a_contract_is_told_only_where_there_is_one() -> None:
    host = SHIPPED["hetzner"]
    told = "Vertrag zur Auftragsverarbeitung nach Art. 28 DSGVO"
    assert told in text("datenschutz", host=Involved(party=host, contract=CONTRACT))
    assert told not in text("datenschutz", host=Involved(party=host))


def test_third_countries_are_named() -> None:
    said = text("datenschutz", host=Involved(party=SHIPPED["github-pages"]))
    assert "In diese Drittländer können Daten gelangen:\nGitHub Pages: USA" in said
    assert "In Drittländer werden über diese Website keine Daten übermittelt" in text(
        "datenschutz", host=host_in_germany()
    )


def host_in_germany() -> Involved:
    return Involved(party=SHIPPED["hetzner"])


def test_the_right_to_object_stands_apart() -> None:
    apart = [section.block for section in page("datenschutz").sections if section.apart]
    assert apart == ["widerspruch"]


def test_the_day_is_the_owners_or_the_latest_that_anything_was_looked_up() -> None:
    assert "Stand: 3. Februar 2026" in text("datenschutz", business=with_legal(as_of=CONTRACT))
    younger = msgspec.structs.replace(SHIPPED["vimeo"], checked=date(2027, 1, 5))
    said = text("datenschutz", parties=(Involved(party=younger, is_asked=True),))
    assert "Stand: 5. Januar 2027" in said


@pytest.mark.parametrize(
    ("business", "key"),
    [
        (Business(), "business.owner"),
        (Business(), "business.address"),
        (Business(), "business.email"),
        (with_legal(register=Register(court="Amtsgericht Dresden")), "business.legal.register.number"),
        (with_legal(profession=Profession(title="Steuerberaterin")), "business.legal.profession.rules_url"),
        (with_legal(insurance=Insurance(insurer="A")), "business.legal.insurance.territory"),
        (msgspec.structs.replace(with_legal(form="GmbH"), owner=""), "business.legal.represented_by"),
    ],
)
def test_what_an_imprint_lacks(business: Business, key: str) -> None:
    missing = [lack.key for lack in page("impressum", business=business).missing()]
    assert key in missing
    assert len(missing) == len(set(missing))


def test_only_germany_asks_for_a_telephone() -> None:
    keys = {
        country: [lack.key for lack in page("impressum", country=country, phone="").missing()] for country in Country
    }
    assert keys == {
        Country.DE: ["business.phone"],
        Country.AT: ["business.legal.activity"],
        Country.CH: [],
    }


def test_only_a_blog_in_germany_names_who_answers_for_it() -> None:
    assert "verantwortlich" in blocks(page("impressum", has_posts=True))
    assert "verantwortlich" not in blocks(page("impressum"))
    assert "verantwortlich" not in blocks(page("impressum", has_posts=True, country=Country.AT))


def test_only_comments_in_the_union_need_a_contact_point() -> None:
    comments = Comments(open=True)
    assert "kontaktstelle" in blocks(page("impressum", comments=comments))
    assert "kontaktstelle" not in blocks(page("impressum"))
    assert "kontaktstelle" not in blocks(page("impressum", comments=comments, country=Country.CH))


def test_a_company_is_named_before_who_acts_for_it() -> None:
    said = text("impressum", business=with_legal(form="GmbH", represented_by="Eva Müller"))
    assert "Büro Test GmbH\nVertreten durch Eva Müller\nLindenweg 3" in said


def test_a_land_must_be_said_where_the_postcode_leaves_it_open() -> None:
    address = Address(street="Am Deich 1", postcode="21039", city="Börnsen")
    business = msgspec.structs.replace(BUSINESS, address=address)
    assert "business.legal.state" in [lack.key for lack in page("datenschutz", business=business).missing()]
    stated = msgspec.structs.replace(business, legal=LegalDetails(state=State.SH))
    assert "Schleswig-Holstein" in text("datenschutz", business=stated)


def test_what_is_missing_is_said_to_the_owner_in_the_page() -> None:
    html = legal_html(page("impressum", business=Business()))
    assert "Hier fehlt: Ihre Anschrift (site.yaml, business.address)" in html


def test_swiss_texts_ask_no_consent_and_name_every_country() -> None:
    for parties in ((), (Involved(party=SHIPPED["plausible"]),)):
        said = text("datenschutz", country=Country.CH, host=host_in_germany(), parties=parties)
        assert "eine Einwilligung bräuchte" not in said
        assert "Art. 45c FMG" in said
        assert "Gunzenhausen, Deutschland: die Website" in said
        assert "in denen die Genannten ihren Sitz haben" in said
        assert "In Drittländer" not in said


def test_swiss_texts_rest_nothing_on_decisions_of_the_union() -> None:
    parties = (Involved(party=SHIPPED["youtube"], is_asked=True), Involved(party=SHIPPED["plausible"]))
    said = text("datenschutz", country=Country.CH, host=Involved(party=SHIPPED["netlify"]), parties=parties)
    assert "EU-Kommission" not in said
    assert "Drittl" not in said
    assert "Dabei können Daten in diesen Staat gelangen: USA." in said
    assert "ihren Sitz haben, und in diese:" in said
    assert "YouTube: USA" in said
    assert "EU-Kommission" in text("datenschutz", country=Country.AT, parties=parties)


def test_swiss_texts_have_no_sharp_s() -> None:
    everything = msgspec.structs.replace(
        FACTS,
        country=Country.CH,
        language=Language.CH,
        forms=frozenset({"contact", "newsletter"}),
        comments=Comments(open=True),
        has_services=True,
    )
    for kind in get_args(Kind):
        assert "ß" not in "\n".join(spoken(legal_document(kind, everything)))


def test_every_missing_fact_names_its_key_in_its_example() -> None:
    for kind in get_args(Kind):
        for lack in page(kind, business=Business()).missing():
            assert isinstance(lack, Missing)
            assert lack.key.rpartition(".")[2] in lack.example
