"""What a site says of itself in its settings, as far as legal pages have to say the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from sitegen.legal.document import Kind
from sitegen.legal.facts import LegalFacts

_KINDS: Final[Mapping[str, Kind]] = {"imprint": "impressum", "privacy": "datenschutz"}


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    facts: LegalFacts
    title: str
    """Of the site."""
    made: Mapping[str, frozenset[Kind]] = {}
    """Which legal pages a text shows that are made from settings, by its source."""
    today: date

    def sources(self, kind: str) -> tuple[str, ...]:
        """The texts that show the page `kind` as it is made from settings."""
        return tuple(source for source, kinds in self.made.items() if _KINDS.get(kind) in kinds)
