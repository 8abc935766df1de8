"""Which paragraphs take a price apart, and what lets the whole one stand out."""

from __future__ import annotations

import pytest

from sitegen.checks.split_prices import hidden_total


@pytest.mark.parametrize(
    ("paragraph", "total"),
    [
        ("119 € (darin 19 € MwSt.)", "119 €"),
        ("53,50 € inkl. 7 % MwSt. 3,50 €", "53,50 €"),
        ("100 € plus 19 € Umsatzsteuer, macht 119 €", "119 €"),
        ("netto 1.000 €, USt. 19 %: 190 €, brutto 1.190 €", "1.190 €"),
        ("Grundpreis 100 €\nAnfahrt 20 €\nGesamt: 120 €", "120 €"),
        ("90 € + 60 € = 150 €", "150 €"),
        ("**90 €** für das Gespräch und **60 €** für Unterlagen, insgesamt 150 €", "150 €"),
    ],
)
def test_a_whole_that_is_hidden(paragraph: str, total: str) -> None:
    found = hidden_total(paragraph)
    assert found is not None
    assert paragraph[found[0] : found[1]] == total


@pytest.mark.parametrize(
    "paragraph",
    [
        *("**119 €** (darin 19 € MwSt.)", "<strong>119 €</strong> (darin 19 € MwSt.)", "## 119 € (darin 19 € MwSt.)"),
        *("90 € + 60 € = **150 €**", "45 € je Stunde, 10 Stunden 420 €", "3 × 45 € = 135 €"),
        *("Kleine Aufträge für 10 €, 20 € und 30 €.", "Preise inkl. USt: 45 €, 420 €", "Endpreis 119 €", ""),
        *("Voranmeldung der Umsatzsteuer: 30 €, mit Jahreserklärung 200 €.", "Zusammen 60 €."),
    ],
)
def test_nothing_is_hidden(paragraph: str) -> None:
    assert hidden_total(paragraph) is None
