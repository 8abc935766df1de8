"""Rules B2C: contracts that consumers conclude on the site. Data only."""

from __future__ import annotations

from typing import Final

from sitegen.legal.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
