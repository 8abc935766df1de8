"""Rules DSE: what the privacy page says. Data only."""

from __future__ import annotations

from typing import Final

from sitegen.legal.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
