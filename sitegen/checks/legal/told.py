"""What a site says of itself in its settings, as far as legal pages have to say the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec

from sitegen.diagnostics import Span
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
    endings: frozenset[str] = frozenset()
    """What consumers must be able to do on the site, by the kind of form."""
    ending_spans: Mapping[str, Span] = {}
    """Where it is said that they must be."""
    confirms: bool = False
    """Whether whoever receives forms confirms them at once, with day and time."""
    footer: Mapping[str, str] = {}
    """Links at the foot of each page, as settings have them: title → address."""
    today: date

    def leads_away(self, label: str) -> bool:
        """Whether the link of that name leads to somebody else."""
        return "://" in self.footer.get(label, "")

    def sources(self, kind: str) -> tuple[str, ...]:
        """The texts that show the page `kind` as it is made from settings."""
        return tuple(source for source, kinds in self.made.items() if _KINDS.get(kind) in kinds)
