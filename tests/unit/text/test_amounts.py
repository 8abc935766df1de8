from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal

from sitegen.text.amounts import AmountError, AmountProblem, format_amount, format_number, parse_amount
from sitegen.text.locales import Language, currency_of

READ = {
    "45": "45",
    "0": "0",
    "45 €": "45",
    "45€": "45",
    "45\u00a0€": "45",
    "45 eur": "45",
    "45 Euro": "45",
    "45,-": "45",
    "45,– €": "45",
    "45,--": "45",
    "Fr. 45.–": "45",
    "45.- CHF": "45",
    "CHF 120": "120",
    "€ 45,50": "45.50",
    "EUR 45,50": "45.50",
    "45,50 €": "45.50",
    "45.50": "45.50",
    "45,5": "45.5",
    "0,50 €": "0.50",
    "2500": "2500",
    "1.234,50": "1234.50",
    "1,234.50": "1234.50",
    "1 234,50": "1234.50",
    "1\u202f234,50 €": "1234.50",
    "1 234": "1234",
    "1'234.50": "1234.50",
    "CHF 1’234.50": "1234.50",
    "1’234": "1234",
    "1.234,-": "1234",
    "1.234.567": "1234567",
}

REFUSED = {
    "1.234": (AmountProblem.AMBIGUOUS, ("1234", "1,23")),
    "1,234": (AmountProblem.AMBIGUOUS, ("1234", "1,23")),
    "1.235 €": (AmountProblem.AMBIGUOUS, ("1235", "1,24")),
    "12.500": (AmountProblem.AMBIGUOUS, ("12500", "12,50")),
    "-45": (AmountProblem.NEGATIVE, ()),
    "−45 €": (AmountProblem.NEGATIVE, ()),
    "€ -45,50": (AmountProblem.NEGATIVE, ()),
    "- 1.234": (AmountProblem.NEGATIVE, ()),
    "0045": (AmountProblem.UNREADABLE, ("45",)),
    ",50": (AmountProblem.UNREADABLE, ("0,50",)),
    "": (AmountProblem.UNREADABLE, ()),
    "€": (AmountProblem.UNREADABLE, ()),
    "ab 45 €": (AmountProblem.WORDED, ("45",)),
    "40–60 €": (AmountProblem.UNREADABLE, ()),
    "45 €/Stunde": (AmountProblem.WORDED, ("45",)),
    "$ 45": (AmountProblem.UNREADABLE, ()),
    "€ 45 €": (AmountProblem.WORDED, ("45",)),
    "ab 45€": (AmountProblem.WORDED, ("45",)),
    "45 Euro/Std.": (AmountProblem.WORDED, ("45",)),
    "ab 1.234,50 € pro Stück (zzgl. MwSt.)": (AmountProblem.WORDED, ("1.234,50",)),
    "45 Taler": (AmountProblem.UNREADABLE, ()),
    "45 %": (AmountProblem.UNREADABLE, ()),
    "45 bis 60 €": (AmountProblem.UNREADABLE, ()),
    "ab 1.23.4 €": (AmountProblem.UNREADABLE, ()),
    "45,505": (AmountProblem.AMBIGUOUS, ("45505", "45,51")),
    "0,505": (AmountProblem.UNREADABLE, ()),
    "1.23,50": (AmountProblem.UNREADABLE, ()),
    "1.234.50": (AmountProblem.UNREADABLE, ()),
    "1.234,567": (AmountProblem.UNREADABLE, ()),
    "12 34": (AmountProblem.UNREADABLE, ()),
    "1e3": (AmountProblem.UNREADABLE, ()),
    "٤٥": (AmountProblem.UNREADABLE, ()),
}


@pytest.mark.parametrize(("typed", "value"), READ.items())
def test_prices_are_read_as_meant(typed: str, value: str) -> None:
    assert str(parse_amount(typed)) == value


@pytest.mark.parametrize(("typed", "expected"), REFUSED.items())
def test_what_is_not_sure_is_refused_with_what_may_be_meant(
    typed: str, expected: tuple[AmountProblem, tuple[str, ...]]
) -> None:
    with pytest.raises(AmountError) as refused:
        parse_amount(typed)
    assert (refused.value.reason, refused.value.suggestions) == expected


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        ("1234.50", Language.DE, "1.234,50\u00a0€"),
        ("1234.50", Language.AT, "€\u00a01.234,50"),
        ("1234.50", Language.CH, "CHF\u00a01’234.50"),
        ("45", Language.DE, "45\u00a0€"),
        ("45.00", Language.AT, "€\u00a045"),
        ("45.5", Language.DE, "45,50\u00a0€"),
        ("1234567", Language.DE, "1.234.567\u00a0€"),
        ("45.999", Language.DE, "46\u00a0€"),
        ("-45", Language.DE, "−45\u00a0€"),
    ],
)
def test_prices_are_shown_as_their_country_writes_them(value: str, language: Language, shown: str) -> None:
    assert format_amount(Decimal(value), language) == shown


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("value", ["0.01", "0.50", "45.50", "999.99", "1234.50", "123456.78", "1234567.89"])
def test_prices_with_cents_are_what_babel_makes_of_them(value: str, language: Language) -> None:
    expected = format_currency(Decimal(value), currency_of(language), locale=language.replace("-", "_"))
    assert format_amount(Decimal(value), language) == expected


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("value", ["0", "7", "1234", "1234.5", "1234567.125"])
def test_numbers_are_what_babel_makes_of_them(value: str, language: Language) -> None:
    assert format_number(Decimal(value), language) == format_decimal(Decimal(value), locale=language.replace("-", "_"))


def test_counts_are_numbers_too() -> None:
    assert format_number(10000, Language.DE) == "10.000"
    assert format_number(-3, Language.DE) == "−3"


@pytest.mark.parametrize("typed", ["1234.5", "1’234’567.00", "0.05", "45"])
def test_a_swiss_price_survives_being_shown_and_read_again(typed: str) -> None:
    value = parse_amount(typed)
    assert parse_amount(format_amount(value, Language.CH)) == value
