"""What texts may say about VAT, by the way a business charges it."""

from __future__ import annotations

import pytest

from sitegen.checks.vat_words import check_vat_words
from sitegen.settings.business import Vat

SMALL, GROSS, NET = Vat.SMALL_BUSINESS, Vat.GROSS, Vat.NET


def words(text: str, vat: Vat) -> list[str]:
    return [str(found.facts["text"]) for found in check_vat_words(("a.md",), {"a.md": text}, vat, "Hinweis")]


@pytest.mark.parametrize(
    ("text", "found", "forbidden"),
    [
        ("Alle Preise inkl. MwSt.", "inkl. MwSt.", {SMALL, NET}),
        (
            "Alle Preise inklusive der gesetzlichen Umsatzsteuer",
            "inklusive der gesetzlichen Umsatzsteuer",
            {SMALL, NET},
        ),
        ("45 € zzgl. 19 % USt", "zzgl. 19 % USt", {SMALL, GROSS}),
        ("CHF 45 zuzüglich 8,1 % MWST", "zuzüglich 8,1 % MWST", {SMALL, GROSS}),
        ("darin 20 % USt", "20 % USt", {SMALL}),
        ("darin 19 %", "19 %", {SMALL}),
        ("Nach § 19 UStG ohne Steuer", "§ 19 UStG", {GROSS, NET}),
        ("Keine Umsatzsteuer nach § 19 UStG.", "§ 19 UStG", {GROSS, NET}),
        ("Ich bin Kleinunternehmerin.", "Kleinunternehmerin", {GROSS, NET}),
        ("Befreit nach § 6 Abs. 1 Z 27 UStG", "§ 6 Abs. 1 Z 27", {GROSS, NET}),
    ],
)
def test_words_that_contradict(text: str, found: str, forbidden: set[Vat]) -> None:
    assert {vat for vat in Vat if words(text, vat) == [found]} == forbidden
    assert {vat for vat in Vat if words(text, vat)} == forbidden


@pytest.mark.parametrize(
    "text",
    [
        "Rechnungen inkl. Umsatzsteuer-Voranmeldung an die Kanzlei.",
        "Ich weise keine zzgl. Umsatzsteuer aus.",
        "Ich bin keine Kleinunternehmerin, § 19 UStG gilt nicht.",
        "20 % Nachlass für Vereine.",
        "Es wird keine Umsatzsteuer berechnet.",
        "119 % Einsatz.",
        "Ich prüfe Rechnungen mit 19 % und 7 % Umsatzsteuer, bevor sie zur Kanzlei gehen.",
        "Angebote schreibe ich so, wie Ihre Kunden sie brauchen: netto, brutto, inkl. MwSt. oder ohne.",
        "Belege mit ausgewiesener Umsatzsteuer, also inkl. 19 % USt, lege ich getrennt ab.",
        "Für Kleinunternehmer und Selbstständige mit wenig Zeit.",
        "Kleinunternehmerinnen sparen sich damit den Gang zur Kanzlei.",
        "Auch Rechnungen nach § 19 UStG schreibe ich für Sie.",
        "Die Umsatzsteuer-Voranmeldung bereite ich vor; 19 % der Belege fehlen meist.",
        "Bei 19 % der Anfragen antworte ich noch am selben Tag.",
        "Eingangsrechnungen zzgl. USt erfasse ich mit dem Bruttobetrag.",
        "Ihre Preise zeichne ich im Shop inkl. MwSt. aus.",
        "Ich buche Vorsteuer und Umsatzsteuer auf die richtigen Konten, 19 % hier, 7 % dort.",
        "Eine Steuerberatung ersetzt das nicht, auch nicht bei Fragen zu § 19 UStG.",
    ],
)
@pytest.mark.parametrize("vat", list(Vat))
def test_words_that_are_right(text: str, vat: Vat) -> None:
    assert words(text, vat) == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Stundensatz beträgt 45 € zzgl. MwSt.",
        "Alle Preise zzgl. MwSt., Voranmeldungen mache ich nicht.",
        '{{ price "buchhaltung" }} inkl. MwSt.',
        "Mein Honorar versteht sich inkl. 19 % Umsatzsteuer.",
        "*inkl. MwSt.",
        "Das Paket kostet 420 €, darin sind 19 % MwSt.",
    ],
)
def test_words_about_the_own_price(text: str) -> None:
    assert words(text, SMALL)


@pytest.mark.parametrize(("vat", "rule"), [(SMALL, "PRICE-001"), (GROSS, "PRICE-003")])
def test_each_way_of_naming_prices_has_its_rule(vat: Vat, rule: str) -> None:
    (finding,) = check_vat_words(("a.md",), {"a.md": "45 € zzgl. MwSt."}, vat, "Hinweis")
    assert finding.rule == rule


def test_the_place_is_that_of_the_words() -> None:
    (finding,) = check_vat_words(("a.md",), {"a.md": "Eins.\nPreise inkl. MwSt. hier"}, SMALL, "Hinweis")
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (2, 8, 19)
