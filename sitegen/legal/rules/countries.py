"""Rules AT, CH: what Austria and Switzerland ask for. Data only."""

from __future__ import annotations

from typing import Final

from sitegen.legal.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
