from __future__ import annotations

import pytest

from sitegen.text.locales import Language, typography_of
from sitegen.text.typography import typeset, typeset_text

GERMAN = typography_of(Language.DE)
SWISS = typography_of(Language.CH)

# In these tables _ stands for a no-break space.
QUOTATIONS = {
    '"Zeit" ist Geld': "„Zeit“ ist Geld",
    "sie sagt: 'Zeit' und 'Geld'.": "sie sagt: ‚Zeit‘ und ‚Geld‘.",
    "\"'Zeit' ist Geld\", sagt sie.": "„‚Zeit‘ ist Geld“, sagt sie.",
    "Sie sagt: \"Das ist 'gut'.\"": "Sie sagt: „Das ist ‚gut‘.“",
    "“Zeit” ist Geld": "„Zeit“ ist Geld",
    "“Zeit“ und ”Geld”": "„Zeit“ und „Geld“",
    '„Zeit” und „Geld"': "„Zeit“ und „Geld“",
    "„Zeit“ ist „Geld“": "„Zeit“ ist „Geld“",
    "‘Zeit’ ist Geld": "‚Zeit‘ ist Geld",
    "‚Zeit' ist Geld": "‚Zeit‘ ist Geld",
    '("Zeit") ["Geld"]': "(„Zeit“) [„Geld“]",
    '"Zeit"-Management': "„Zeit“-Management",
    '"Zeit"/"Geld"': "„Zeit“/„Geld“",
    'die Vorsilbe "ein-" hier': "die Vorsilbe „ein-“ hier",
    'Das - "ja" - genügt': "Das – „ja“ – genügt",
    '"..." und "Wie?"': "„…“ und „Wie?“",
    'er sagte:"Ja"': "er sagte:„Ja“",
    "die beschriebenen„Helfer“, ja": "die beschriebenen„Helfer“, ja",
    "„Er sagt “nein”.“": "„Er sagt „nein“.“",
    "»Zeit« und «Geld»": "»Zeit« und «Geld»",
    '"10 %" und "§ 5"': "„10_%“ und „§_5“",
    "die Taste 'n' und 's'": "die Taste ‚n‘ und ‚s‘",
    '"Das ist \'gut", sagt sie.': "„Das ist 'gut“, sagt sie.",
}

UNSURE = (
    '24" breit und 5\' 2" lang',
    '"vergessen zu schließen',
    'vergessen zu öffnen"',
    'das"Wort hier',
    ' " ',
    '""',
    "''Zeit'' so",
    "die ‚Zeit’ ist",
    "Hans‘ Büro",
    "Anna´ Büro",
    "›Zeit‹ so",
    "6'2 groß",
    "5' hoch",
    "(')",
)

APOSTROPHES = {
    "Wie geht's?": "Wie geht’s?",
    "geht‘s, geht´s, geht`s": "geht’s, geht’s, geht’s",
    "Hans' Büro, Max' Haus": "Hans’ Büro, Max’ Haus",
    "Ich hab' es, hab' ich gesagt.": "Ich hab’ es, hab’ ich gesagt.",
    "'s war '99 und 'n Jahr, 'ne Zeit, in den '90ern": "’s war ’99 und ’n Jahr, ’ne Zeit, in den ’90ern",
    "‘s war ‘99": "’s war ’99",
    '"Hans\' Büro" ist da': "„Hans’ Büro“ ist da",
    '"Ich hab\'s!", rief sie': "„Ich hab’s!“, rief sie",
    "‚Hans’ Büro‘": "‚Hans’ Büro‘",
    "1'234.50": "1’234.50",
    "90'er": "90’er",
}

DASHES = {
    "Wort - Wort": "Wort – Wort",
    "Wort -- Wort": "Wort – Wort",
    "Wort\n- Wort": "Wort\n– Wort",
    "Wort--Wort": "Wort–Wort",
    '"Wort"--"Wort"': "„Wort“–„Wort“",
    "2024-2026": "2024–2026",
    "(1998-2003)": "(1998–2003)",
    "9-17 Uhr": "9–17_Uhr",
    "9:30-17:00 Uhr": "9:30–17:00_Uhr",
    "Mo-Fr 9-12 und 14-17 Uhr": "Mo–Fr 9–12 und 14–17_Uhr",
    "S. 5-7": "S._5–7",
    "Seiten 12-14": "Seiten 12–14",
    "§§ 5-7": "§§_5–7",
    "10-20 €": "10–20_€",
    "2-3 Stunden": "2–3 Stunden",
    "vom 1.-3. Mai": "vom 1.–3._Mai",
    "Art.-Nr. 1990-2010": "Art.-Nr._1990-2010",
    "7-5 %, 0170-1234 €, 10-20-30 €": "7-5_%, 0170-1234_€, 10-20-30_€",
}

HYPHENS = (
    *("E-Mail", "Auftraggeber/-in", "-bzw.", "ein- und ausgehend", "Arbeitskräfte und -zeit", "Büro-bzw. Sekretariat"),
    *("Wort --- Wort", "a---b", "--help", "-v", "Ende -", "- Anfang", "---", "Wort -, Wort", "Dienstag-Freitag"),
    *(
        "030-123456",
        "Tel. 1990-2010",
        "2026-11-24",
        "ISBN 978-3-16-148410-0",
        "2024-26",
        "2026-03",
    ),
    *("10115-10119", "D-10115", "2024-2026-01", "A4-5", "3-4", "5-6 Personen"),
)

SPACES = {
    "z.B., d.h., u.a., i.d.R., o.Ä., v.a.": "z._B., d._h., u._a., i._d._R., o._Ä., v._a.",
    "z. B., d. h., i. d. R., z. T., u. U., e. V., i. V., s. o., a. D., m. E.": (
        "z._B., d._h., i._d._R., z._T., u._U., e._V., i._V., s._o., a._D., m._E."
    ),
    "Z.B. (z.B.) u.v.a.m., u. v. m.": "Z._B. (z._B.) u._v._a._m., u._v._m.",
    "i.d. R.": "i._d._R.",
    "z.B. Nr. 5, u.a. S. 3": "z._B. Nr._5, u._a. S._3",
    "z.\u202fB.": "z.\u202fB.",
    "v. Chr., z. Zt., i. H. v.": "v._Chr., z._Zt., i._H._v.",
    "§ 5, §§ 6, Abs. 1, Art. 5, Nr. 5, S. 5": "§_5, §§_6, Abs._1, Art._5, Nr._5, S._5",
    "Kap. 3, Abb. 2, Tab. 1": "Kap._3, Abb._2, Tab._1",
    "10 €, 5 %, 3 kg, 20 km, 8 GB, 15 Uhr": "10_€, 5_%, 3_kg, 20_km, 8_GB, 15_Uhr",
    "5 Mio. €, 2,5 Mrd. Euro": "5_Mio._€, 2,5_Mrd._Euro",
    "10 Euro, 21 °C, 100 Mbit/s": "10_Euro, 21_°C, 100_Mbit/s",
    "€ 45, CHF 120": "€_45, CHF_120",
    "10 € 5 Stück": "10_€ 5 Stück",
    "Dr. Beispiel, Prof. Dr. Muster": "Dr._Beispiel, Prof._Dr._Muster",
    "Hr. Muster, Fr. Muster, St. Gallen": "Hr._Muster, Fr._Muster, St._Gallen",
    "3. Januar, 5. März 2026, 24. Dez.": "3._Januar, 5._März 2026, 24._Dez.",
    "6. Jänner, 1. Mai": "6._Jänner, 1._Mai",
}

ORDINARY_SPACES = (
    *("10€ und 5%", "§5", "3. Platz", "10 Personen", "5 Minuten", "10 Euro-Scheine", "Die Nr. im", "Dr. im Haus"),
    *(
        "z.Bspl.",
        "z.b.",
        "z.B.x",
        "z.\nB.",
        "5\nkg",
        "im Jahr 2026 Mails",
        "Ende. Anfang",
        "A. B. Muster",
    ),
)

ADDRESSES = (
    *(
        "www.z.b.de",
        "z.B.de",
        "https://beispiel.de/a--b/?q='x'&y=\"z\"&w",
        "https://beispiel.de/...",
        "a--b@beispiel.de",
    ),
    *(
        "xn--bro-hoa.de",
        "/etc/a--b",
        "C:\\a--b",
        "./a--b.txt",
        "../..",
        "bericht--2024.pdf",
        "blog/2024-2026/x",
        "a/b/c--d",
    ),
    *("mailto:o'neil@beispiel.de", "~/a--b", "\\\\server\\a--b"),
)


def shown(text: str) -> str:
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(("typed", "expected"), (QUOTATIONS | APOSTROPHES | DASHES | SPACES).items())
def test_text_is_set_as_german_has_it(typed: str, expected: str) -> None:
    assert shown(typeset_text(typed, GERMAN)) == expected


@pytest.mark.parametrize("typed", UNSURE + HYPHENS + ORDINARY_SPACES + ADDRESSES)
def test_what_is_not_sure_stays_as_typed(typed: str) -> None:
    assert shown(typeset_text(typed, GERMAN)) == typed


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_stays_as_it_is_in_quotation_marks_and_brackets(address: str) -> None:
    assert typeset_text(f'Siehe ("{address}"), bitte', GERMAN) == f"Siehe („{address}“), bitte"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("\"Zeit\" ist 'Geld'", "«Zeit» ist ‹Geld›"),
        ("„Zeit“ ist ‚Geld‘", "«Zeit» ist ‹Geld›"),
        ("“Zeit” ist ‘Geld’", "«Zeit» ist ‹Geld›"),
        ("\"Ein 'Muster' hier\"", "«Ein ‹Muster› hier»"),
        ("«Zeit» ist ‹Geld›", "«Zeit» ist ‹Geld›"),
        ("»Zeit« ist ›Geld‹", "»Zeit« ist ›Geld‹"),
        ("die„Helfer“ sind", "die«Helfer» sind"),
        ("Wie geht's, Hans' Büro?", "Wie geht’s, Hans’ Büro?"),
        ('"vergessen', '"vergessen'),
    ],
)
def test_swiss_marks_point_outwards(typed: str, expected: str) -> None:
    assert typeset_text(typed, SWISS) == expected


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        (['"', "Zeit", '" ist Geld'], ["„", "Zeit", "“ ist Geld"]),
        (['Das "', "ist", " es", '"!'], ["Das „", "ist", " es", "“!"]),
        (['"Zeit', '"', "-Management"], ["„Zeit", "“", "-Management"]),
        (["Hans", "' Büro"], ["Hans", "’ Büro"]),
        (["geht", "'s"], ["geht", "’s"]),
        ([None, "'s Wert"], [None, "’s Wert"]),
        ([None, "' Wert"], [None, "’ Wert"]),
        (['"', None, '" heißt'], ["„", None, "“ heißt"]),
        ([None, '"Zeit"', None], [None, "„Zeit“", None]),
        ([None, "'Zeit'", None], [None, "‚Zeit‘", None]),
        (["10", " €"], ["10", "\u00a0€"]),
        (["z.", "B."], ["z.", "\u00a0B."]),
        (["Wort ", "-", " Wort"], ["Wort ", "–", " Wort"]),
        ([None, " - Wort"], [None, " – Wort"]),
        (["Wort-", "-Wort"], ["Wort-", "-Wort"]),
        (["..", "."], ["..", "."]),
        (["9-", None, " Uhr"], ["9-", None, " Uhr"]),
        ([None], [None]),
        (["", None, ""], ["", None, ""]),
        ([], []),
    ],
)
def test_context_flows_through_emphasis_and_around_code(segments: list[str | None], expected: list[str | None]) -> None:
    assert typeset(segments, GERMAN) == expected


def test_unchanged_segments_are_the_same_objects() -> None:
    plain, quoted = "ein Wort ", '"Zeit"'
    done = typeset([plain, None, quoted], GERMAN)
    assert done[0] is plain
    assert done[2] == "„Zeit“"
    assert typeset_text(plain, GERMAN) is plain


def test_no_mark_of_one_paragraph_reaches_into_code() -> None:
    assert typeset(["Mit ", None, ' und "', None, '"'], GERMAN) == ["Mit ", None, " und „", None, "“"]
