"""Rules BFSG, DATE: claims about accessibility, and the age of the rules themselves. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_BFSG: Final = date(2025, 6, 28)
_CARE: Final = Statute(name="Sorgfalt; keine Vorschrift", since=date(2026, 11, 22), verified=True)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="BFSG-001",
        title="Die Website nennt sich nicht selbst nach dem BFSG geprüft oder zertifiziert",
        statutes={
            Country.DE: Statute(name="§ 5 Abs. 1 und 2 UWG, § 3 Abs. 3 BFSG", since=_BFSG, verified=True),
            Country.AT: Statute(name="§ 2 UWG, BaFG", since=_BFSG),
        },
        codes=("SG918",),
    ),
    Rule(
        id="DATE-001",
        title="Die Regeln selbst sind nicht älter als ein halbes Jahr",
        statutes=dict.fromkeys(Country, _CARE),
        codes=("SG919",),
        by_time=True,
    ),
)
