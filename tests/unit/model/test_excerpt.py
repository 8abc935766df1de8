"""The beginning of a text, and how long it takes to read."""

from __future__ import annotations

import pytest

from sitegen.model.excerpt import EXCERPT_LENGTH, excerpt_of, minutes_to_read


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("Ein Satz.\n\nNoch einer.", "Ein Satz."),
        ("## Überschrift\n\nDer *erste* **Absatz** mit `code`.", "Der erste Absatz mit code."),
        ("- Liste\n- Punkt\n\n1. eins\n\n> Zitat\n\nText.", "Text."),
        ("Ein [Verweis](../kontakt.md) und ![ein Bild](a.png).", "Ein Verweis und ein Bild."),
        ("Zeile eins\nZeile zwei", "Zeile eins Zeile zwei"),
        ("Mit Fußnote[^1] und [Attribut](x.md){.klasse}.\n\n[^1]: Fuß", "Mit Fußnote und Attribut."),
        ("", ""),
        ("```\nnur Code\n```", ""),
    ],
)
def test_the_first_paragraph_as_plain_text(body: str, excerpt: str) -> None:
    assert excerpt_of(body) == excerpt


def test_a_paragraph_with_a_shortcode_is_passed_over_since_its_answer_would_be_missing() -> None:
    assert excerpt_of('Das kostet {{ price "ablage" }} im Jahr.\n\nZweiter Absatz.') == "Zweiter Absatz."


def test_a_long_paragraph_is_cut_at_a_word() -> None:
    excerpt = excerpt_of("wörter " * 60)
    assert excerpt.endswith("wörter …")
    assert len(excerpt) <= EXCERPT_LENGTH + 2


def test_a_long_paragraph_never_ends_in_a_comma() -> None:
    assert excerpt_of(("x" * 170) + " ende, " + "y" * 30).endswith("ende …")


def test_code_and_addresses_are_not_read() -> None:
    words = "Wort " * 150
    code = "```\n" + "code " * 2000 + "\n```\n"
    assert minutes_to_read(f"{words}\n\n{code}\n[x](https://example.org/{'a' * 3000})") == minutes_to_read(words)


@pytest.mark.parametrize("markup", ["<b {}>", "](/a {})", "{{{{ b {} }}}}", "\n[c {}]: /c", "[^d {}]", "{{.e {}}}"])
def test_what_each_kind_of_markup_holds_is_not_read(markup: str) -> None:
    assert minutes_to_read(markup.format("wort " * 1000)) == 1


def test_more_words_take_longer_and_nothing_takes_less_than_a_minute() -> None:
    assert minutes_to_read("") == 1
    assert minutes_to_read("Wort " * 1000) > minutes_to_read("Wort " * 300)
