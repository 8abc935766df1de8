"""What a page tells machines of prices and ratings: JSON-LD, and microdata where ratings are concerned.

Reads only what speaks of either; broken JSON is no statement. Vocabulary: https://schema.org/.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from sitegen.checks.parsed import ParsedPage

Thing = dict[str, object]

_JSON_LD: Final = "application/ld+json"
_SPEAK_OF_IT: Final = ('rice"', "Rating", "eview")
"""One of them stands in all data about prices and ratings."""
_PRICES: Final = ("price", "minPrice", "maxPrice", "lowPrice", "highPrice")
_RATED: Final = ("aggregateRating", "review", "reviews")
_RATED_HERE: Final = '[itemprop="aggregateRating"], [itemprop="review"]'
_OWN: Final = frozenset(
    {
        *("Organization", "LocalBusiness", "ProfessionalService", "Corporation", "OnlineBusiness", "Person", "Service"),
        *("Offer", "WebSite", "WebPage", "HomeAndConstructionBusiness", "FinancialService", "LegalService"),
    }
)
"""What a business on its own website is described as; books and the like may be rated by anybody."""
_TOO_DEEP: Final = 30


def data_of(page: ParsedPage) -> tuple[Thing, ...]:
    """Everything said in JSON-LD that speaks of prices or ratings, each thing beside those within it."""
    found: list[Thing] = []
    for script in page.of("script"):
        text = script.node.text() if script.get("type").lower() == _JSON_LD else ""
        if any(word in text for word in _SPEAK_OF_IT):
            try:
                found.extend(_things(json.loads(text), 0))
            except (ValueError, RecursionError):
                continue
    return tuple(found)


def prices_in(things: Iterable[Thing]) -> tuple[tuple[str, Decimal], ...]:
    """Each price, as it stands there and as a number."""
    typed = (thing[key] for thing in things for key in _PRICES if key in thing)
    return tuple((str(price), value) for price in typed if (value := _number(price)) is not None)


def ratings_in(page: ParsedPage, data: Iterable[Thing]) -> tuple[str, ...]:
    """The types of all that is rated on the page, or in its `data`, and is the owner's own, each once."""
    said = (type_ for thing in data for type_ in _rated_by(thing))
    properties = page.tree.css(_RATED_HERE) if "itemprop" in page.names else ()
    marked = (_type_around(node) for node in properties)
    return tuple(dict.fromkeys(type_ for type_ in (*said, *marked) if type_ in _OWN))


def _things(value: object, depth: int) -> Iterator[Thing]:
    if depth > _TOO_DEEP:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _things(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _things(inner, depth + 1)


def _rated_by(thing: Thing) -> Iterator[str]:
    if any(key in thing for key in _RATED):
        yield from _types(thing)
    if {"Review", "AggregateRating", "EmployerAggregateRating"}.intersection(_types(thing)):
        rated = thing.get("itemReviewed")
        yield from _types(rated) if isinstance(rated, dict) else ()


def _types(thing: Thing) -> tuple[str, ...]:
    types = thing.get("@type")
    named = types if isinstance(types, list) else [types]
    return tuple(str(type_).rpartition("/")[2] for type_ in named)


def _type_around(node: LexborNode) -> str:
    """The type of the thing that a property of microdata belongs to."""
    around = node.parent
    while around is not None and "itemscope" not in around.attributes:
        around = around.parent
    return ((around.attributes.get("itemtype") or "") if around else "").rpartition("/")[2]


def _number(price: object) -> Decimal | None:
    if isinstance(price, bool) or not isinstance(price, str | int | float):
        return None
    try:
        value = Decimal(str(price).strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
