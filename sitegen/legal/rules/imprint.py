"""Rules IMP, ODR, VSBG: what the Impressum says. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

_DDG: Final = date(2024, 5, 14)
_DL: Final = date(2010, 5, 17)
_ECG: Final = date(2002, 1, 1)
_UWG_CH: Final = date(2012, 4, 1)
_UWG: Final = date(2022, 5, 28)
_SWITCHED_OFF: Final = date(2025, 7, 20)
"""The platform for disputes, by regulation (EU) 2024/3228: whoever offers it since then misleads."""
_MISLEADING: Final = Statute(name="§ 5 Abs. 1 und 2 UWG", since=_UWG, verified=True)
_MISLEADING_AT: Final = Statute(name="§ 2 UWG", since=date(2007, 12, 12))


def _both(german: str, austrian: str, since: date = _DDG) -> Mapping[Country, Statute]:
    """A duty that Germany and Austria share; the German one was read."""
    return {_DE: Statute(name=german, since=since, verified=True), _AT: Statute(name=austrian, since=_ECG)}


_WHO: Final = (
    Rule(
        id="IMP-001",
        title="Es gibt ein Impressum, und jede Seite führt mit diesem Wort dorthin",
        statutes={
            **_both("§ 5 Abs. 1 DDG", "§ 5 Abs. 1 ECG, § 25 MedienG"),
            _CH: Statute(name="Art. 3 Abs. 1 Bst. s UWG", since=_UWG_CH),
        },
        codes=("SG903", "SG904"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-002",
        title="Im Impressum stehen Vor- und Nachname, bei Gesellschaften auch, wer sie vertritt",
        statutes=_both("§ 5 Abs. 1 Nr. 1 DDG, § 2 Abs. 1 Nr. 1 DL-InfoV", "§ 5 Abs. 1 Z 1 ECG"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-003",
        title="Im Impressum steht eine Anschrift mit Straße, Postleitzahl und Ort, kein Postfach",
        statutes=_both("§ 5 Abs. 1 Nr. 1 DDG, § 2 Abs. 1 Nr. 2 DL-InfoV", "§ 5 Abs. 1 Z 2 ECG"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-004",
        title="Im Impressum steht die E-Mail-Adresse als Text, nicht nur ein Bild oder ein Formular",
        statutes=_both("§ 5 Abs. 1 Nr. 2 DDG", "§ 5 Abs. 1 Z 3 ECG"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-005",
        title="Im Impressum steht eine Telefonnummer oder ein anderer ebenso schneller Weg",
        statutes={_DE: Statute(name="§ 2 Abs. 1 Nr. 2 DL-InfoV (EuGH C-298/07)", since=_DL, verified=True)},
    ),
    Rule(
        id="IMP-006",
        title="Umsatzsteuer- und Wirtschafts-Identifikationsnummer stimmen in Form und Prüfziffer",
        statutes=_both("§ 5 Abs. 1 Nr. 6 DDG", "§ 5 Abs. 1 Z 7 ECG"),
    ),
    Rule(
        id="IMP-007",
        title="Die Steuernummer steht nicht auf der Website",
        statutes={
            _DE: Statute(name="Art. 5 Abs. 1 Buchst. c DSGVO; § 5 Abs. 1 Nr. 6 DDG verlangt sie nicht", since=_DDG),
            _AT: Statute(name="Art. 5 Abs. 1 Buchst. c DSGVO", since=date(2018, 5, 25)),
        },
        codes=("SG851", "SG912"),
    ),
)
_FURTHER: Final = (
    Rule(
        id="IMP-008",
        title="Bei einem geregelten Beruf stehen Bezeichnung, Staat, Kammer und Berufsrecht im Impressum",
        statutes=_both("§ 5 Abs. 1 Nr. 3 und 5 DDG", "§ 5 Abs. 1 Z 5 und 6 ECG"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-009",
        title="Bei einem Eintrag im Register stehen Gericht und Nummer im Impressum",
        statutes=_both("§ 5 Abs. 1 Nr. 4 DDG", "§ 5 Abs. 1 Z 4 ECG, § 14 UGB"),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-010",
        title="Wer Beiträge veröffentlicht, nennt, wer dafür verantwortlich ist",
        statutes={_DE: Statute(name="§ 18 Abs. 2 MStV", since=date(2020, 11, 7))},
    ),
    Rule(
        id="IMP-011",
        title="Zu einer Berufshaftpflichtversicherung stehen Versicherer, Anschrift und Geltungsbereich im Impressum",
        statutes=_both("§ 2 Abs. 1 Nr. 11 DL-InfoV", "§ 22 DLG", _DL),
        asks_for_data=True,
    ),
    Rule(
        id="IMP-012",
        title="Gesetze heißen so, wie sie heute heißen",
        statutes={_DE: _MISLEADING, _AT: _MISLEADING_AT},
        codes=("SG910",),
    ),
    Rule(
        id="IMP-013",
        title="In den Rechtstexten steht nichts mehr aus der Vorlage",
        statutes=_both("§ 5 Abs. 1 DDG", "§ 5 Abs. 1 ECG"),
    ),
)
_DISPUTES: Final = (
    Rule(
        id="ODR-001",
        title="Kein Verweis führt zur abgeschalteten Plattform der EU für Streitbeilegung",
        statutes={
            _DE: Statute(name="§ 5 Abs. 1 und 2 UWG", since=_SWITCHED_OFF, verified=True),
            _AT: Statute(name="§ 2 UWG", since=_SWITCHED_OFF),
        },
        codes=("SG913",),
    ),
    Rule(
        id="ODR-002",
        title="Rechtstexte bieten die abgeschaltete Online-Streitbeilegung nicht mehr an",
        statutes={
            _DE: Statute(name="§ 5 Abs. 1 und 2 UWG", since=_SWITCHED_OFF, verified=True),
            _AT: Statute(name="§ 2 UWG", since=_SWITCHED_OFF),
        },
        codes=("SG914",),
    ),
    Rule(
        id="VSBG-001",
        title="Wer an einer Verbraucherschlichtung teilnimmt, nennt Anschrift und Website der Stelle",
        statutes={_DE: Statute(name="§ 36 Abs. 1 Nr. 2 VSBG", since=date(2017, 2, 1), verified=True)},
        codes=("SG915",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*_WHO, *_FURTHER, *_DISPUTES)
"""Read: § 5 DDG, § 2 DL-InfoV, § 36 VSBG, § 5 UWG. MStV, the Union's regulation and foreign law were not."""
