"""Half an address is asked for like one that is missing: no error stops whoever is still filling in settings."""

from __future__ import annotations

import pytest

from sitegen.settings.load import load

SITE = "title: Büro Test\nurl: https://www.example.org/\nbusiness:\n  address:\n"
WHOLE = "    street: Lindenweg 3\n    postcode: 01067\n    city: Dresden\n"


@pytest.mark.parametrize("part", ["street: Lindenweg 3", "postcode: 01067", "city: Dresden", "street:"])
def test_a_part_alone_is_none(part: str) -> None:
    loaded = load(f"{SITE}    {part}\n")
    assert loaded.findings == ()
    assert loaded.settings is not None
    assert loaded.settings.business.address is None


def test_all_parts_are_one() -> None:
    loaded = load(SITE + WHOLE)
    assert loaded.settings is not None
    assert loaded.settings.business.address is not None


def test_what_cannot_be_right_is_told_of_half_an_address_too() -> None:
    assert [found.code for found in load(f"{SITE}    postcode: 123\n").findings] == ["SG160"]
