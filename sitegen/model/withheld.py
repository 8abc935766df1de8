"""Entries that are held back, as a value that a report can be made of without the site."""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.text.moments import Moment


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is not published now."""

    source: str
    title: str
    reason: Literal["draft", "scheduled", "expired"]
    at: Moment | None = None
    """When it appears or when it went."""
