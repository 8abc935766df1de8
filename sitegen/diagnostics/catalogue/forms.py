"""Sentences of the codes SG70x to SG73x: forms, and where they are sent."""

from __future__ import annotations

from typing import Final

from sitegen.diagnostics.catalogue.entry import Entry

_FORMS: Final[tuple[Entry, ...]] = ()
"""SG700 to SG719: one form in itself."""

_ON_PAGES: Final[tuple[Entry, ...]] = ()
"""SG720 to SG739: forms on pages, and their receivers."""

ENTRIES: Final[tuple[Entry, ...]] = (*_FORMS, *_ON_PAGES)
