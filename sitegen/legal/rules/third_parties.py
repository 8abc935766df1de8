"""Rules PRIV: what is asked of others, and with whose consent. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

_GDPR: Final = date(2018, 5, 25)
_DDG: Final = date(2024, 5, 14)
"""Since when the act about privacy in digital services bears its name; § 25 reads so since 2021-12-01."""
_TKG: Final = date(2021, 11, 1)
_DSG: Final = date(2023, 9, 1)

_CONSENT: Final = {
    _DE: Statute(name="§ 25 Abs. 1 TDDDG, Art. 6 DSGVO", since=_DDG, verified=True),
    _AT: Statute(name="§ 165 Abs. 3 TKG 2021, Art. 6 DSGVO", since=_TKG),
    _CH: Statute(name="Art. 6, Art. 19 DSG, Art. 45c FMG", since=_DSG),
}
_TRANSFER: Final = {
    _DE: Statute(name="Art. 6 Abs. 1 DSGVO", since=_GDPR),
    _AT: Statute(name="Art. 6 Abs. 1 DSGVO", since=_GDPR),
    _CH: Statute(name="Art. 6, Art. 19 DSG", since=_DSG),
}
_FREELY_GIVEN: Final = {
    _DE: Statute(name="§ 25 Abs. 1 TDDDG, Art. 4 Nr. 11, Art. 7 DSGVO", since=_DDG, verified=True),
    _AT: Statute(name="§ 165 Abs. 3 TKG 2021, Art. 4 Nr. 11, Art. 7 DSGVO", since=_TKG),
    _CH: Statute(name="Art. 6 Abs. 6 und 7 DSG", since=_DSG),
}

_LOADED: Final[tuple[Rule, ...]] = (
    Rule(
        id="PRIV-001",
        title="Von fremden Rechnern wird nur geladen, wer in site.yaml genannt ist",
        statutes=_CONSENT,
        codes=("SG820", "SG823", "SG824"),
    ),
    Rule(
        id="PRIV-002",
        title="Schriften und Bibliotheken liegen auf der eigenen Website",
        statutes={
            **_TRANSFER,
            _DE: Statute(name="Art. 6 Abs. 1 DSGVO (LG München I, 20.01.2022, 3 O 17493/20)", since=_GDPR),
        },
        codes=("SG821",),
    ),
    Rule(
        id="PRIV-003",
        title="Was eine Einwilligung braucht, lädt vorher nicht",
        statutes=_CONSENT,
        codes=("SG822", "SG828"),
    ),
    Rule(
        id="PRIV-004",
        title="Eingebettetes zeigt erst einen Platzhalter, und wer dahintersteht, ist genannt",
        statutes=_CONSENT,
        codes=("SG810", "SG811"),
    ),
    Rule(
        id="PRIV-005",
        title="Vorschaubilder liegen auf der eigenen Website",
        statutes=_TRANSFER,
        codes=("SG818", "SG825"),
    ),
    Rule(
        id="PRIV-006",
        title="Zu jedem Anbieter steht, wer er ist, wozu er dient, was er speichert und wohin Daten gehen",
        statutes={
            _DE: Statute(name="§ 25 Abs. 1 TDDDG, § 3 Abs. 2 EinwV, Art. 13 DSGVO", since=_DDG, verified=True),
            _AT: Statute(name="§ 165 Abs. 3 TKG 2021, Art. 13 DSGVO", since=_TKG),
            _CH: Statute(name="Art. 19 DSG", since=_DSG),
        },
        codes=("SG801", "SG805"),
    ),
    Rule(
        id="PRIV-009",
        title="Was eigene Skripte auf dem Gerät speichern, ist genannt",
        statutes=_CONSENT,
        codes=("SG826",),
    ),
    Rule(
        id="PRIV-012",
        title="Tag Manager, Werbepixel und Ähnliches laden erst nach einer Einwilligung",
        statutes={
            **_CONSENT,
            _DE: Statute(name="§ 25 Abs. 1 TDDDG (VG Hannover, 19.03.2025, 10 A 5385/22)", since=_DDG, verified=True),
        },
        codes=("SG942",),
    ),
    Rule(
        id="PRIV-013",
        title="Jede Seite sagt Browsern, von wem sie laden dürfen und was sie anderen verraten",
        statutes={
            _DE: Statute(name="Art. 25, Art. 32 DSGVO", since=_GDPR),
            _AT: Statute(name="Art. 25, Art. 32 DSGVO", since=_GDPR),
            _CH: Statute(name="Art. 7, Art. 8 DSG", since=_DSG),
        },
        codes=("SG827", "SG943", "SG944"),
    ),
)

_ASKED: Final[tuple[Rule, ...]] = (
    Rule(
        id="PRIV-007",
        title="Eine Einwilligung lässt sich auf jeder Seite zurücknehmen",
        statutes={
            _DE: Statute(name="§ 25 Abs. 1 TDDDG, Art. 7 Abs. 3 DSGVO", since=_DDG, verified=True),
            _AT: Statute(name="Art. 7 Abs. 3 DSGVO", since=_GDPR),
            _CH: Statute(name="Art. 30 Abs. 2 lit. b DSG", since=_DSG),
        },
        codes=("SG938",),
    ),
    Rule(
        id="PRIV-008",
        title="Was Besucher zählt oder wiedererkennt, gilt nicht als unbedingt nötig",
        statutes={
            _DE: Statute(name="§ 25 Abs. 2 Nr. 2 TDDDG", since=_DDG, verified=True),
            _AT: Statute(name="§ 165 Abs. 3 TKG 2021", since=_TKG),
            _CH: Statute(name="Art. 45c FMG", since=date(2007, 4, 1)),
        },
        codes=("SG804", "SG939"),
    ),
    Rule(
        id="PRIV-010",
        title="Ablehnen ist so leicht wie Annehmen, und nichts ist vorher angekreuzt",
        statutes=_FREELY_GIVEN,
        codes=("SG940",),
    ),
    Rule(
        id="PRIV-011",
        title="Wer gefragt wird, liest: Einwilligung, Widerruf, Zahl der Anbieter, Drittland",
        statutes=_FREELY_GIVEN,
        codes=("SG941",),
    ),
)

RULES: Final[tuple[Rule, ...]] = tuple(sorted((*_LOADED, *_ASKED), key=lambda rule: rule.id))
"""Read: § 25 TDDDG, § 3 EinwV. The GDPR and the law of Austria and Switzerland were not read for this."""
