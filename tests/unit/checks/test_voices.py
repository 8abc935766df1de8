"""What a page is called that shows voices of customers, and how one says that they were checked."""

from __future__ import annotations

import pytest

from sitegen.checks.statements.words import CHECKED, CHECKED_WORDS, VOICES


@pytest.mark.parametrize(
    "title",
    [
        *("Kundenstimmen", "Kundenbewertungen", "Kundinnenstimmen", "Kunden-Stimmen und Referenzen", "Bewertungen"),
        *("Stimmen aus der Zusammenarbeit", "Unsere Bewertungen", "Das sagen meine Kundinnen", "Was Kunden sagen"),
    ],
)
def test_pages_with_voices(title: str) -> None:
    assert VOICES().search(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Bewertungen einholen", "Wie Sie auf Rezensionen antworten", "Über mich", "Stimmen hören", "Kunden gewinnen"),
        *("Stimmungen im Büro", "Das sage ich gern", "Referenzen", "Feedback geben"),
        *("Stimmt das so?", "Leistungen"),
    ],
)
def test_pages_about_something_else(title: str) -> None:
    assert not VOICES().search(title)


@pytest.mark.parametrize(
    "sentence",
    [
        *("Geprüft: Auftrag seit 2024", "Alle Stimmen habe ich überprüft.", "Wortlaut per E-Mail freigegeben"),
        *("Wie ich prüfe, ob sie echt sind", "Die Echtheit ist bestätigt."),
        *("Prüfung der Echtheit", "Ich prüfte jede.", "Überprüfbar", "Gprüft is!", "Freigabe liegt vor", "Verifiziert"),
    ],
)
def test_words_on_how_they_were_checked(sentence: str) -> None:
    assert CHECKED.search(sentence)
    assert any(CHECKED.match(sentence, sentence.find(word)) for word in CHECKED_WORDS if word in sentence)


@pytest.mark.parametrize("sentence", ["Ein Prüfstein", "Ich prüfend", "Stichprüfen", "Freigeist", "Der Tätige"])
def test_words_on_something_else(sentence: str) -> None:
    assert not CHECKED.search(sentence)
