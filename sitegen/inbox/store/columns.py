"""How our values become columns and come back: times as whole microseconds, records as JSON.

JSON, since a record that gains a field can still read what was kept before.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """Microseconds since 1970, exactly."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(number: int) -> datetime:
    """The instant, UTC."""
    return _EPOCH + number * _MICROSECOND


def text_of(record: msgspec.Struct) -> str:
    """A record as it is kept."""
    return msgspec.json.encode(record).decode()


def record_of(text: str, wanted: type[T]) -> T:
    """The record that was kept."""
    return msgspec.json.decode(text, type=wanted)
