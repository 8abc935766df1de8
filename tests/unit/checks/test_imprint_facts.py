"""What an Impressum says in the many ways people write it, against what `site.yaml` says."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from sitegen.checks.legal.imprint_facts import facts_of_page
from sitegen.checks.legal.page_law import LegalText
from sitegen.checks.legal.told import Told
from sitegen.legal.facts import LegalFacts
from sitegen.settings.business import Address, Business, Country
from sitegen.settings.business_legal import LegalDetails
from sitegen.text.locales import Language
from sitegen.text.tone import Tone

OWNER = Business(
    owner="Eva Müller",
    name="Büro Sonnenseite",
    address=Address(street="Lindenstraße 3", postcode="01067", city="Dresden"),
    email="post@sonnenseite.example",
    phone="0351 1234567",
)
NOBODY = Business(name="Büro Sonnenseite")

WELL = """Angaben nach § 5 DDG
Büro Sonnenseite
Inhaberin: Eva Müller
Lindenstraße 3
01067 Dresden
Telefon: 0351 1234567
E-Mail: post@sonnenseite.example"""


def told(business: Business, *, country: Country = Country.DE) -> Told:
    facts = LegalFacts(
        business=business,
        name=business.name,
        country=country,
        language=Language.DE,
        tone=Tone.SIE,
        phone=business.phone,
    )
    return Told(facts=facts, title="Büro Sonnenseite", today=date(2026, 11, 22))


def lacking(text: str, business: Business, *, country: Country = Country.DE) -> dict[str, tuple[str, ...]]:
    """Keys of what the page does not say, each with what it says instead."""
    legal = LegalText(kinds=("imprint",), lines=tuple(text.split("\n")), headings=())
    facts = facts_of_page(legal, told(business, country=country))
    return {fact.lack.key: fact.others if fact.told else () for fact in facts if not fact.is_there}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("Inhaberin: Eva Müller", "Eva Mueller"),
        ("Inhaberin: Eva Müller", "Vertreten durch Eva Müller, M. A."),
        ("Lindenstraße 3\n01067 Dresden", "Lindenstr. 3, 01067 Dresden"),
        ("Lindenstraße 3\n01067 Dresden", "Lindenstrasse 3\nD-01067 Dresden"),
        ("0351 1234567", "+49 (0) 351 / 12 34 567"),
        ("Telefon: 0351 1234567", "Rufen Sie an: 0351-1234567"),
        ("post@", "Post@"),
        ("post@sonnenseite.example", "post(at)sonnenseite.example"),
        ("post@sonnenseite.example", "post [at] sonnenseite.example oder hilfe@sonnenseite.example"),
    ],
)
def test_the_same_is_said_in_many_ways(old: str, new: str) -> None:
    assert lacking(WELL.replace(old, new), OWNER) == {}


@pytest.mark.parametrize(
    ("old", "new", "key", "instead"),
    [
        ("Eva Müller", "Anna Feld", "business.owner", None),
        ("Inhaberin: Eva Müller", "Anna Feld", "business.owner", ("Anna Feld",)),
        ("01067 Dresden", "01099 Dresden", "business.address", ("01099 Dresden",)),
        ("Lindenstraße 3", "Rosenweg 1", "business.address", ("01067 Dresden",)),
        ("0351 1234567", "0351 7654321", "business.phone", ("0351 7654321",)),
        ("post@", "info@", "business.email", ("info@sonnenseite.example",)),
        ("Telefon: 0351 1234567\n", "", "business.phone", ()),
        ("\nE-Mail: post@sonnenseite.example", "", "business.email", ()),
    ],
)
def test_what_is_said_otherwise_is_found(old: str, new: str, key: str, instead: tuple[str, ...] | None) -> None:
    found = lacking(WELL.replace(old, new), OWNER)
    assert list(found) == [key]
    assert instead is None or found[key] == instead


@pytest.mark.parametrize(
    "text",
    [
        WELL,
        WELL.replace("Inhaberin: ", ""),
        WELL.replace("Inhaberin:", "Dr."),
        WELL.replace("Büro Sonnenseite\nInhaberin: Eva Müller\nLindenstraße 3\n", "Eva Müller, Lindenstraße 3, "),
        WELL.replace("Inhaberin: Eva Müller\nLindenstraße 3\n", "Eva Müller · Lindenstraße 3 · "),
        WELL.replace("Inhaberin: Eva Müller\n", "") + "\nInhaberin: Eva Müller",
        WELL.replace("Inhaberin: Eva Müller\n", "") + "\nVerantwortlich für den Inhalt:\nEva Müller",
    ],
)
def test_a_page_that_says_everything_needs_no_settings(text: str) -> None:
    assert lacking(text, NOBODY) == {}


def test_the_name_of_the_business_is_nobodys() -> None:
    assert list(lacking(WELL.replace("Inhaberin: Eva Müller\n", ""), NOBODY)) == ["business.owner"]


@pytest.mark.parametrize(
    ("written", "lacks"),
    [
        ("DE 123 456 788", {}),
        ("DE123456788", {}),
        ("DE987654324", {"business.legal.vat_id": ("DE987654324",)}),
    ],
)
def test_a_number_for_taxes_is_one_however_it_is_spaced(written: str, lacks: dict[str, tuple[str, ...]]) -> None:
    business = msgspec.structs.replace(OWNER, legal=LegalDetails(vat_id="DE123456788"))
    assert lacking(f"{WELL}\nUSt-IdNr.: {written}", business) == lacks


def test_austria_wants_the_activity_and_no_telephone() -> None:
    business = msgspec.structs.replace(OWNER, phone="", address=Address(street="Ring 1", postcode="8010", city="Graz"))
    text = WELL.replace("Lindenstraße 3\n01067 Dresden\nTelefon: 0351 1234567", "Ring 1\n8010 Graz")
    assert list(lacking(text, business, country=Country.AT)) == ["business.legal.activity"]
    assert lacking(f"{text}\nUnternehmensgegenstand: Büroarbeit", business, country=Country.AT) == {}


def test_a_business_may_be_called_like_its_owner() -> None:
    text = WELL.replace("Büro Sonnenseite\nInhaberin: ", "")
    legal = LegalText(kinds=("imprint",), lines=tuple(text.split("\n")), headings=())
    called = msgspec.structs.replace(told(Business()), title="Eva Müller")
    assert all(fact.is_there for fact in facts_of_page(legal, called))


def test_a_post_office_box_in_place_of_the_street_is_named() -> None:
    boxed = WELL.replace("Lindenstraße 3", "Postfach 12 34")
    assert lacking(boxed, OWNER)["business.address"][0] == "Postfach 12 34"
