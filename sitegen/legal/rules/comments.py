"""Rules COM: what visitors write below posts. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

_DSA: Final = Statute(name="Art. 11, 12, 14 und 16 Verordnung (EU) 2022/2065", since=date(2024, 2, 17))

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="COM-001",
        title="Kommentare lassen sich melden, ihre Regeln stehen am Formular, und kein Bild kommt von fremden Rechnern",
        statutes={Country.DE: _DSA, Country.AT: _DSA},
        codes=("SG957", "SG958", "SG959", "SG966"),
    ),
)
"""Swiss law has no such rule. Comments have a section on the privacy page by DSE-003. The regulation itself was not
read for this, so what speaks for it warns only."""
