from __future__ import annotations

import pytest

from sitegen.text.collation import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Abend", "Ärger", "Arzt", "Azubi"],
        ["Masse", "Maße", "Massen"],
        ["apfel", "Äpfel und Birnen", "Apfelkuchen"],
        ["Neu anfangen", "Neuanfang", "Neubau"],
        ["10 Tipps", "Café", "Cafeteria", "Ørsted", "Ostern"],
        ["E-Mail", "EMail", "Emails"],
        ["Apfel", "apfel", "Äpfel"],
    ],
)
def test_lists_stand_as_in_a_dictionary(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


def test_different_texts_never_share_a_key() -> None:
    assert len({sort_key(text) for text in ("Maße", "Masse", "masse", "„Masse“")}) == 4


def test_composed_and_decomposed_letters_sort_alike() -> None:
    assert sort_key("Büro")[0] == sort_key("Bu\u0308ro")[0] == "buro"
