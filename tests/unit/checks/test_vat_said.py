"""Words about VAT are words of their own, and are found wherever they stand in a long text."""

from __future__ import annotations

import pytest

from sitegen.checks.parsed import ParsedPage
from sitegen.checks.statements.said import statements_in

FAR = "Ein Satz, in dem es um etwas ganz anderes geht. " * 40


def vat(text: str) -> tuple[str, ...]:
    return statements_in(ParsedPage(f"<main><p>45 €</p><p>{text}</p></main>")).vat


@pytest.mark.parametrize(
    "text",
    [
        "Mit jedem Verlust wächst die Vorsicht. Meine USt-IdNr. steht im Impressum.",
        "Ohne Lust und ohne Frust geht es auch hier nicht. Nur so viel: Fragen zur USt beantwortet das Finanzamt.",
        "Plus im August, und das bei so wenig Arbeit im ganzen Sommer! Was die Umsatzsteuer ist, weiß die Kanzlei.",
    ],
)
def test_half_a_word_is_no_tax(text: str) -> None:
    assert vat(text) == ()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("inkl. 19 % USt", "gross"),
        ("zzgl. MWST, nur für Unternehmen", "net"),
        ("Gemäß § 19 Abs. 1 UStG berechne ich keine Umsatzsteuer.", "small_business"),
        ("Ich bin nicht mehrwertsteuerpflichtig.", "small_business"),
    ],
)
def test_a_sentence_far_into_a_text_is_found(text: str, statement: str) -> None:
    assert statement in vat(f"{FAR}{text} {FAR}")
    assert statement in vat(f"{FAR}Umsatzsteuer gibt es auch. {FAR}{text}")
