from __future__ import annotations

import sys

import pytest
from slugify import slugify as library_slugify

from sitegen.text.slugs import slugify

SLUGS = {
    "rechnungen": "rechnungen",
    "Über mich": "ueber-mich",
    "Größe & Maße": "groesse-und-masse",
    "U\u0308ber Gro\u0308ße": "ueber-groesse",
    "ÄÖÜ ẞ": "aeoeue-ss",
    "Wie geht's? Wie geht’s!": "wie-gehts-wie-gehts",
    "geht`s oder geht´s": "gehts-oder-gehts",
    "Café à la carte": "cafe-a-la-carte",
    "R&D": "r-und-d",
    "2,5 Stunden": "2-5-stunden",
    "Tipp #3 – für Sie …": "tipp-3-fuer-sie",
    "„Zeit“ ist ‚Geld‘": "zeit-ist-geld",
    "Daten\u00adschutz\u200b": "datenschutz",
    "E-Mail_Vorlage": "e-mail-vorlage",
    "10 € (netto) § 19": "10-netto-19",
    "&amp;": "und-amp",
    "Łódź": "lodz",
    "Москва": "moskva",
    "ﬁx": "fix",
    "--a--": "a",
    "…": "",
    "": "",
}


@pytest.mark.parametrize(("text", "slug"), SLUGS.items())
def test_slugs_are_spelt_in_german(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["Hello World", "a  b", "Tipp 3: Mails!", "C++ / C#", "x_y.z", "  "])
def test_plain_letters_give_what_the_library_gives(text: str) -> None:
    assert slugify(text) == library_slugify(text)


def test_german_titles_never_load_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    slugify.cache_clear()
    monkeypatch.setitem(sys.modules, "slugify", None)
    assert slugify("Übergröße – Café & Co.") == "uebergroesse-cafe-und-co"
    with pytest.raises(ImportError):
        slugify("Москва")
