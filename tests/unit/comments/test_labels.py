"""The fields of a form in the text of a mail."""

from __future__ import annotations

import pytest

from sitegen.comments.labels import Fields, fields_of

GERMAN = """Von: Formulardienst
Betreff: Neuer Kommentar zu „Rechnungen“

Name: Anna K.
E-Mail: anna@post.example
Website: https://anna.example
Beitrag: rechnungen
Kommentar: Toller Text!

Datum: habe ich mir notiert.
Name: egal
--
Danke
IP-Adresse: 203.0.113.7

---
Date: 3.3.2026
User Agent: Mozilla
Powered by: Elementor
"""

ENGLISH = """Your name:
Anna K.

Email:
anna@post.example

Message:
Hello
second line

Website:
https://anna.example
"""


def test_german_labels_with_what_services_add() -> None:
    fields = fields_of(GERMAN)
    assert fields == Fields(
        name="Anna K.",
        website="https://anna.example",
        post="rechnungen",
        text="Toller Text!\n\nDatum: habe ich mir notiert.\nName: egal\n--\nDanke",
        around=fields.around,
        dropped=frozenset({"email", "private", "head"}),
    )
    assert "203.0.113.7" not in str(fields)
    assert "anna@post.example" not in str(fields)


def test_english_labels_with_values_below() -> None:
    fields = fields_of(ENGLISH)
    assert (fields.name, fields.website, fields.text) == ("Anna K.", "https://anna.example", "Hello\nsecond line")


@pytest.mark.parametrize(
    "line",
    [
        "Name: Anna",
        "name:Anna".replace(":", ": "),
        "**Name:** Anna",
        "• Name: Anna",
        "> Name : Anna",
        "NAME:\nAnna",
        "Name\nAnna",
    ],
)
def test_labels_in_many_dresses(line: str) -> None:
    assert fields_of(f"{line}\nKommentar: Hallo").name == "Anna"


def test_a_text_without_labels_is_the_comment() -> None:
    assert fields_of("Liebe Frau Müller,\n\nschön!\n") == Fields(text="Liebe Frau Müller,\n\nschön!")


def test_labels_without_a_text_are_no_comment() -> None:
    assert fields_of("Name: Anna\nE-Mail: a@b.example").text == ""


def test_an_address_in_the_text_is_no_label() -> None:
    assert fields_of("Kommentar: Siehe\nhttps://anna.example/weg\n12:30 Uhr").text.endswith("weg\n12:30 Uhr")


def test_fields_behind_the_text_are_read() -> None:
    fields = fields_of("Kommentar: Hallo\nzwei\nSeite: https://www.example.org/blog/a/\nIP: 203.0.113.7\n")
    assert (fields.text, fields.page) == ("Hallo\nzwei", "https://www.example.org/blog/a/")


def test_what_a_device_says_goes_from_the_middle_of_a_text_too() -> None:
    assert fields_of("Kommentar: Hallo\nIP: 203.0.113.7\nAnna").text == "Hallo\nAnna"
