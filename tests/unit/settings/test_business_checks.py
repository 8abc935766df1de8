"""What cannot be right in `business:`; the reports stand in tests/findings/."""

from __future__ import annotations

import pytest

from sitegen.settings.load import load


def codes(settings: str) -> list[str]:
    return [finding.code for finding in load(f"title: Büro\n{settings}\nurl: https://www.example.org/\n").findings]


@pytest.mark.parametrize(("country", "postcode"), [("de", "01067"), ("at", "1010"), ("ch", "8001")])
def test_a_postcode_has_the_digits_of_its_country(country: str, postcode: str) -> None:
    address = f"  address: {{street: Weg 1, postcode: {postcode}, city: Ort}}\n"
    assert codes(f"business:\n  country: {country}\n{address}") == []
    assert codes(f"business:\n  country: {country}\n{address.replace(postcode, postcode[1:])}") == ["SG160"]


def test_without_a_country_that_of_the_language_counts() -> None:
    address = "  address: {street: Weg 1, postcode: 1010, city: Wien}\n"
    assert codes(f"language: de-AT\nbusiness:\n{address}") == []
    assert codes(f"business:\n{address}") == ["SG160"]


@pytest.mark.parametrize("email", ["eva@büro.de", "post+web@mail.example.org"])
def test_an_unusual_mail_address_is_one(email: str) -> None:
    assert codes(f"business:\n  email: {email}\n") == []


@pytest.mark.parametrize("email", ["eva@", "eva@localhost", "mailto:eva@example.org", "a@b.de, c@d.de", "eva @x.de"])
def test_what_cannot_stand_in_a_link_is_no_mail_address(email: str) -> None:
    assert codes(f"business:\n  email: {email}\n") == ["SG162"]


@pytest.mark.parametrize("whatsapp", ["0170 1234567", "+49 170 1234567", "https://wa.me/message/ABC"])
def test_whatsapp_is_a_number_or_an_address(whatsapp: str) -> None:
    assert codes(f"business:\n  whatsapp: {whatsapp}\n") == []


def test_a_single_group_of_closing_days_needs_no_list() -> None:
    assert codes("business:\n  closed:\n    from: 24.12.2026\n    to: 2.1.2026\n") == ["SG165"]


def test_closing_days_that_follow_one_another_do_not_overlap() -> None:
    days = "    - {from: 1.8.2026, to: 5.8.2026}\n    - {from: 6.8.2026}\n"
    assert codes(f"business:\n  closed:\n{days}") == []
