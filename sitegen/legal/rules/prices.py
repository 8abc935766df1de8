"""Rules PRICE: prices and value added tax. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

_OF_2022: Final = date(2022, 5, 28)
"""Since when the Preisangabenverordnung and the act against unfair competition read as they do."""
_PBV: Final = date(1979, 1, 1)
_PRAG: Final = date(1992, 10, 1)

_MISLEADING: Final = {
    _DE: Statute(name="§ 5 Abs. 2 Nr. 2 UWG, § 19 UStG", since=_OF_2022, verified=True),
    _AT: Statute(name="§ 2 UWG, § 6 Abs. 1 Z 27 UStG", since=date(2025, 1, 1)),
    _CH: Statute(name="Art. 3 Abs. 1 lit. b UWG, Art. 10 MWSTG", since=date(2018, 1, 1)),
}
_TOTAL: Final = {
    _DE: Statute(name="§ 3 Abs. 1 und 3 PAngV", since=_OF_2022, verified=True),
    _AT: Statute(name="§ 9 Abs. 1 PrAG", since=_PRAG),
    _CH: Statute(name="Art. 4 PBV", since=_PBV),
}

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="PRICE-001",
        title="Wer keine Umsatzsteuer berechnet, nennt auf Leistungs- und Preisseiten auch keine",
        statutes=_MISLEADING,
    ),
    Rule(
        id="PRICE-002",
        title="Wer keine Umsatzsteuer berechnet, sagt das, wo Preise stehen",
        statutes={
            _DE: Statute(name="§ 6 Abs. 1 PAngV, § 19 UStG", since=_OF_2022, verified=True),
            _AT: Statute(name="§ 9 Abs. 1 PrAG, § 6 Abs. 1 Z 27 UStG", since=date(2025, 1, 1)),
            _CH: Statute(name="Art. 4 PBV, Art. 10 MWSTG", since=date(2018, 1, 1)),
        },
        codes=("SG925",),
    ),
    Rule(
        id="PRICE-003",
        title="Privatleute sehen Gesamtpreise, keine ohne Umsatzsteuer; ist ein Preis zerlegt, hebt sich der ganze ab",
        statutes=_TOTAL,
        codes=("SG177", "SG325"),
    ),
    Rule(
        id="PRICE-004",
        title="Neben Preisen ohne Umsatzsteuer steht, dass sich das Angebot nur an Unternehmen richtet",
        statutes={
            _DE: Statute(name="§ 1 Abs. 1, § 3 Abs. 1 PAngV", since=_OF_2022, verified=True),
            _AT: Statute(name="§ 1, § 9 Abs. 1 PrAG", since=_PRAG),
            _CH: Statute(name="Art. 2 Abs. 2, Art. 4 PBV", since=_PBV),
        },
        codes=("SG928",),
    ),
    Rule(
        id="PRICE-005",
        title="Wo Privatleute Preise lesen, steht, dass die Umsatzsteuer darin ist",
        statutes={
            _DE: Statute(name="§ 6 Abs. 1 Nr. 1 PAngV", since=_OF_2022, verified=True),
            _AT: Statute(name="§ 9 Abs. 1 PrAG", since=_PRAG),
            _CH: Statute(name="Art. 4 PBV", since=_PBV),
        },
        codes=("SG926", "SG927"),
        asks_for_data=True,
    ),
    Rule(
        id="PRICE-006",
        title="Ein Preis sagt, wofür er gilt: für eine Stunde, einen Monat, ein Paket",
        statutes={
            _DE: Statute(name="§ 3 Abs. 2 PAngV, § 5b Abs. 1 Nr. 3 UWG", since=_OF_2022, verified=True),
            _AT: Statute(name="§ 1, § 9 PrAG", since=_PRAG),
            _CH: Statute(name="Art. 13, Art. 14 PBV", since=_PBV),
        },
        codes=("SG171",),
    ),
    Rule(
        id="PRICE-007",
        title="Suchmaschinen erfahren denselben Preis wie Besucher",
        statutes={
            _DE: Statute(name="§ 5 Abs. 2 Nr. 2 UWG", since=_OF_2022, verified=True),
            _AT: Statute(name="§ 2 UWG", since=date(2007, 12, 12)),
            _CH: Statute(name="Art. 3 Abs. 1 lit. b UWG", since=date(1988, 3, 1)),
        },
        codes=("SG929",),
    ),
)
"""Read: PAngV and UWG as of 2022-10-07, §§ 5 to 5b UWG and §§ 1 to 12 PAngV. The statutes of Austria and Switzerland
were not read for this."""
