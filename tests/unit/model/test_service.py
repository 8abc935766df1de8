"""A service from its head, in the words an owner may use."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sitegen.model.entries import Service
from sitegen.model.made import EntryOptions, Made
from sitegen.model.services.parts import Unit
from sitegen.model.services.service import service_from
from sitegen.settings.settings import Permalinks
from sitegen.sources.document import read_document
from sitegen.text.locales import Language

OPTIONS = EntryOptions(base="", permalinks=Permalinks(), language=Language.DE, author="")


def made(head: str) -> Made[Service]:
    document, findings = read_document("content/services/b.md", f"---\ntitle: B\n{head}\n---\nx\n".encode())
    assert document is not None
    assert not findings
    return service_from(document, OPTIONS)


def service(head: str) -> Service:
    result = made(head)
    assert result.entry is not None, result.findings
    return result.entry


def codes(head: str) -> list[str]:
    return [finding.code for finding in made(head).findings]


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("Stunde", Unit.HOUR),
        ("hour", Unit.HOUR),
        ("Tag", Unit.DAY),
        ("Monat", Unit.MONTH),
        ("Stück", Unit.PIECE),
        ("Paket", Unit.PACKAGE),
    ],
)
def test_units_in_german(typed: str, unit: Unit) -> None:
    assert service(f"price: 45\nunit: {typed}").unit is unit


@pytest.mark.parametrize(
    ("typed", "minutes"), [("15", 15), ("15 Minuten", 15), ("30 Min.", 30), ("60 min", 60), ("6 minutes", 6)]
)
def test_billing_steps(typed: str, minutes: int) -> None:
    assert service(f"price: 45\nunit: hour\nbilling_step: {typed}").billing_step == minutes


@pytest.mark.parametrize("typed", ["0", "halbe Stunde", "15 Stunden", "1500"])
def test_a_step_that_is_none(typed: str) -> None:
    assert codes(f"price: 45\nunit: hour\nbilling_step: {typed}") == ["SG152"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1", "1\u00a0Stunde"),
        ("2", "2\u00a0Stunden"),
        ("1,5", "1,5\u00a0Stunden"),
        ("drei Monate", "drei Monate"),
        ("2 Stunden", "2 Stunden"),
    ],
)
def test_the_least_that_can_be_booked(typed: str, words: str) -> None:
    assert service(f"price: 45\nunit: hour\nminimum: {typed}").minimum.replace("\u00a0", " ") == words.replace(
        "\u00a0", " "
    )


def test_packages_in_any_form() -> None:
    head = (
        "price: 45\nunit: hour\npackages:\n  - hours: 5\n    price: 215 €\n"
        '  - {name: "Jahr", price: 480, note: "lang"}\n  - {hours: 0, name: Karte, price: 9}'
    )
    assert [(package.hours, package.name, package.price, package.note) for package in service(head).packages] == [
        (Decimal(5), "", Decimal(215), ""),
        (None, "Jahr", Decimal(480), "lang"),
        (None, "Karte", Decimal(9), ""),
    ]


def test_a_negative_fee_is_refused() -> None:
    assert codes("price: 45\nunit: hour\nsetup_fee: -5") == ["SG155"]


@pytest.mark.parametrize(
    "head",
    [
        "price: 0\nsetup_fee: 90",
        "price: auf Anfrage\nunit: Monat",
        "price: auf Anfrage\npackages:\n  - {hours: 10, price: 9999}",
        "price: 290\nunit: Monat\npackages:\n  - {hours: 10, price: 9999}",
        "price: 45\nunit: hour\npackages:\n  - {hours: 10, price: 450}",
    ],
)
def test_nothing_to_say(head: str) -> None:
    assert codes(head) == []


def test_all_faults_of_a_head_come_at_once() -> None:
    assert codes("price: 2000000\nunit: hour\npackages:\n  - {price: 3}\n  - {hours: 3, price: 3000000}") == [
        "SG175",
        "SG175",
        "SG170",
    ]
