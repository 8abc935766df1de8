"""Prices as an owner types them, and as German, Austrian and Swiss readers expect them.

Never rounds what was typed and never guesses: `1.234` could be a thousand or a little more than one, so it is refused
with both. Never converts between currencies.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from sitegen.text.locales import Language, currency_of
from sitegen.text.patterns import later

_NO_BREAK_SPACE = "\u00a0"
_MEGABYTE = 1_000_000
_MINUS = "−"
_CENT = Decimal("0.01")

_SIGNS = "-–−"
_CURRENCY = r"(?:€|EUR|Euro|CHF|S?Fr\.)"
_CURRENCY_BEFORE = later(rf"{_CURRENCY} ?(?=[{_SIGNS}0-9])", re.IGNORECASE)
_CURRENCY_BEHIND = later(rf"(?<=[{_SIGNS}—0-9]) ?{_CURRENCY}\Z", re.IGNORECASE)
_DIGITS = later(r"(?<![\w.,])[0-9](?:[0-9.,'’]*[0-9])?")
_WORD = later(r"\w+|[^\w\s.,/()–—-]")
_BESIDE_A_PRICE: Final = frozenset(
    """
    ab ca nur von je pro h std stunde stunden tag tage woche monat paket stück stk seite einmalig monatlich
    € eur euro chf fr sfr netto brutto zzgl inkl plus gesetzl gesetzlicher mwst ust mehrwertsteuer umsatzsteuer
    """.split()  # noqa: SIM905 - words are read more easily without quotation marks
)
_NUMBER = later(
    r"""(?P<whole>0|[1-9][0-9]{0,2}(?:(?P<group>[.,'’ ])[0-9]{3}(?:(?P=group)[0-9]{3})*)?|[1-9][0-9]*)
    (?:(?!(?P=group))[.,](?P<cents>[0-9]{1,2})|[.,](?:--?|–|—))?""",
    re.VERBOSE,
)


class AmountProblem(StrEnum):
    """Why a price was refused."""

    UNREADABLE = "unreadable"
    WORDED = "worded"
    AMBIGUOUS = "ambiguous"
    NEGATIVE = "negative"


class AmountError(ValueError):
    """A price that cannot be taken as typed. `suggestions` are unmistakable spellings of what may be meant."""

    def __init__(self, raw: str, *, reason: AmountProblem, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(f"{reason} amount: {raw!r}")
        self.reason: Final = reason
        self.suggestions: Final = suggestions


def parse_amount(raw: str) -> Decimal:
    """Read a price: `45`, `45,50 €`, `45.50`, `45,– €`, `€ 1.234,50`, `CHF 1’234.50`, `1 234,50`.

    The currency may stand on either side and is dropped: the site's language decides which one is shown.

    Raises:
        AmountError: with the reason `ambiguous` (`1.234`, `1,234`), `negative` (`-45`), `worded` (`ab 45 €`) or
            `unreadable`.
    """
    text = " ".join(raw.split())
    unsigned = text.lstrip(f"{_SIGNS} ")
    digits = (
        _CURRENCY_BEHIND().sub("", unsigned)
        if unsigned[:1].isdigit()
        else _CURRENCY_BEFORE().sub("", unsigned, count=1)
    )
    positive = digits.lstrip(f"{_SIGNS} ")
    number = _NUMBER().fullmatch(positive)
    if number is None:
        if likely := _likely(positive):
            raise AmountError(raw, reason=AmountProblem.UNREADABLE, suggestions=likely)
        if among_words := _among_words(text):
            raise AmountError(raw, reason=AmountProblem.WORDED, suggestions=(among_words,))
        raise AmountError(raw, reason=AmountProblem.UNREADABLE)
    if len(positive) < len(digits) or len(unsigned) < len(text):
        raise AmountError(raw, reason=AmountProblem.NEGATIVE)
    if number["whole"] == positive and positive.count(number["group"] or " ") == 1 and number["group"] in (".", ","):
        raise AmountError(raw, reason=AmountProblem.AMBIGUOUS, suggestions=_both_readings(positive))
    whole = re.sub(r"[^0-9]", "", number["whole"])
    return Decimal(f"{whole}.{number['cents']}" if number["cents"] else whole)


def _likely(digits: str) -> tuple[str, ...]:
    """What is probably meant by a number with zeros too many (`0045`) or too few (`,50`) in front."""
    if re.fullmatch(r"0+[1-9][0-9]*", digits):
        return (digits.lstrip("0"),)
    if re.fullmatch(r"[.,][0-9]{1,2}", digits):
        return (f"0,{digits[1:]}",)
    return ()


def _among_words(text: str) -> str:
    """The one amount, as typed, among words that are usual beside a price; empty where it is not as plain as that."""
    found = _DIGITS().findall(text)
    if len(found) != 1 or _NUMBER().fullmatch(found[0]) is None:
        return ""
    beside = _WORD().findall(text.replace(found[0], " ").lower())
    return found[0] if _BESIDE_A_PRICE.issuperset(beside) else ""


def _both_readings(digits: str) -> tuple[str, str]:
    """`1.234` as a thousand and as a decimal number, the latter to the cent."""
    grouped, decimal = re.sub(r"[.,]", "", digits), Decimal(re.sub(",", ".", digits))
    return grouped, str(decimal.quantize(_CENT, ROUND_HALF_UP)).replace(".", ",")


def format_amount(value: Decimal, language: Language) -> str:
    """A price to the cent, whole amounts without decimals: `1.234,50 €`, `45 €`, `€ 45` (AT), `CHF 1’234.50` (CH).

    Number and currency are kept together by a no-break space.
    """
    cents = value.quantize(_CENT, ROUND_HALF_UP)
    number = format_number(cents.quantize(Decimal(1)) if cents == cents.to_integral_value() else cents, language)
    match language:
        case Language.DE:
            return f"{number}{_NO_BREAK_SPACE}€"
        case Language.AT:
            return f"€{_NO_BREAK_SPACE}{number}"
        case Language.CH:
            return f"{currency_of(language)}{_NO_BREAK_SPACE}{number}"


def format_number(value: Decimal | int, language: Language) -> str:
    """`value` with all the decimals it has: `1.234,5`, in Switzerland `1’234.5`; a real minus sign below zero."""
    group, point = ("’", ".") if language is Language.CH else (".", ",")
    number = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return number.translate({ord(","): group, ord("."): point, ord("-"): _MINUS})


def format_size(count: int) -> str:
    """The size of a file for reading: `1,8 MB`, `640 kB`; a kilobyte has a thousand bytes."""
    if count >= _MEGABYTE:
        return f"{count / _MEGABYTE:.1f}{_NO_BREAK_SPACE}MB".replace(".", ",")
    return f"{max(1, round(count / 1000))}{_NO_BREAK_SPACE}kB" if count else f"0{_NO_BREAK_SPACE}kB"
