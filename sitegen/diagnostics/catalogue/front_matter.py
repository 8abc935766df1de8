"""Sentences of the codes SG1xx: ."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry

ENTRIES: Final[tuple[Entry, ...]] = ()
