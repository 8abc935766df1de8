"""Numbers in the Impressum: their form and their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.settings.business_legal_checks import is_austrian, is_german, is_swiss
from sitegen.settings.load import load


def codes(settings: str) -> list[str]:
    return [finding.code for finding in load(f"title: Büro\nurl: https://www.example.org/\n{settings}\n").findings]


def legal(line: str, country: str = "de") -> list[str]:
    return codes(f"business:\n  country: {country}\n  legal:\n    {line}")


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        ("de", "DE136695976"),
        ("de", "DE 136 695 976"),
        ("de", "de811569869"),
        ("at", "ATU12345675"),
        ("at", "ATU 1358 5627"),
        ("ch", "CHE-123.456.788"),
        ("ch", "CHE-109.322.551 MWST"),
    ],
)
def test_numbers_that_are_right(country: str, typed: str) -> None:
    assert legal(f"vat_id: {typed}", country) == []


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        ("de", "DE136695975"),
        ("de", "136695976"),
        ("de", "DE-136695976"),
        ("de", "ATU12345675"),
        ("at", "ATU12345674"),
        ("ch", "CHE-123.456.780"),
        ("ch", "DE136695976"),
    ],
)
def test_numbers_that_are_wrong(country: str, typed: str) -> None:
    assert legal(f"vat_id: {typed}", country) == ["SG850"]


@pytest.mark.parametrize("typed", ["013/815/08153", "13 815 08153", "93815/08152", "2893081508152"])
def test_a_tax_number_is_known_by_its_form(typed: str) -> None:
    assert legal(f"vat_id: {typed}") == ["SG851"]


@pytest.mark.parametrize("typed", ["DE136695976-00001", "DE136695976"])
def test_business_ids_that_are_right(typed: str) -> None:
    assert legal(f"business_id: {typed}") == []


@pytest.mark.parametrize("typed", ["DE136695976-1", "DE136695970-00001", "00001"])
def test_business_ids_that_are_wrong(typed: str) -> None:
    assert legal(f"business_id: {typed}") == ["SG850"]


@given(st.from_regex(r"\A[0-9]{8}\Z"))
def test_one_german_digit_fits_at_most(digits: str) -> None:
    assert sum(is_german(f"{digits}{last}") for last in range(10)) == 1


@given(st.from_regex(r"\A[0-9]{7}\Z"))
def test_one_austrian_digit_fits(digits: str) -> None:
    assert sum(is_austrian(f"{digits}{last}") for last in range(10)) == 1


@given(st.from_regex(r"\A[0-9]{8}\Z"))
def test_one_swiss_digit_fits_at_most(digits: str) -> None:
    assert sum(is_swiss(f"{digits}{last}") for last in range(10)) <= 1


@given(st.from_regex(r"\A[1-9][0-9]{7}\Z"), st.integers(0, 7), st.integers(1, 9))
def test_a_slip_in_one_digit_is_found(digits: str, at: int, by: int) -> None:
    last = next(last for last in range(10) if is_german(f"{digits}{last}"))
    slipped = f"{digits[:at]}{(int(digits[at]) + by) % 10}{digits[at + 1 :]}"
    assert not is_german(f"{slipped}{last}")
