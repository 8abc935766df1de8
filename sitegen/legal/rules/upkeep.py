"""Rules BFSG, DATE: claims about accessibility, and the age of the rules themselves. Data only."""

from __future__ import annotations

from typing import Final

from sitegen.legal.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
