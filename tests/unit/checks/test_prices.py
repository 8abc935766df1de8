"""Amounts beside the name of a service: which ones are strangers, and where they were typed."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.amounts import MONEY, amounts_in, blocks_of, sentences
from sitegen.checks.prices import PriceRecord, check_prices, place
from sitegen.diagnostics import Span

RECORD = PriceRecord(
    title="Buchhaltung",
    slug="buchhaltung",
    url="/leistungen/buchhaltung/",
    text="45 €",
    value=Decimal(45),
    amounts=frozenset({Decimal(45), Decimal(420)}),
)
OTHER = PriceRecord(
    title="Ablage",
    slug="ablage",
    url="/leistungen/ablage/",
    text="690 €",
    value=Decimal(690),
    amounts=frozenset({Decimal(690)}),
)


def strangers(html: str) -> list[tuple[str, str]]:
    found = check_prices({"a.md": html}, (RECORD, OTHER), {})
    return [(str(finding.facts["title"]), str(finding.facts["amount"])) for finding in found]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Die Buchhaltung kostet 45\u00a0€, zehn Stunden kosten 420 €.</p>",
        '<p>Die Buchhaltung kostet <data value="48">48 €</data>.</p>',
        "<p>Die Buchhaltung ist Vertrauenssache. Ein Steuerberater kostet 120 €.</p>",
        "<p>Porto kostet 3 €.</p><p>Buchhaltung mache ich gern.</p>",
        "<p>Buchhaltung: 3 Stunden sind 135 €.</p>",
        "<p>3 × 45 € = 135 € für die Buchhaltung.</p>",
        "<p>Bis 2025 kostete die Buchhaltung 40 €.</p>",
        "<p>Früher nahm ich für Buchhaltung 40 €.</p>",
        "<p>Eine Lohnbuchhaltung kostet 80 €.</p>",
        "<p>Buchhaltung und Ablage kosten 45 € und 690 €.</p>",
        "<table><tr><td>Buchhaltung</td><td>45 €</td></tr><tr><td>Porto</td><td>3 €</td></tr></table>",
        "<pre><code>Buchhaltung 40 €</code></pre>",
        "<p>Buchhaltung seit 2017, 40 Mandate.</p>",
    ],
)
def test_nothing_to_say(html: str) -> None:
    assert strangers(html) == []


@pytest.mark.parametrize(
    ("html", "amount"),
    [
        ("<p>Die Buchhaltung kostet 40\u00a0€ je Stunde.</p>", "40 €"),
        ("<p>Die Buch\u00adhaltung kostet 40 Euro.</p>", "40 Euro"),
        ("<p>Die Buchhaltung übernehme ich. Sie kostet 40 €.</p>", "40 €"),
        ('<p><a href="/leistungen/buchhaltung/">Konten und Belege</a> für 40 €.</p>', "40 €"),
        ("<table><tr><td>Buchhaltung</td><td>1.045,50 €</td></tr></table>", "1.045,50 €"),
        ("<ul><li>Buchhaltung, EUR 40<ul><li>mit Belegen</li></ul></li></ul>", "EUR 40"),
        ("<h2>Buchhaltung ab 40 €</h2>", "40 €"),
        ("<p>Buchhaltung kostet 90 €.</p>", "90 €"),
    ],
)
def test_a_stranger(html: str, amount: str) -> None:
    assert strangers(html) == [("Buchhaltung", amount)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("45 €", ["45"]),
        ("1.234,50 € und CHF 1’234.50", ["1234.50", "1234.50"]),
        ("1.234 €", ["1234"]),
        ("45,– €", ["45"]),
        ("Preis: €\u00a012,90".replace("\u00a0", " "), ["12.90"]),
        ("2026 und 45 Stück", []),
        ("EUR 5, Fr. 20 oder 7 Franken", ["5", "20", "7"]),
    ],
)
def test_amounts(text: str, values: list[str]) -> None:
    assert [amount.value for amount in amounts_in(text)] == [Decimal(value) for value in values]


@given(st.text("€EURCHFr.ankeno 0129,’–x", max_size=24))
def test_how_amounts_begin_is_looked_at_but_hides_none(text: str) -> None:
    longer = re.compile(MONEY.pattern.removeprefix("(?=[€ECF0-9])"))
    assert longer != MONEY
    assert [match.span() for match in MONEY.finditer(text)] == [match.span() for match in longer.finditer(text)]


def test_a_name_with_an_ampersand() -> None:
    record = msgspec.structs.replace(RECORD, title="Konten & Belege")
    assert len(list(check_prices({"a.md": "<p>Konten &amp; Belege: 40 €</p>"}, (record,), {}))) == 1


def test_abbreviations_and_dates_end_no_sentence() -> None:
    text = "Das kostet z. B. Nerven. Am 1. Januar auch. Und Geld."
    assert list(sentences(text)) == ["Das kostet z. B. Nerven.", "Am 1. Januar auch.", "Und Geld."]


def test_what_stands_in_an_inner_block_is_looked_at_once() -> None:
    blocks = blocks_of("<ul><li>aussen<ul><li>innen</li></ul></li></ul>")
    assert [block.sentences for block in blocks] == [("innen",), ("aussen",)]


def test_the_place_is_near_the_name() -> None:
    text = f"Porto kostet 40 €.\n{'x' * 400}\nBuchhaltung kostet 40\u00a0€.\n"
    assert place("40 €", "Buchhaltung", source="a.md", text=text) == Span(file="a.md", line=3, column=20, end_column=24)


def test_without_its_source_the_file_is_the_place() -> None:
    assert place("40 €", "Buchhaltung", source="a.md", text="") == Span(file="a.md")
