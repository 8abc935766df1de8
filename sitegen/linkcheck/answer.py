"""What came of asking an address, as a value that is kept between checks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Outcome(StrEnum):
    """How an address answered."""

    FINE = "fine"
    GONE = "gone"
    """404 or 410: the server says there is nothing."""
    MOVED = "moved"
    """It leads on for good, to an address that answers."""
    SHUT = "shut"
    """Asked for a key, or robots are not let in: nothing can be said, and most likely nothing is wrong."""
    BUSY = "busy"
    """The server asks to be left alone for now, or has a fault of its own."""
    UNREACHABLE = "unreachable"
    """Nobody answered: no such name, no connection, no valid certificate."""
    INTERNAL = "internal"
    """The name leads into a network of its own; nothing was asked."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The outcome of the last check of one address."""

    outcome: Outcome
    asked: date
    """When."""
    status: int = 0
    """The number of the HTTP status; 0 for none."""
    target: str = ""
    """Where it leads for good."""
    reason: str = ""
    """Why nobody answered, in German."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An address of others, and the file it was typed in."""

    address: str
    source: str
