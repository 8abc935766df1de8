"""Prices that a text takes apart without letting the whole one stand out.

„Wird ein Preis aufgegliedert, ist der Gesamtpreis hervorzuheben“ (§ 3 Abs. 3 PAngV): tax named as a sum of its own, or
parts and what they come to. Looks at the owner's texts; the theme never takes a price apart. A price of one hour beside
that of a package is no part of it. Changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from sitegen.checks.amounts import MONEY, amounts_in, value_of
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic
from sitegen.text.patterns import later

_TAX: Final = r"(?:USt|U\.St|MwSt|Umsatzsteuer|Mehrwertsteuer)"
_TAX_BEHIND: Final = later(rf"\A[\s*_]*(?:[0-9]{{1,2}} ?% ?)?{_TAX}(?!\.?[\w-])")
_TAX_BEFORE: Final = later(rf"(?<![\w-]){_TAX}\.?(?: von| in Höhe von)?[\s|:(*_]*(?:[0-9]{{1,2}} ?%[\s|:=)*]*)?\Z")
"""„19 € MwSt.“ and „MwSt. 19 %: 19 €“."""
_RATES: Final = (19, 7)
"""Of the tax in Germany, per cent."""
_COMES_TO: Final = later(r"\b(?:gesamt\w*|insgesamt|zusammen|summe|macht|ergibt)\b|=[\s*_]*[0-9€]", re.IGNORECASE)
_EMPHASISED: Final = later(
    r"^#.*$|(\*\*|__)(?=\S).+?\1|(?<![*\w])\*(?=\S)[^*\n]+\*|<(strong|b|em|mark|big|th|h[1-6])\b[^>]*>.*?</\2>",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_HEAD: Final = later(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)
_PRICE: Final = later(r"\b(?:price|preis)[\"']?:\s*[\"']?([0-9]+(?:[.,][0-9]+)*)", re.IGNORECASE)
_PARAGRAPH: Final = later(r"\S.*(?:\n(?![ \t]*$).*)*", re.MULTILINE)
_PARTS: Final = 2

_Found = tuple[int, int, Decimal]
"""Where an amount begins and ends, and what it comes to."""


def check_split_prices(files: Iterable[str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The whole price of each paragraph in `files` that takes one apart and hides it among its parts."""
    for file in files:
        text = texts.get(file, "")
        head = _HEAD().match(text)
        start = head.end() if head else 0
        for paragraph in _PARAGRAPH().finditer(text, start):
            total = hidden_total(paragraph[0])
            if total and not _is_said_above(total[2], text[:start]):
                place, end, _ = total
                span = span_at(text, paragraph.start() + place, end - place, file)
                yield Diagnostic(
                    code="SG325",
                    span=span,
                    facts={"amount": paragraph[0][place:end].replace(" ", "\N{NO-BREAK SPACE}")},
                )


def hidden_total(paragraph: str) -> tuple[int, int, Decimal] | None:
    """The amount that others in `paragraph` are parts of, if nothing lets it stand out."""
    found = tuple(_amounts(paragraph))
    if len(found) < _PARTS:
        return None
    total = _total_with_tax(found, paragraph) or _total_of_parts(found, paragraph)
    if total is None:
        return None
    emphasised = [match.span() for match in _EMPHASISED().finditer(paragraph)]
    same = [one for one in found if one[2] == total[2]]
    stands_out = any(begin <= one[0] and one[1] <= end for one in same for begin, end in emphasised)
    return None if stands_out else total


def _amounts(paragraph: str) -> Iterator[_Found]:
    for match in MONEY.finditer(paragraph):
        for amount in amounts_in(match[0]):
            yield match.start(), match.end(), amount.value


def _total_with_tax(found: tuple[_Found, ...], paragraph: str) -> _Found | None:
    """The amount of which another is the tax, where the words say so."""
    for begin, end, tax in found:
        if _TAX_BEHIND().match(paragraph[end:]) or _TAX_BEFORE().search(paragraph[:begin]):
            for total in found:
                if any(abs(total[2] * rate / (100 + rate) - tax) <= _rounding(tax) for rate in _RATES):
                    return total
    return None


def _rounding(value: Decimal) -> Decimal:
    """How far off an amount may be that was rounded to cents, or to a whole sum."""
    return Decimal("0.5") if value == value.to_integral_value() else Decimal("0.01")


def _total_of_parts(found: tuple[_Found, ...], paragraph: str) -> _Found | None:
    """The amount that all others together come to, where the words say so."""
    largest = max(found, key=lambda one: one[2])
    parts = [value for _, _, value in found if value != largest[2]]
    if len(parts) < _PARTS or sum(parts) != largest[2] or not _COMES_TO().search(paragraph):
        return None
    return largest


def _is_said_above(value: Decimal, head: str) -> bool:
    """Whether the head of the text names the sum, so that the layout shows it by itself above the text."""
    return any(value_of(match[1]) == value for match in _PRICE().finditer(head))
