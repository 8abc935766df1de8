"""The rules of law that a site is checked against, as versioned data.

Rule data age: each rule says on which statute it rests and from which day, and `RULES_OF` says when all of them were
gone through. Judges nothing; what finds a breach stands with what it looks at (`checks`, `plan`, `model`), and
`legal.judging` says what a finding counts for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from sitegen.legal.rules import (
    advertising,
    comments,
    consumers,
    countries,
    forms,
    imprint,
    pictures,
    prices,
    privacy_page,
    reviews,
    third_parties,
    upkeep,
)
from sitegen.legal.rules.rule import Rule

RULES_OF: Final = date(2026, 11, 22)
"""When the rules were last gone through."""

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        rule.id: rule
        for module in (
            imprint,
            privacy_page,
            third_parties,
            forms,
            prices,
            consumers,
            reviews,
            advertising,
            pictures,
            comments,
            countries,
            upkeep,
        )
        for rule in module.RULES
    }
)
"""Every rule by its id."""

RULE_OF: Final[Mapping[str, str]] = MappingProxyType({code: rule.id for rule in RULES.values() for code in rule.codes})
"""Code of a finding → the rule that it speaks for, where the finding itself names none."""
