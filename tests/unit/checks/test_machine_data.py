"""Prices and ratings in the data for machines, whoever wrote them and however broken they are."""

from __future__ import annotations

import json

import pytest

from sitegen.checks.parsed import ParsedPage
from sitegen.checks.statements.said import Statements, statements_in


def said(data: object, text: str = "") -> Statements:
    script = data if isinstance(data, str) else json.dumps(data)
    html = f'<head><script type="application/ld+json">{script}</script></head><main><p>{text}</p></main>'
    return statements_in(ParsedPage(html))


@pytest.mark.parametrize(
    ("price", "text"),
    [
        ("39.00", "Das kostet 39 €."),
        (39, "Das kostet 39,00 €."),
        (1234.5, "Das kostet 1.234,50 €."),
        ("0", "Das kostet nichts."),
        ("auf Anfrage", "Das kostet 39 €."),
        (True, "Ja."),
        (None, "Nein."),
        ("Infinity", "Viel."),
    ],
)
def test_prices_that_can_be_read_on_the_page(price: object, text: str) -> None:
    assert said({"@type": "Offer", "price": price}, text).unseen_prices == ()


def test_prices_that_nobody_can_read() -> None:
    offers = [{"@type": "Offer", "price": "39.00"}, {"priceSpecification": {"minPrice": 45}}, {"price": "39.00"}]
    assert said({"@graph": [{"@type": "Service", "offers": offers}]}, "Ab 45 €.").unseen_prices == ("39.00",)


DEEP = "[" * 5000 + '"price"'


@pytest.mark.parametrize("data", ["{", '"price"', "[1, 2", '{"price": }', DEEP, DEEP + "]" * 5000], ids=range(6))
def test_broken_data_say_nothing(data: str) -> None:
    assert said(data).unseen_prices == ()


RATING = {"@type": "AggregateRating", "ratingValue": 5}


@pytest.mark.parametrize(
    ("data", "types"),
    [
        ({"@type": "ProfessionalService", "aggregateRating": RATING}, ("ProfessionalService",)),
        ({"@type": ["Organization", "Brand"], "review": []}, ("Organization",)),
        ({"@type": "Review", "itemReviewed": {"@type": "LocalBusiness"}}, ("LocalBusiness",)),
        ({"@type": "Review", "itemReviewed": {"@type": "Book"}}, ()),
        ({"@type": "Book", "aggregateRating": RATING}, ()),
        ({"@type": "ProfessionalService", "name": "Review"}, ()),
        ({"@type": "BlogPosting", "headline": "Reviews lesen"}, ()),
    ],
)
def test_ratings_of_the_own_business(data: object, types: tuple[str, ...]) -> None:
    assert said(data).own_ratings == types
