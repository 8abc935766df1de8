"""What cannot be right in `business: legal:`, although each value has its type. Pure.

Numbers are judged by their form and their check digit. Whether they were ever given out, nobody here knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.schema.nodes import Mapping
from sitegen.schema.places import Step, place_of_word
from sitegen.settings.business import Business, Country
from sitegen.text.patterns import LatePattern, later

_TAX_NUMBER: Final = later(r"\d{2,3}[ /]\d{3,4}[ /]\d{4,5}|\d{5}/\d{5}|\d{10,11}|\d{13}")
"""As tax offices write them, and their long forms."""
_PO_BOX: Final = later(r"\bpostfach\b|\bpf\.?\s+\d", re.IGNORECASE)
_WRONG_FORM: Final = "Die Form stimmt nicht"
_WRONG_DIGIT: Final = "Die letzte Ziffer passt nicht zu den anderen"


class _Number(NamedTuple):
    """One kind of number: its name, form, example and check."""

    name: str
    form: LatePattern
    example: str
    is_right: Callable[[str], bool]
    """Judges the digits."""


def is_german(digits: str) -> bool:
    """Whether nine digits end in the check digit of ISO 7064, MOD 11,10."""
    product = 10
    for digit in digits[:-1]:
        sum_ = (int(digit) + product) % 10 or 10
        product = sum_ * 2 % 11
    return (11 - product) % 10 == int(digits[-1])


def is_austrian(digits: str) -> bool:
    """Whether eight digits end in the check digit of an Austrian UID."""
    doubled = (sum(divmod(int(digit) * 2, 10)) for digit in digits[1:7:2])
    return (96 - sum(doubled) - sum(map(int, digits[0:7:2]))) % 10 == int(digits[-1])


def is_swiss(digits: str) -> bool:
    """Whether nine digits end in the check digit of a Swiss UID (weights 5, 4, 3, 2, 7, 6, 5, 4; modulo 11)."""
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, (5, 4, 3, 2, 7, 6, 5, 4), strict=False))
    return -weighted % 11 == int(digits[-1])


_VAT_IDS: Final = {
    Country.DE: _Number("Umsatzsteuer-Identifikationsnummer", later(r"DE(\d{9})"), "DE123456788", is_german),
    Country.AT: _Number("UID-Nummer", later(r"ATU(\d{8})"), "ATU12345675", is_austrian),
    Country.CH: _Number("UID", later(r"CHE(\d{9})(?:MWST)?"), "CHE-123.456.788", is_swiss),
}
_RULE_OF_VAT_ID: Final = {Country.DE: "IMP-006", Country.AT: "AT-001", Country.CH: "CH-001"}
"""The rule of law that a wrong number breaks."""
_BUSINESS_ID: Final = _Number(
    "Wirtschafts-Identifikationsnummer", later(r"DE(\d{9})(?:-\d{5})?"), "DE123456788-00001", is_german
)


def business_legal_findings(business: Business, country: Country, front: Mapping) -> Iterator[Diagnostic]:
    """Every value under `legal:` in the tree of `site.yaml` that cannot be right, and an address without a street."""
    legal = business.legal
    if legal.vat_id and _TAX_NUMBER().fullmatch(legal.vat_id.strip()):
        yield Diagnostic(code="SG851", span=_span(front, "legal", "vat_id"), facts={"value": legal.vat_id})
    elif legal.vat_id:
        yield from _number("vat_id", legal.vat_id, _VAT_IDS[country], front, rule=_RULE_OF_VAT_ID[country])
    if legal.business_id:
        yield from _number("business_id", legal.business_id, _BUSINESS_ID, front, rule="IMP-006")
    rules = legal.profession.rules_url if legal.profession else ""
    if rules and not re.fullmatch(r"https://[^\s/?#.]+\.\S+", rules):
        yield Diagnostic(code="SG853", span=_span(front, "legal", "profession", "rules_url"), facts={"value": rules})
    if business.address and _PO_BOX().search(business.address.street):
        rule = "CH-001" if country is Country.CH else "IMP-003"
        yield Diagnostic(code="SG854", span=_span(front, "address", "street"), rule=rule)
    elif business.address and business.address.is_whole and not re.search(r"\d", business.address.street):
        rule = "CH-001" if country is Country.CH else "IMP-003"
        span = _span(front, "address", "street")
        facts = {"value": business.address.street}
        yield Diagnostic(code="SG856", span=span, facts=facts, rule=rule, judged=Severity.WARNING)


def _number(key: str, typed: str, number: _Number, front: Mapping, *, rule: str) -> Iterator[Diagnostic]:
    """What is wrong with a number; blanks and dots make no difference, hyphens only where they belong."""
    bare = re.sub(r"[\s.]|(?<=CHE)-", "", typed.upper())
    found = number.form().fullmatch(bare)
    if found is None or not number.is_right(found[1]):
        reason = _WRONG_DIGIT if found else _WRONG_FORM
        facts = {"value": typed, "name": number.name, "key": key, "example": number.example, "reason": reason}
        yield Diagnostic(code="SG850", span=_span(front, "legal", key), facts=facts, rule=rule)


def _span(front: Mapping, *path: Step) -> Span:
    """Where the value below `business:` stands; the group around it where it is written in short."""
    for length in range(len(path), -1, -1):
        if place := place_of_word(front, ("business", *path[:length])):
            return place
    return front.span
