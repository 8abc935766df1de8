"""Long compounds are parted where a reader would part them, or not at all."""

from __future__ import annotations

import pytest

from sitegen.text.hyphens import LEAST, LONG, SOFT, soft_hyphens


@pytest.mark.parametrize(
    "parted",
    [
        "Daten|schutz|erklärung",
        "Klein|unternehmer|regelung",
        "Auftrags|verarbeitung",
        "Zusammen|arbeit",
        "Selbst|ständigkeit",
        "Termin|vereinbarung",
        "Postfach|verwaltung",
        "Arbeits|zeit|erfassung",
        "Urlaubs|vertretung",
        "Lohn|abrechnungen",
        "TERMIN|VEREINBARUNG",
    ],
)
def test_known_seams(parted: str) -> None:
    assert soft_hyphens(parted.replace("|", "")) == parted.replace("|", SOFT)


@pytest.mark.parametrize("whole", ["Internationalisierung", "Rechnungen", "Donaudampfschiff", "Buchhaltung"])
def test_a_word_that_is_short_or_has_no_known_seam_stays_whole(whole: str) -> None:
    assert soft_hyphens(whole) == whole


def test_only_the_long_words_of_a_line_are_parted() -> None:
    line = "Was eine Datenschutzerklärung kostet"
    assert soft_hyphens(line) == f"Was eine Daten{SOFT}schutz{SOFT}erklärung kostet"


def test_parting_twice_is_parting_once() -> None:
    once = soft_hyphens("Terminvereinbarung und Urlaubsvertretung")
    assert soft_hyphens(once) == once


@pytest.mark.parametrize("word", ["Rechnungsvorlagen", "Kundenunterlagen", "Stundensatzvergleich", "Büroorganisation"])
def test_no_part_is_too_small(word: str) -> None:
    assert len(word) >= LONG
    assert all(len(part) >= LEAST for part in soft_hyphens(word).split(SOFT))


def test_without_its_seams_the_text_is_what_it_was() -> None:
    line = "Verantwortungsbereich, Kleinunternehmerregelung – Auftragsverarbeitungsvertrag"
    assert soft_hyphens(line).replace(SOFT, "") == line
