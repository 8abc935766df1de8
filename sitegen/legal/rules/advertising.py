"""Rules AD, GREEN, AI: advertising, claims about nature, machines that write. Data only."""

from __future__ import annotations

from typing import Final

from sitegen.legal.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
