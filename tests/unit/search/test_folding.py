"""Two spellings of a German word are one word to the search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.features.search.folding import fold

SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ẞ": "SS"})
GERMAN = st.text(alphabet="abeoqusnÄÖÜäöüßẞAEOU -", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Büro", "buero"),
        ("Büro", "BURO"),
        ("Bäuerin", "Baeuerin"),
        ("Straße", "STRASSE"),
        ("Übergröße", "Uebergroesse"),
        ("Zeit\u00adplan", "Zeitplan"),
        ("A\u0308rger", "Ärger"),
    ],
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["neue", "teuer", "quelle", "bauen"])
def test_what_only_looks_like_an_umlaut_stays(word: str) -> None:
    assert fold(word) == word


@given(GERMAN)
def test_umlauts_and_what_stands_for_them_never_differ(text: str) -> None:
    assert fold(text) == fold(text.translate(SPELLED_OUT))


@given(st.text(max_size=60))
def test_folding_never_joins_or_parts_words(text: str) -> None:
    words = " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())
    assert len(fold(words).split()) == len(words.split())
