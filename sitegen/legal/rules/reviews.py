"""Rules REV: testimonials and ratings. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DE, _AT, _CH = Country.DE, Country.AT, Country.CH

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="REV-001",
        title="Bei Kundenstimmen steht, ob und wie geprüft ist, dass sie echt sind",
        statutes={
            _DE: Statute(name="§ 5b Abs. 3 UWG", since=date(2022, 5, 28), verified=True),
            _AT: Statute(name="§ 2 Abs. 6 Z 7 UWG", since=date(2022, 7, 20)),
            _CH: Statute(name="Art. 3 Abs. 1 lit. b UWG", since=date(1988, 3, 1)),
        },
        codes=("SG323", "SG930"),
        asks_for_data=True,
    ),
    Rule(
        id="REV-002",
        title="Wer zu Wort kommt, hat der Veröffentlichung zugestimmt",
        statutes={
            _DE: Statute(name="Art. 6 Abs. 1 DSGVO, § 22 KUG", since=date(2018, 5, 25)),
            _AT: Statute(name="Art. 6 Abs. 1 DSGVO, § 78 UrhG", since=date(2018, 5, 25)),
            _CH: Statute(name="Art. 6, Art. 31 DSG", since=date(2023, 9, 1)),
        },
        codes=("SG322",),
    ),
    Rule(
        id="REV-003",
        title="Niemand bewertet sich in den Angaben für Suchmaschinen selbst",
        statutes={
            country: Statute(name="Richtlinien von Google zu Rezensions-Snippets", since=date(2019, 9, 16))
            for country in Country
        },
        codes=("SG931",),
    ),
)
"""Read: § 5b UWG. A rule of a search engine is none of law, but breaking it costs what the data are there for."""
