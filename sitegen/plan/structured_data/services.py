"""A service and what it costs today, from the same record as every price on the site."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sitegen.model.entries import Service
from sitegen.model.services.parts import Unit
from sitegen.plan.prices import PackageView, PriceView, package_views, plain, price_view
from sitegen.plan.structured_data.business import publisher
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.people import image
from sitegen.plan.structured_data.things import Thing, thing
from sitegen.text.moments import iso

_PIECE: Final = "C62"
_HOUR: Final = "HUR"
_UNIT_CODES: Final = {Unit.HOUR: _HOUR, Unit.MONTH: "MON"}
"""UN/CEFACT Common Codes; everything else is a piece."""


def service_thing(service: Service, known: Known) -> Thing:
    """A service with its offers; one whose price is on request has none."""
    price = price_view(service, known.terms)
    url = known.absolute(service.url)
    packages = (package_offer(package, price, url) for package in package_views(service, known.terms))
    offers = [*([] if price.value is None else [offer(price, url)]), *packages]
    return thing(
        "Service",
        {
            "@id": f"{url}#service",
            "name": service.title,
            "url": url,
            "description": service.summary,
            "serviceType": service.category,
            "image": image(service, known),
            "provider": publisher(known),
            "offers": offers[0] if len(offers) == 1 else offers,
        },
    )


def offer(price: PriceView, url: str) -> Thing:
    """One price for one unit. The least of several („ab“) is no price of the offer but a minimum.

    Its specification names it as `price`, too, since Google's rules take no specification without one.
    """
    value = plain(price.value or Decimal(0))
    specification = thing(
        "UnitPriceSpecification",
        {
            "price": value,
            "minPrice": value if price.starting else None,
            "priceCurrency": price.currency,
            "unitCode": _UNIT_CODES.get(price.unit, _PIECE) if price.unit else "",
            "valueAddedTaxIncluded": price.includes_vat if value else None,
            "validFrom": iso(price.valid_from) if price.valid_from else "",
        },
    )
    exact = None if price.starting else value
    named = {"url": url, "price": exact, "priceCurrency": price.currency}
    return thing("Offer", {**named, "priceSpecification": specification})


def package_offer(package: PackageView, price: PriceView, url: str) -> Thing:
    """A package: one piece that holds so many hours."""
    value = plain(package.value)
    hours = {"value": plain(package.hours), "unitCode": _HOUR} if package.hours else {}
    specification = {
        "price": value,
        "priceCurrency": price.currency,
        "unitCode": _PIECE,
        "valueAddedTaxIncluded": price.includes_vat,
    }
    return thing(
        "Offer",
        {
            "name": package.name,
            "url": url,
            "price": value,
            "priceCurrency": price.currency,
            "priceSpecification": thing("UnitPriceSpecification", specification),
            "eligibleQuantity": thing("QuantitativeValue", hours) if hours else None,
        },
    )
