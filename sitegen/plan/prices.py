"""The one price engine: what a service costs today, as words and as a number, for pages, prose, JSON-LD and terminal.

Pure and exact: Decimals as typed, never a float; only the price of one hour in a package is rounded, and says so. Which
sentence about VAT belongs to a price is decided here and nowhere else.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

import msgspec

from sitegen.model.entries import Service
from sitegen.model.services.parts import NextPrice, Package, Unit
from sitegen.settings.business import Country, Vat
from sitegen.settings.settings import Settings
from sitegen.text.amounts import format_amount, format_number
from sitegen.text.locales import Language, currency_of
from sitegen.text.moments import Moment, long_date
from sitegen.text.tone import Tone
from sitegen.text.wording import say

CENT: Final = Decimal("0.01")
MINUTES_OF_AN_HOUR: Final = 60
_TONELESS: Final = Tone.SIE
"""Words of a price address nobody."""
_COUNTRY_OF: Final = {Language.DE: Country.DE, Language.AT: Country.AT, Language.CH: Country.CH}


class PriceTerms(msgspec.Struct, frozen=True, kw_only=True):
    """What all prices of a site have in common."""

    language: Language
    country: Country
    vat: Vat | None
    """None as long as the owner has not said: then nothing is said about VAT."""
    today: date
    """The day in Berlin for which the site is built."""


class ComingPrice(msgspec.Struct, frozen=True, kw_only=True):
    """A price announced for a later day."""

    start: Moment
    value: Decimal
    text: str
    """„48 €“, „ab 48 €“."""
    sentence: str
    """„ab 1. Januar 2027: 48 €“."""


class PriceView(msgspec.Struct, frozen=True, kw_only=True):
    """The price of a service as of today. Every text is typeset and empty where there is nothing to say."""

    kind: Literal["amount", "free", "on-request"]
    text: str
    """„45 €“, „ab 1.234,50 €“, „kostenlos“, „auf Anfrage“."""
    amount: str
    """The sum alone: „45 €“; empty unless `kind` is `amount`."""
    value: Decimal | None
    """The same as a number; 0 when it is free, None when it is on request."""
    currency: str
    """ISO 4217."""
    starting: bool
    """The least of several prices, so `value` is a minimum; else it is exact."""
    unit: Unit | None
    """None also where a unit says nothing: without an amount."""
    unit_text: str
    """„je Stunde“."""
    note: str
    """What is to be said about VAT."""
    includes_vat: bool | None
    """Whether nothing is added to `value`: for JSON-LD. None where the owner has not said."""
    billing: str
    """„abgerechnet je angefangene 15 Minuten“."""
    setup_fee: Decimal | None
    setup: str
    """„einmalig 90 € für die Einrichtung“."""
    valid_from: Moment | None
    """Since when, if the price came by `price_next`."""
    coming: ComingPrice | None


class PackageView(msgspec.Struct, frozen=True, kw_only=True):
    """A package beside the price of a single hour."""

    name: str
    """As named, else „10 Stunden“."""
    hours: Decimal | None
    value: Decimal
    text: str
    """„400 €“."""
    unit_value: Decimal | None
    """The price of one hour, to the cent; None for a package without hours."""
    rounded: bool
    """Whether `unit_value` is not exact."""
    hour_text: str
    """„40 €“, „rund 43,33 €“; for a column of its own."""
    unit_text: str
    """„40 € je Stunde“, „rund 43,33 € je Stunde“."""
    saving: Decimal | None
    """Against as many single hours; None where there is nothing to compare with, or nothing saved."""
    saving_text: str
    """„50 € weniger als einzeln“."""
    note: str


def terms_of(settings: Settings, now: Moment) -> PriceTerms:
    """What the prices of a site have in common at `now`; without a country, that of the language."""
    return PriceTerms(
        language=settings.language,
        country=settings.business.country or _COUNTRY_OF[settings.language],
        vat=settings.business.vat,
        today=day_of(now),
    )


def day_of(moment: Moment) -> date:
    """The day of a moment in Berlin: prices change at midnight, whatever time a date stands for elsewhere."""
    return moment.at.date()


def in_force(service: Service, today: date) -> NextPrice | None:
    """The service's coming price once its day has come."""
    coming = service.price_next
    return coming if coming and day_of(coming.start) <= today else None


def current_value(service: Service, today: date) -> Decimal | None:
    """The price that holds today; 0 when it is free, None when it is on request."""
    new = in_force(service, today)
    return new.price if new else service.price


def price_view(service: Service, terms: PriceTerms) -> PriceView:
    """What `service` costs today."""
    new = in_force(service, terms.today)
    value = new.price if new else service.price
    priced = bool(value)
    unit = service.unit if priced else None
    setup = service.setup_fee or None
    return PriceView(
        kind="on-request" if value is None else "amount" if priced else "free",
        text=price_text(value, terms, starting=service.starting),
        amount=format_amount(value, terms.language) if value else "",
        value=value,
        currency=currency_of(terms.language),
        starting=service.starting and priced,
        unit=unit,
        unit_text=_say(f"unit_{unit}") if unit else "",
        note=vat_note(terms) if priced or setup else "",
        includes_vat=includes_vat(terms.vat),
        billing=billing_text(service.billing_step) if priced else "",
        setup_fee=setup,
        setup=_say("price_setup", amount=format_amount(setup, terms.language)) if setup else "",
        valid_from=new.start if new else None,
        coming=coming_price(service, terms),
    )


def price_text(value: Decimal | None, terms: PriceTerms, *, starting: bool) -> str:
    """A price in words; „ab“ is never parted from its sum."""
    if value is None:
        return _say("price_on_request")
    if not value:
        return _say("price_free")
    amount = format_amount(value, terms.language)
    lowest = _say("price_from")
    return f"{lowest}\N{NO-BREAK SPACE}{amount}" if starting else amount


def billing_text(minutes: int) -> str:
    """How time is counted."""
    if not minutes:
        return ""
    return _say("price_billing_hour") if minutes == MINUTES_OF_AN_HOUR else _say("price_billing", minutes=minutes)


def coming_price(service: Service, terms: PriceTerms) -> ComingPrice | None:
    """The price that is announced and does not hold yet."""
    new = service.price_next
    if new is None or in_force(service, terms.today):
        return None
    text = price_text(new.price, terms, starting=service.starting)
    sentence = _say("price_coming", date=long_date(new.start, terms.language), price=text)
    return ComingPrice(start=new.start, value=new.price, text=text, sentence=sentence)


def includes_vat(vat: Vat | None) -> bool | None:
    """Whether a price is what is paid in the end; a small business adds nothing either."""
    return None if vat is None else vat is not Vat.NET


def vat_note(terms: PriceTerms) -> str:
    """What the law wants said beside a price.

    Germany: § 19 UStG (small business), PAngV § 3 (final prices for consumers) and § 6 (VAT is to be named where
    contracts are made at a distance). Austria: § 6 Abs. 1 Z 27 UStG, PrAG § 9. Switzerland: Art. 10 Abs. 2 MWSTG, PBV
    Art. 4 (final prices).
    """
    return _say(f"vat_{terms.vat}_{terms.country}") if terms.vat else ""


def package_views(service: Service, terms: PriceTerms) -> tuple[PackageView, ...]:
    """The packages of a service beside what single hours cost today."""
    value = current_value(service, terms.today)
    single = value if service.unit is Unit.HOUR else None
    return tuple(package_view(package, single, terms) for package in service.packages)


def package_view(package: Package, single: Decimal | None, terms: PriceTerms) -> PackageView:
    """One package; `single` is the price of a single hour, None where there is none."""
    hours = package.hours or None
    unit_value = hour_price(package.price, hours) if hours else None
    rounded = bool(hours) and unit_value is not None and unit_value * (hours or 0) != package.price
    saving = saving_of(package.price, hours, single)
    amount = format_amount(unit_value, terms.language) if unit_value is not None else ""
    hour_text = _say("package_about", amount=amount) if rounded else amount
    return PackageView(
        name=package.name or hours_text(hours or Decimal(0), terms.language),
        hours=hours,
        value=package.price,
        text=format_amount(package.price, terms.language),
        unit_value=unit_value,
        rounded=rounded,
        hour_text=hour_text,
        unit_text=_say("package_unit", amount=hour_text) if hour_text else "",
        saving=saving,
        saving_text=_say("package_saving", amount=format_amount(saving, terms.language)) if saving else "",
        note=package.note,
    )


def hour_price(price: Decimal, hours: Decimal) -> Decimal:
    """The price of one hour to the cent, half a cent up."""
    return (price / hours).quantize(CENT, ROUND_HALF_UP)


def saving_of(price: Decimal, hours: Decimal | None, single: Decimal | None) -> Decimal | None:
    """What is saved against single hours, exactly; None without anything to compare with, and where nothing is."""
    if not hours or not single:
        return None
    saved = single * hours - price
    return saved if saved > 0 else None


def hours_text(hours: Decimal, language: Language) -> str:
    """„1 Stunde“, „2,5 Stunden“."""
    count = int(hours) if hours == int(hours) else 0
    return say("package_hours", _TONELESS, {"n": count, "hours": format_number(plain(hours), language)})


def plain(number: Decimal) -> Decimal:
    """A number without zeros at its end: 10.0 → 10, 2.50 → 2.5."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()


def _say(key: str, **facts: str | int) -> str:
    return say(key, _TONELESS, facts)
