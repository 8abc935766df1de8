"""How often the owner is written to: at once while little comes in, in one letter for all when much does.

Pure: given when the last mails went out, it says what is to be done with those that wait. With several workers on one
store two may decide at the same moment, and then a mail more goes out than planned; none is lost or sent twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

BURST: Final = 5
"""From so many mails in `WINDOW` on, they go together."""
WINDOW: Final = timedelta(minutes=10)
MOST: Final = 6
"""Mails of an hour, at most."""
HOUR: Final = timedelta(hours=1)


class OneByOne(msgspec.Struct, frozen=True):
    """Each in a mail of its own, now."""


class Together(msgspec.Struct, frozen=True):
    """All of them in one mail, now."""


class NotBefore(msgspec.Struct, frozen=True):
    """All of them later."""

    due: datetime


Plan = OneByOne | Together | NotBefore


def plan(waiting: int, sent: Sequence[datetime], now: datetime) -> Plan:
    """What to do with `waiting` mails when the last ones went out at `sent`, the oldest first."""
    lately = recent(sent, now)
    burst = [at for at in lately if at > now - WINDOW]
    if len(lately) >= MOST:
        return NotBefore(lately[-MOST] + HOUR)
    if len(burst) + waiting < BURST and len(lately) + waiting <= MOST:
        return OneByOne()
    return NotBefore(burst[-1] + WINDOW) if burst else Together()


def recent(sent: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """Those of the last hour; a clock that was set back leaves none in the future."""
    return tuple(at for at in sent if now - HOUR < at <= now)
