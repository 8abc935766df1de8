"""The shape of one rule of law. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from sitegen.settings.business import Country


class Statute(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule rests on in one country."""

    name: str
    """„§ 5 Abs. 1 Nr. 1 DDG“."""
    since: date
    """From which day it holds in this wording or under this name."""
    until: date | None = None
    """The last day on which it holds, where that is known."""
    verified: bool = False
    """Whether the statute itself was read for this; otherwise the rule is advice."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule."""

    id: str
    """„IMP-003“; never given to another rule."""
    title: str
    """What is checked, in a German sentence without a full stop."""
    statutes: Mapping[Country, Statute]
    """Countries that are not named do not have the rule."""
    codes: tuple[str, ...] = ()
    """Codes of findings that speak for this rule alone."""
    asks_for_data: bool = False
    """Whether a breach is something the owner has not said yet: a warning at work, an error before publishing."""
    by_time: bool = False
    """Whether time alone can break it: then a finding is a note and never stops anything."""
    kept_by: str = ""
    """What on the site keeps the rule by itself, so that nothing an owner types can break it; a German sentence."""
