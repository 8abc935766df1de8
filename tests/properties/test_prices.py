"""Whatever an owner charges: what is shown is what was typed, and what is worked out is right to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.model.entries import Service
from sitegen.model.services.parts import NextPrice, Package, Unit
from sitegen.plan.prices import PriceTerms, package_views, price_view
from sitegen.settings.business import Country, Vat
from sitegen.text.amounts import AmountError, parse_amount
from sitegen.text.locales import Language
from sitegen.text.moments import parse_moment

CENTS = st.decimals(min_value="0.01", max_value="999999.99", places=2)
HOURS = st.decimals(min_value="0.5", max_value="500", places=1)
TERMS = st.builds(
    PriceTerms,
    language=st.sampled_from(Language),
    country=st.sampled_from(Country),
    vat=st.sampled_from([None, *Vat]),
    today=st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)),
)


def service(price: Decimal, **fields: object) -> Service:
    known = {"id": "b", "source": "b.md", "body_line": 1, "url": "/b/", "slug": "b", "title": "B", "unit": Unit.HOUR}
    return Service(price=price, **(known | fields))  # type: ignore[arg-type]


@OFTEN
@given(price=CENTS, terms=TERMS, starting=st.booleans())
def test_what_is_shown_is_what_was_typed(price: Decimal, terms: PriceTerms, starting: bool) -> None:  # noqa: FBT001
    view = price_view(service(price, starting=starting), terms)
    assert view.value == price
    assert view.amount in view.text
    try:
        assert parse_amount(view.amount) == price
    except AmountError as error:  # 1.234 € may be read in two ways; one of them is right
        assert str(price.quantize(Decimal(1))) in error.suggestions  # noqa: PT017


@OFTEN
@given(price=CENTS, hours=HOURS, single=CENTS, terms=TERMS)
def test_what_is_worked_out_is_right(price: Decimal, hours: Decimal, single: Decimal, terms: PriceTerms) -> None:
    view = package_views(service(single, packages=(Package(hours=hours, price=price),)), terms)[0]
    assert view.unit_value is not None
    assert abs(view.unit_value * hours - price) <= hours * Decimal("0.005")
    assert view.rounded is (view.unit_value * hours != price)
    assert (view.saving or 0) == max(single * hours - price, Decimal(0))


@OFTEN
@given(price=CENTS, later=CENTS, terms=TERMS)
def test_one_price_holds_at_a_time(price: Decimal, later: Decimal, terms: PriceTerms) -> None:
    view = price_view(service(price, price_next=NextPrice(start=parse_moment("1.1.2027"), price=later)), terms)
    if terms.today < date(2027, 1, 1):
        assert (view.value, view.coming and view.coming.value, view.valid_from) == (price, later, None)
    else:
        assert (view.value, view.coming, view.valid_from is None) == (later, None, False)
