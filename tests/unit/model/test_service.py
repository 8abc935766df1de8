"""Services: prices of every kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

from made import OPTIONS, codes_of, document_of, made_service, only, service
from sitegen.model.entries import Unit
from sitegen.model.service import service_from


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("45", Decimal(45)),
        ("1.234,50 €", Decimal("1234.50")),
        ("CHF 1’234.50", Decimal("1234.50")),
        ("0", Decimal(0)),
        ("kostenlos", Decimal(0)),
        ("free", Decimal(0)),
        ("gratis", Decimal(0)),
        ("auf Anfrage", None),
        ("on-request", None),
    ],
)
def test_price_is_read_as_meant(typed: str, price: Decimal | None) -> None:
    found = made_service("ablage", price=typed).entry
    assert found is not None
    assert found.price == price


def test_a_service_without_a_price_is_on_request() -> None:
    assert service("ablage").price is None


def test_a_price_that_could_be_two_is_refused() -> None:
    made = made_service("ablage", price="1.234")
    assert made.entry is None
    assert len(made.findings) == 1


def test_unit_and_lowest_price() -> None:
    text = "---\ntitle: Ablage\nprice: 45\nunit: Stunde\nfrom: ja\n---\nText.\n"
    found = only(service_from(document_of("content/services/ablage.md", text), OPTIONS))
    assert (found.unit, found.starting) == (Unit.HOUR, True)


def test_the_address_comes_from_the_file_and_the_texts_are_typeset() -> None:
    found = service("Büro-Post", title='Die "Post"', category="Büro - Post", audience='für "alle"')
    assert found.url == "/leistungen/buero-post/"
    assert (found.title, found.category, found.audience) == ("Die „Post“", "Büro – Post", "für „alle“")


def test_an_unusable_slug_and_alias_are_both_named() -> None:
    made = made_service("ablage", slug="Ab lage", aliases="[alt]")
    assert sorted(codes_of(made.findings)) == ["SG403", "SG404"]
