"""ULIDs: names that sort by the time they were made and say nothing else (https://github.com/ulid/spec).

The clock and the chance come from whoever asks, so a test gets the same name twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from sitegen.text.patterns import later

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH: Final = 26
_CHANCE_BYTES: Final = 10
_SHOWN: Final = 6
_LEAST: Final = 4
_PATTERN: Final = later(rf"[0-7][{_ALPHABET}]{{{_LENGTH - 1}}}")


def new_ulid(now: datetime, chance: bytes) -> str:
    """The ULID for an instant and 10 random bytes. ValueError for another number of bytes."""
    if len(chance) != _CHANCE_BYTES:
        raise ValueError(f"a ULID takes {_CHANCE_BYTES} random bytes")
    number = int(now.timestamp() * 1000) << 80 | int.from_bytes(chance)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


def is_ulid(text: str) -> bool:
    """Whether `text` is a ULID in its one right spelling."""
    return _PATTERN().fullmatch(text) is not None


def short_of(ulid: str) -> str:
    """How lists show it, by its last characters: they are chance, where the beginning is time and much alike."""
    return ulid[-_SHOWN:]


def meant_by(word: str, ulids: Iterable[str]) -> tuple[str, ...]:
    """Those that begin or end so; capitals make no difference, and fewer than four characters say nothing."""
    typed = word.upper()
    if len(typed) < _LEAST:
        return ()
    return tuple(ulid for ulid in ulids if ulid.startswith(typed) or ulid.endswith(typed))


def time_of(ulid: str) -> datetime:
    """When it was made, UTC, to the millisecond."""
    number = 0
    for letter in ulid[:10]:
        number = number << 5 | _ALPHABET.index(letter)
    return datetime.fromtimestamp(number / 1000, UTC)
