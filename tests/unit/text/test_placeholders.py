from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.placeholders import BREAK, HINTS, Leftover, may_hold_placeholders, placeholders_in

LEFT = {
    "Lorem ipsum dolor sit amet, consetetur sadipscing elitr.": (Leftover.FILLER, "Lorem ipsum dolor sit amet"),
    "Lorem Ipsum": (Leftover.FILLER, "Lorem Ipsum"),
    "Text folgt": (Leftover.FILLER, "Text folgt"),
    "Weitere Informationen folgen in Kürze.": (Leftover.FILLER, "Weitere Informationen folgen in Kürze"),
    "(Preise folgen noch)": (Leftover.FILLER, "(Preise folgen noch)"),
    "Hier folgt bald ein Text.": (Leftover.FILLER, "Hier folgt bald ein Text"),
    "Hier steht Ihr Text.": (Leftover.FILLER, "Hier steht Ihr Text"),
    "Hier könnte Ihr Text stehen": (Leftover.FILLER, "Hier könnte Ihr Text stehen"),
    "Hier entsteht in Kürze meine neue Website.": (Leftover.FILLER, "Hier entsteht in Kürze meine neue Website"),
    "Platzhalter": (Leftover.FILLER, "Platzhalter"),
    "Dies ist ein Blindtext, an dem man sieht, ob alles da ist.": (Leftover.FILLER, "Dies ist ein Blindtext"),
    "Und noch eine WordPress-Website": (Leftover.FILLER, "Und noch eine WordPress-Website"),
    "TODO: Preise nachtragen": (Leftover.NOTE, "TODO"),
    "Ich bin seit [TODO Jahr] selbstständig.": (Leftover.NOTE, "[TODO Jahr]"),
    "Telefon: XXX": (Leftover.NOTE, "XXX"),
    "Die Stunde kostet XXXX Euro.": (Leftover.NOTE, "XXXX"),
    "Verantwortlich: [Ihr Name]": (Leftover.NOTE, "[Ihr Name]"),
    "Hosting: [Anbieter hier eintragen]": (Leftover.NOTE, "[Anbieter hier eintragen]"),
    "Steuernummer bitte noch ergänzen": (Leftover.NOTE, "bitte noch ergänzen"),
    "Erika Musterfrau": (Leftover.SAMPLE, "Musterfrau"),
    "Max Muster": (Leftover.SAMPLE, "Max Muster"),
    "Musterstraße 1": (Leftover.SAMPLE, "Musterstraße"),
    "12345 Berlin": (Leftover.SAMPLE, "12345"),
    "Telefon: 0123 456789": (Leftover.SAMPLE, "0123 456789"),
    "Telefon: +49 123 456789": (Leftover.SAMPLE, "+49 123 456789"),
    "USt-IdNr. DE123456789": (Leftover.SAMPLE, "DE123456789"),
    "USt-IdNr. ATU999999999": (Leftover.SAMPLE, "ATU999999999"),
    "IBAN: DE12 3456 7890": (Leftover.SAMPLE, "DE12 3456"),
    "Telefon: 0049/123 456": (Leftover.SAMPLE, "0049/123 456"),
    "Blind-Text": (Leftover.FILLER, "Blind-Text"),
    "Beispiel-text": (Leftover.FILLER, "Beispiel-text"),
    "Telefon: <Telefonnummer>": (Leftover.NOTE, "<Telefonnummer>"),
    "Dies ist eine Beispiel-Seite. Sie unterscheidet sich von Beiträgen.": (
        Leftover.FILLER,
        "Dies ist eine Beispiel-Seite. Sie unterscheidet sich",
    ),
    "Dies ist dein erster Beitrag. Bearbeite oder lösche ihn.": (
        Leftover.FILLER,
        "Dies ist dein erster Beitrag. Bearbeite",
    ),
    "John Doe": (Leftover.SAMPLE, "John Doe"),
    "info@mustermann.de": (Leftover.SAMPLE, "info@mustermann.de"),
    "mail@ihre-domain.de": (Leftover.SAMPLE, "mail@ihre-domain.de"),
}

NOTHING = (
    "Das Peinlichste an Vorlagen ist die vergessene Lücke. „Sehr geehrter Herr XXX“ hat schon Aufträge gekostet.",
    'Suchen Sie vor dem Absenden nach "TODO" und nach "Lorem ipsum dolor".',
    "Meine TODO-Liste ist kurz.",
    "Auf der To-do-Liste steht: Ablage.",
    "Wer Lorem ipsum als Fülltext nimmt, erkennt später nicht, was noch fehlt.",
    "Ein Blindtext hilft beim Gestalten.",
    "Ein Platzhalter zeigt, wo das Video steht.",
    "Text folgt auf Bild, Bild auf Text.",
    "Der zweite Teil folgt bald.",
    "Wer mir folgt, liest zuerst davon.",
    "Hier steht der Preis, und darunter, was er umfasst.",
    "Hier kommt der Text aus der Vorlage hinein, den Sie schon kennen.",
    "Hier folgt ein Beispiel.",
    "Nach dem Muster des letzten Jahres, mit Verträgen und Mustern.",
    "Ein Musterbrief und ein Mustervertrag liegen bei.",
    "Das gibt es in Größe XXL und in Schwarz.",
    "Bitte ergänzen Sie Ihre Anschrift im Formular.",
    "Rufen Sie an: 01234 5551212 oder +49 30 1234567.",
    "Ich habe 12345 Mails gezählt.",
    "USt-IdNr. DE136695976",
    "hallo@nachmittag.example und hallo@example.org",
    "Ich arbeite mit WordPress und nenne das Datum [2026].",
    "Siehe [1] und [Anhang].",
)


@pytest.mark.parametrize(("block", "expected"), LEFT.items())
def test_leftovers_are_found(block: str, expected: tuple[Leftover, str]) -> None:
    assert [(one.kind, one.text) for one in placeholders_in(block)] == [expected]


@pytest.mark.parametrize("block", NOTHING)
def test_what_is_written_on_purpose_is_none(block: str) -> None:
    assert [*placeholders_in(block)] == []


@pytest.mark.parametrize("block", LEFT)
def test_a_page_that_holds_one_is_looked_at(block: str) -> None:
    assert may_hold_placeholders(f"Start{BREAK}{block}{BREAK}Ende", frozenset(hint for hint in HINTS if hint in block))


@pytest.mark.parametrize("kind", ["Blind", "Platzhalter", "Beispiel", "Dummy"])
@pytest.mark.parametrize("text", ["text", "Text", "-text", "-Text"])
def test_no_word_for_filler_is_passed_over(kind: str, text: str) -> None:
    block = f"{kind}{text}"
    assert [one.text for one in placeholders_in(block)] == [block]
    assert may_hold_placeholders(block, frozenset(hint for hint in HINTS if hint in block))


PIECES = (
    "0",
    "0123",
    "+49 ",
    "0049",
    "123",
    "4",
    "45",
    "456",
    "56",
    "12345",
    " ",
    "-",
    "/",
    "DE",
    "ATU",
    "789",
    "B",
    "·",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_no_number_that_is_made_up_is_passed_over(block: str) -> None:
    if [*placeholders_in(block)]:
        assert may_hold_placeholders(block, frozenset(hint for hint in HINTS if hint in block))


@given(st.text())
def test_any_text_may_be_asked(block: str) -> None:
    assert all(one.text for one in placeholders_in(block))
