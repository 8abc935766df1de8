"""Which authority watches over data protection."""

from __future__ import annotations

import re

import pytest

from sitegen.legal.authorities import AUSTRIAN, BEGINNINGS, GERMAN, SWISS, Authority, authority_of, state_of
from sitegen.settings.business import Country
from sitegen.settings.business_legal import STATE_NAMES, State


def test_every_land_has_one() -> None:
    assert set(GERMAN) == set(State) == {State(code) for code in STATE_NAMES.values()}


@pytest.mark.parametrize("authority", [*GERMAN.values(), AUSTRIAN, SWISS], ids=lambda one: one.name)
def test_each_can_be_reached(authority: Authority) -> None:
    assert re.fullmatch(r"\d{4,5} .+", authority.city)
    assert re.search(r"\d", authority.street)
    assert re.fullmatch(r"https://[a-z.-]+/", authority.url)


@pytest.mark.parametrize(
    ("postcode", "state"),
    [
        ("01067", State.SN),
        ("10115", State.BE),
        ("14467", State.BB),
        ("20095", State.HH),
        ("24103", State.SH),
        ("30159", State.NI),
        ("50667", State.NW),
        ("63065", State.HE),
        ("66111", State.SL),
        ("70173", State.BW),
        ("80331", State.BY),
        ("96450", State.BY),
        ("99096", State.TH),
    ],
)
def test_postcodes_that_lie_in_one_land(postcode: str, state: State) -> None:
    assert state_of(postcode) is state


@pytest.mark.parametrize("postcode", ["21039", "51598", "63739", "96515", "88131", "19273", "12529", ""])
def test_postcodes_near_a_border_are_not_guessed(postcode: str) -> None:
    assert state_of(postcode) is None


def test_no_beginning_stands_for_two_lands() -> None:
    beginnings = [(beginning, state) for state, typed in BEGINNINGS.items() for beginning in typed.split()]
    for one, state in beginnings:
        assert not [other for other, land in beginnings if other.startswith(one) and land is not state]


def test_what_the_owner_says_counts_before_the_postcode() -> None:
    assert authority_of(Country.DE, State.BE, "01067") is GERMAN[State.BE]
    assert authority_of(Country.DE, None, "01067") is GERMAN[State.SN]
    assert authority_of(Country.DE, None, "") is None
    assert authority_of(Country.AT, None, "1010") is AUSTRIAN
    assert authority_of(Country.CH, None, "3003") is SWISS
