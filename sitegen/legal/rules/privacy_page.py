"""Rules DSE: what the privacy page says. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_GDPR: Final = date(2018, 5, 25)
_DSG: Final = date(2023, 9, 1)


def _everywhere(article: str, swiss: str) -> Mapping[Country, Statute]:
    """Germany and Austria share the regulation of the Union; none of these texts was read for this."""
    union = Statute(name=article, since=_GDPR)
    return {Country.DE: union, Country.AT: union, Country.CH: Statute(name=swiss, since=_DSG)}


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="DSE-001",
        title="Es gibt eine Datenschutzerklärung, und jede Seite führt mit dem Wort Datenschutz dorthin",
        statutes=_everywhere("Art. 12 Abs. 1, Art. 13 DSGVO", "Art. 19 DSG"),
        codes=("SG905", "SG906"),
        asks_for_data=True,
    ),
    Rule(
        id="DSE-002",
        title="Die Datenschutzerklärung hat alle Pflichtteile, auch Widerspruch und Beschwerde",
        statutes=_everywhere("Art. 13, Art. 21 Abs. 4 DSGVO", "Art. 19, Art. 25 DSG"),
        codes=("SG907",),
        asks_for_data=True,
    ),
    Rule(
        id="DSE-003",
        title="Alles, was die Website von anderen nutzt, steht in der Datenschutzerklärung",
        statutes=_everywhere("Art. 13 Abs. 1 Buchst. e und f DSGVO", "Art. 19 Abs. 2 und 4 DSG"),
        codes=("SG911",),
        asks_for_data=True,
    ),
    Rule(
        id="DSE-004",
        title="Die Datenschutzerklärung beschreibt nichts, was es auf der Website nicht gibt",
        statutes=_everywhere("Art. 5 Abs. 1 Buchst. a, Art. 12 Abs. 1 DSGVO", "Art. 6 Abs. 2 DSG"),
        codes=("SG916", "SG920"),
    ),
    Rule(
        id="DSE-005",
        title="Die Datenschutzerklärung ist nicht älter als ein Jahr und nicht älter als das, was sie beschreibt",
        statutes=_everywhere("Art. 5 Abs. 2, Art. 13 DSGVO", "Art. 19 DSG"),
        codes=("SG917",),
        by_time=True,
    ),
    Rule(
        id="DSE-006",
        title="Zu jedem Auftragsverarbeiter steht, wann der Vertrag geschlossen wurde",
        statutes=_everywhere("Art. 28 Abs. 3 DSGVO", "Art. 9 DSG"),
        codes=("SG809",),
    ),
)
