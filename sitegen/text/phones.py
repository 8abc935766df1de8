"""Telephone numbers as they stand on letterheads, and what a telephone needs of them.

Shown after DIN 5008 (area code, space, number; a hyphen before the extension), Swiss ones in their own groups, dialled
after RFC 3966 with the whole international number. Never guesses: a number without area code, or with a digit too few,
is refused.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

import msgspec

from sitegen.text.patterns import later

CALLING_CODES: Final = {"de": "49", "at": "43", "ch": "41"}
"""ITU-T E.164, by ISO 3166 code."""

_LENGTHS: Final = {"49": (6, 13), "43": (5, 13), "41": (9, 9)}
"""Fewest and most digits behind the calling code (numbering plans notified to the ITU, with extensions)."""
_ANYWHERE: Final = (4, 14)
_MOST_DIGITS: Final = 15  # E.164

_NO_BREAK_SPACE: Final = "\u00a0"
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_NUMBER: Final = later(r"\+?[0-9()/. -]+")
_TRUNK_ZERO: Final = later(r"\(0\)")
_SEPARATORS: Final = later(r"[ ()/.-]+")
_EXTENSION: Final = later(r"- ?[0-9]{1,4}\Z")
_KNOWN_AREA: Final = later(r"30|40|69|89|1(?:5[0-9]{2}|6[0-9]|7[0-9])|800")
"""Area codes of Germany that a number written without a gap shows beyond doubt: two digits, mobile, free of charge."""
_MOST_FOREIGN_CODE: Final = 3
_SWISS_GROUPS: Final = later(r"([0-9]{2})([0-9]{3})([0-9]{2})([0-9]{2})")


class Phone(msgspec.Struct, frozen=True, kw_only=True):
    """One number in its two forms."""

    display: str
    """As read, with no-break spaces: `069 90009417`, abroad `+49 69 90009417`."""
    number: str
    """As dialled (E.164): `+496990009417`."""

    @property
    def href(self) -> str:
        """As a link (RFC 3966)."""
        return f"tel:{self.number}"


class PhoneProblem(StrEnum):
    """Why a number was refused."""

    UNREADABLE = "unreadable"
    NO_AREA_CODE = "no-area-code"
    LENGTH = "length"


class PhoneError(ValueError):
    """A number that cannot be dialled as typed."""

    def __init__(self, raw: str, reason: PhoneProblem) -> None:
        super().__init__(f"{reason} telephone number: {raw!r}")
        self.reason: Final = reason


def parse_phone(raw: str, country: str) -> Phone:
    """Read a number as typed in `country` (`de`, `at`, `ch`): `030 1234567`, `+49 (0)30 123-0`, `0041 44 123 45 67`.

    A number typed for abroad is shown for abroad, one typed for home for home.

    Raises:
        PhoneError: with the reason `unreadable` (letters), `no-area-code` (`1234567`) or `length`.
    """
    text = " ".join(unicodedata.normalize("NFKC", raw).translate(_DASHES).split())
    text = re.sub(r"\A00(?=[1-9])", "+", text)
    if not _NUMBER().fullmatch(text):
        raise PhoneError(raw, PhoneProblem.UNREADABLE)
    if text.startswith("+"):
        code, national = _split_abroad(text[1:])
        shown = f"+{code} " if code else "+"
    elif text.lstrip("( ").startswith("0"):
        code, national, shown = CALLING_CODES[country], text, "0"
    else:
        raise PhoneError(raw, PhoneProblem.NO_AREA_CODE)
    if code in _LENGTHS and national.lstrip("( ").startswith("0"):
        national = national.replace("0", "", 1)
    digits = _SEPARATORS().sub("", national)
    fewest, most = _LENGTHS.get(code, _ANYWHERE)
    if not fewest <= len(digits) <= min(most, _MOST_DIGITS - len(code)):
        raise PhoneError(raw, PhoneProblem.LENGTH)
    display = f"{shown}{_grouped(national, digits, code)}".replace(" ", _NO_BREAK_SPACE)
    return Phone(display=display, number=f"+{code}{digits}")


def _split_abroad(text: str) -> tuple[str, str]:
    """The calling code and the rest; a bracketed zero belongs to neither."""
    text = _TRUNK_ZERO().sub(" ", text)
    for code in CALLING_CODES.values():
        if text.startswith(code):
            return code, text.removeprefix(code).strip(" -/.")
    first, _, rest = re.sub(r"[()/.-]+", " ", text).strip().partition(" ")
    return (first, rest) if rest and len(first) <= _MOST_FOREIGN_CODE else ("", text)


def _grouped(national: str, digits: str, code: str) -> str:
    """Area code, number and extension as typed; without a gap as far as it is sure where the area code ends."""
    if code == CALLING_CODES["ch"]:
        return _SWISS_GROUPS().sub(r"\1 \2 \3 \4", digits)
    area, *rest = [group for group in _SEPARATORS().split(national) if group]
    if not rest:
        known = _KNOWN_AREA().match(digits) if code == CALLING_CODES["de"] else None
        return f"{known[0]} {digits[known.end() :]}" if known else digits
    if len(rest) > 1 and _EXTENSION().search(national.rstrip()):
        return f"{area} {''.join(rest[:-1])}-{rest[-1]}"
    return f"{area} {''.join(rest)}"
