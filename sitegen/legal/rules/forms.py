"""Rules FORM, NEWS: forms and newsletters. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH
_GDPR: Final = date(2018, 5, 25)
_DSG: Final = date(2023, 9, 1)
_WCAG: Final = date(2023, 10, 5)


def _everywhere(article: str, swiss: str) -> Mapping[Country, Statute]:
    """Germany and Austria share the regulation of the Union; none of these texts was read for this."""
    union = Statute(name=article, since=_GDPR)
    return {_DE: union, _AT: union, _CH: Statute(name=swiss, since=_DSG)}


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="FORM-001",
        title="Formulare gehen verschlüsselt an einen Empfänger, den es gibt",
        statutes=_everywhere("Art. 32 DSGVO", "Art. 8 DSG"),
        codes=("SG712", "SG731", "SG732", "SG946", "SG947"),
    ),
    Rule(
        id="FORM-002",
        title="Am Knopf jedes Formulars steht, wozu die Angaben dienen, und der Weg zur Datenschutzerklärung",
        statutes=_everywhere("Art. 13 DSGVO", "Art. 19 DSG"),
        codes=("SG724", "SG948"),
    ),
    Rule(
        id="FORM-003",
        title="Ausfüllen muss man nur, was für die Antwort gebraucht wird",
        statutes=_everywhere("Art. 5 Abs. 1 Buchst. c DSGVO", "Art. 6 Abs. 2 DSG"),
        codes=("SG949",),
    ),
    Rule(
        id="FORM-004",
        title="Jedes Feld hat eine Beschriftung und sagt Browsern, was hineingehört",
        statutes={country: Statute(name="WCAG 2.2, 1.3.5 und 3.3.2", since=_WCAG) for country in Country},
        codes=("SG950", "SG951"),
    ),
    Rule(
        id="FORM-005",
        title="Kein Kästchen ist vorangekreuzt, und keines steht für zweierlei",
        statutes=_everywhere("Art. 4 Nr. 11, Art. 7 DSGVO", "Art. 6 Abs. 6 und 7 DSG"),
        codes=("SG952", "SG953"),
    ),
    Rule(
        id="FORM-006",
        title="Nach dem Absenden kommt eine Seite der eigenen Website",
        statutes={
            country: Statute(name="Verträge der Formulardienste; keine Vorschrift", since=_GDPR) for country in Country
        },
        codes=("SG723", "SG954"),
    ),
    Rule(
        id="FORM-007",
        title="Kein Captcha lädt, bevor jemand zugestimmt hat",
        statutes={
            _DE: Statute(name="§ 25 Abs. 1 TDDDG", since=date(2024, 5, 14), verified=True),
            _AT: Statute(name="§ 165 Abs. 3 TKG 2021", since=date(2021, 11, 1)),
            _CH: Statute(name="Art. 6, Art. 19 DSG", since=_DSG),
        },
        codes=("SG955",),
    ),
    Rule(
        id="NEWS-001",
        title="Ein Newsletter wird bestätigt, und es steht da, dass man ihn abbestellen kann",
        statutes={
            _DE: Statute(name="§ 7 Abs. 2 Nr. 2 UWG", since=date(2022, 5, 28), verified=True),
            _AT: Statute(name="§ 174 Abs. 3 TKG 2021", since=date(2021, 11, 1)),
            _CH: Statute(name="Art. 3 Abs. 1 Bst. o UWG", since=date(2007, 4, 1)),
        },
        codes=("SG734", "SG956"),
    ),
)
"""Read: § 25 TDDDG, § 7 UWG. What rests on the GDPR and on the guidelines for accessibility is advice and warns only,
save for a form that cannot arrive or goes out unencrypted."""
