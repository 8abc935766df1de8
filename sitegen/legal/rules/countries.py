"""Rules AT, CH: what Austria and Switzerland ask for. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="AT-001",
        title="Österreich: Das Impressum nennt den Unternehmensgegenstand und eine gültige UID",
        statutes={
            Country.AT: Statute(name="§ 25 Abs. 5 MedienG, § 5 Abs. 1 Z 7 ECG, § 63 GewO", since=date(2005, 7, 1)),
        },
        asks_for_data=True,
    ),
    Rule(
        id="CH-001",
        title="Schweiz: Name, Anschrift ohne Postfach und E-Mail-Adresse stehen da, die UID stimmt",
        statutes={Country.CH: Statute(name="Art. 3 Abs. 1 Bst. s UWG", since=date(2012, 4, 1))},
        asks_for_data=True,
    ),
)
"""The law of Austria and of Switzerland was not read for this."""
