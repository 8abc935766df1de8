"""Claims about nature: what is one, what bears it out, and how many things are green without claiming anything."""

from __future__ import annotations

import pytest

from sitegen.checks.statements.advertising import check_claims


def claims(text: str) -> list[str]:
    return [str(found.facts["text"]) for found in check_claims(("a.md",), {"a.md": text})]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ich arbeite klimaneutral.", "klimaneutral"),
        ("Umweltfreundlich, schnell und leise.", "Umweltfreundlich"),
        ("Ihre Website läuft auf grünem Hosting.", ""),
        ("Meine Website läuft auf grünem Hosting.", "grünem Hosting"),
        ("Eine nachhaltige Arbeitsweise ist mir wichtig.", "nachhaltige Arbeitsweise"),
        ("Gedruckt wird CO2-neutral.", "CO2-neutral"),
        ("summary: Ökologisch denken, ordentlich ablegen.", "Ökologisch"),
        ("Der Versand ist emissionsfrei.", "emissionsfrei"),
    ],
)
def test_claims_without_a_proof(text: str, claim: str) -> None:
    assert claims(text) == ([claim] if claim else [])


@pytest.mark.parametrize(
    "text",
    [
        "Das entlastet Sie nachhaltig.",
        "Nachhaltige Ordnung statt schneller Lösungen.",
        "Eine nachhaltige Lösung für Ihr Postfach.",
        "Alles im grünen Bereich.",
        "Grüne Ordner sind für Rechnungen, rote für Mahnungen.",
        "Mit Blick ins Grüne.",
        "Die grüne Wiese vor dem Fenster.",
        "Frau Grün ruft Sie zurück.",
        "Wir sind nicht klimaneutral, aber wir fahren Rad.",
        "Kein klimaneutrales Büro, nur ein kleines.",
        "Beiträge über umweltfreundliche Verpackungen schreibe ich gern.",
        "Ihre klimaneutrale Druckerei bekommt die Daten von mir.",
        "Für Kundinnen aus der ökologischen Landwirtschaft.",
        "Klimaneutral, siehe den [Nachweis](nachweis.pdf).",
        "Mein Strom ist Ökostrom, umweltfreundlich nach https://www.example.org/siegel.",
        "Die Umwelt bedankt sich.",
        "Der Umweltverband ist mein Kunde, das Büro ist hell.",
        "Wer klimaneutral wirbt, braucht einen Beleg.",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert claims(text) == []


def test_a_proof_counts_for_its_own_paragraph_alone() -> None:
    assert claims("Klimaneutral.\n\nMehr [dazu](nachweis.pdf).") == ["Klimaneutral"]


def test_the_place_is_that_of_the_words() -> None:
    (finding,) = check_claims(("a.md",), {"a.md": "Eins.\n\nIch arbeite klimaneutral."})
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 13, 25)
