"""The price engine: every form and every sentence, as golden lines; and sums that are never rounded by surprise."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec
import pytest

from sitegen.model.entries import Service
from sitegen.model.services.parts import NextPrice, Package, Unit
from sitegen.plan.prices import PriceTerms, package_views, price_view, terms_of
from sitegen.settings.business import Business, Country, Vat
from sitegen.settings.settings import Settings
from sitegen.text.locales import Language
from sitegen.text.moments import Moment, parse_moment

NB = "\N{NO-BREAK SPACE}"
HOURLY = Service(
    id="b",
    source="content/services/b.md",
    body_line=1,
    url="/b/",
    slug="b",
    title="Buchhaltung",
    price=Decimal(45),
    unit=Unit.HOUR,
)
GERMANY = PriceTerms(language=Language.DE, country=Country.DE, vat=Vat.SMALL_BUSINESS, today=date(2026, 11, 21))
AUSTRIA = PriceTerms(language=Language.AT, country=Country.AT, vat=Vat.SMALL_BUSINESS, today=date(2026, 11, 21))
SWITZERLAND = PriceTerms(language=Language.CH, country=Country.CH, vat=Vat.SMALL_BUSINESS, today=date(2026, 11, 21))


def changed(service: Service = HOURLY, **fields: object) -> Service:
    return msgspec.structs.replace(service, **fields)


def plain(text: str) -> str:
    return text.replace(NB, " ")


@pytest.mark.parametrize(
    ("terms", "amount", "expected"),
    [
        (GERMANY, "45", "ab 45 €"),
        (GERMANY, "1234.50", "ab 1.234,50 €"),
        (AUSTRIA, "45", "ab € 45"),
        (AUSTRIA, "1234.50", "ab € 1.234,50"),
        (SWITZERLAND, "45", "ab CHF 45"),
        (SWITZERLAND, "1234.50", "ab CHF 1’234.50"),
    ],
)
def test_form_of_an_amount(terms: PriceTerms, amount: str, expected: str) -> None:
    price = price_view(changed(price=Decimal(amount), starting=True), terms)
    assert plain(price.text) == expected
    assert price.text.count(NB) == 2
    assert (price.kind, price.value, price.starting) == ("amount", Decimal(amount), True)


@pytest.mark.parametrize(
    ("vat", "germany", "austria", "switzerland"),
    [
        (
            Vat.SMALL_BUSINESS,
            "Endpreis; nach § 19 UStG wird keine Umsatzsteuer berechnet.",
            "Endpreis; nach § 6 Abs. 1 Z 27 UStG wird keine Umsatzsteuer berechnet.",
            "Endpreis; es wird keine Mehrwertsteuer berechnet (Art. 10 MWSTG).",
        ),
        (Vat.GROSS, "inkl. USt", "inkl. USt", "inkl. MWST"),
        (
            Vat.NET,
            "zzgl. USt, nur für Unternehmen",
            "zzgl. USt, nur für Unternehmen",
            "zzgl. MWST, nur für Unternehmen",
        ),
        (None, "", "", ""),
    ],
)
def test_sentence_about_vat(vat: Vat | None, germany: str, austria: str, switzerland: str) -> None:
    for terms, expected in ((GERMANY, germany), (AUSTRIA, austria), (SWITZERLAND, switzerland)):
        price = price_view(HOURLY, msgspec.structs.replace(terms, vat=vat))
        assert plain(price.note) == expected
        assert price.includes_vat is (None if vat is None else vat is not Vat.NET)


@pytest.mark.parametrize(("price", "kind", "text"), [(None, "on-request", "auf Anfrage"), ("0", "free", "kostenlos")])
def test_without_an_amount_nothing_is_said_about_unit_and_vat(price: str | None, kind: str, text: str) -> None:
    service = changed(price=None if price is None else Decimal(price), starting=True, billing_step=15)
    view = price_view(service, GERMANY)
    assert (view.kind, view.text, view.amount) == (kind, text, "")
    assert (view.unit, view.unit_text, view.note, view.billing, view.starting) == (None, "", "", "", False)


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_has_words(unit: Unit) -> None:
    assert plain(price_view(changed(unit=unit), GERMANY).unit_text).startswith("je ")


def test_how_time_is_counted() -> None:
    assert plain(price_view(changed(billing_step=15), GERMANY).billing) == "abgerechnet je angefangene 15 Minuten"
    assert price_view(changed(billing_step=60), GERMANY).billing == "abgerechnet je angefangene Stunde"


def test_what_comes_once() -> None:
    price = price_view(changed(setup_fee=Decimal(90)), GERMANY)
    assert plain(price.setup) == "einmalig 90 € für die Einrichtung"
    assert price.setup_fee == Decimal(90)


def test_a_fee_beside_a_price_on_request_is_taxed_too() -> None:
    assert price_view(changed(price=None, setup_fee=Decimal(90)), GERMANY).note


def coming(terms: PriceTerms, day: date) -> PriceTerms:
    return msgspec.structs.replace(terms, today=day)


NEXT = changed(price_next=NextPrice(start=parse_moment("1.1.2027"), price=Decimal(48)))


def test_a_coming_price_is_announced_before_its_day() -> None:
    price = price_view(NEXT, coming(GERMANY, date(2026, 12, 31)))
    assert (price.value, price.valid_from) == (Decimal(45), None)
    assert price.coming is not None
    assert plain(price.coming.sentence) == "ab 1. Januar 2027: 48 €"


def test_austrian_january() -> None:
    price = price_view(NEXT, AUSTRIA)
    assert price.coming is not None
    assert plain(price.coming.sentence) == "ab 1. Jänner 2027: € 48"


def test_a_coming_price_holds_from_midnight_of_its_day() -> None:
    price = price_view(NEXT, coming(GERMANY, date(2027, 1, 1)))
    assert (price.value, plain(price.text), price.coming) == (Decimal(48), "48 €", None)
    assert price.valid_from == parse_moment("1.1.2027")


def test_the_day_is_that_of_berlin() -> None:
    now = Moment.of(datetime(2026, 12, 31, 23, 30, tzinfo=ZoneInfo("UTC")), "minute")
    assert terms_of(Settings(title="x"), now).today == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("language", "named", "country"),
    [(Language.DE, None, Country.DE), (Language.AT, None, Country.AT), (Language.DE, Country.AT, Country.AT)],
)
def test_the_country_is_that_of_the_language_unless_named(
    language: Language, named: Country | None, country: Country
) -> None:
    settings = Settings(title="x", language=language, business=Business(country=named))
    assert terms_of(settings, parse_moment("2026-11-21")).country is country


def packages(*given: Package, service: Service = HOURLY) -> list[tuple[str, str, str, str]]:
    views = package_views(changed(service, packages=given), GERMANY)
    return [tuple(map(plain, (view.name, view.text, view.unit_text, view.saving_text))) for view in views]  # type: ignore[misc]


def test_packages_beside_single_hours() -> None:
    assert packages(
        Package(hours=Decimal(5), price=Decimal(215)),
        Package(hours=Decimal(10), price=Decimal(433)),
        Package(hours=Decimal(20), price=Decimal("866.50")),
        Package(hours=Decimal("2.5"), price=Decimal("112.50")),
        Package(hours=Decimal(1), price=Decimal(45)),
    ) == [
        ("5 Stunden", "215 €", "43 € je Stunde", "10 € weniger als einzeln"),
        ("10 Stunden", "433 €", "43,30 € je Stunde", "17 € weniger als einzeln"),
        ("20 Stunden", "866,50 €", "rund 43,33 € je Stunde", "33,50 € weniger als einzeln"),
        ("2,5 Stunden", "112,50 €", "45 € je Stunde", ""),
        ("1 Stunde", "45 €", "45 € je Stunde", ""),
    ]


def test_a_package_with_a_name_and_no_hours_has_no_hourly_price() -> None:
    assert packages(Package(name="Jahr", price=Decimal(480))) == [("Jahr", "480 €", "", "")]


def test_nothing_is_saved_where_there_is_no_single_hour() -> None:
    assert packages(Package(hours=Decimal(5), price=Decimal(200)), service=changed(unit=Unit.MONTH)) == [
        ("5 Stunden", "200 €", "40 € je Stunde", "")
    ]


def test_savings_follow_the_price_that_holds_today() -> None:
    service = changed(NEXT, packages=(Package(hours=Decimal(10), price=Decimal(420)),))
    before, after = (
        package_views(service, coming(GERMANY, day))[0].saving for day in (date(2026, 12, 31), date(2027, 1, 1))
    )
    assert (before, after) == (Decimal(30), Decimal(60))
