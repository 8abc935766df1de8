"""Rules B2C: contracts that consumers make on the site itself. Data only."""

from __future__ import annotations

from datetime import date
from typing import Final

from sitegen.legal.rules.rule import Rule, Statute
from sitegen.settings.business import Country

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        id="B2C-001",
        title="Wer auf der Website bestellen kann, kann dort auch widerrufen und wird darüber belehrt",
        statutes={Country.DE: Statute(name="§ 356a BGB, Art. 246a § 1 Abs. 2 EGBGB", since=date(2026, 6, 19))},
        codes=("SG960", "SG961", "SG962"),
    ),
    Rule(
        id="B2C-002",
        title="Was auf der Website bestellt wird und weiterläuft, lässt sich dort auch kündigen",
        statutes={Country.DE: Statute(name="§ 312k BGB", since=date(2022, 7, 1), verified=True)},
        codes=("SG964", "SG965"),
    ),
)
"""Read: § 312k BGB. § 356a BGB in the wording of June 2026 is known by hearsay, so what speaks for it warns only."""
