"""Amounts typed by hand beside the name of a service that are not what the service costs.

Looks at the filled bodies alone: what layouts say of a price comes from the record and cannot differ. Changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from html import unescape
from typing import Final

import msgspec

from sitegen.checks.amounts import MONEY, Amount, Block, amounts_in, blocks_of, plain
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Span
from sitegen.plan.questions.site import SiteView
from sitegen.text.patterns import later

_FORMER: Final = later(
    r"\b(?:[Ff]rüher|[Dd]amals|[Bb]isher|seinerzeit|einst|kostete|statt|[Vv]orher|ehemals|[Bb]is [^.]{0,15}20[0-9]{2})"
)
"""Sentences about what was; nobody need mend them."""
_ABOUT_THE_SAME: Final = later(r"\A(?:Sie|Das|Dies|Dieser?|Es|Dafür|Der Preis|Die Stunde|Eine Stunde|Kosten|Preis)\b")
"""How a sentence begins that goes on about the service named before."""
_NEAR: Final = 300
"""So many characters around an amount its service's name is looked for, to find the right one of two places."""


class PriceRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What may stand beside the name of one service."""

    title: str
    slug: str
    url: str
    text: str
    """The price in words."""
    value: Decimal
    amounts: frozenset[Decimal]
    """Its price, the coming one, those of its packages and whatever else the record says."""


def price_records(questions: SiteView) -> tuple[PriceRecord, ...]:
    """The records of all services that have a price."""
    found = []
    for service in questions.services():
        price = questions.price(service)
        if price.value is None:
            continue
        packages = questions.packages(service)
        amounts = (
            *(price.value, service.price, price.setup_fee, price.coming.value if price.coming else None),
            *(package.value for package in packages),
            *(package.unit_value for package in packages),
            *(package.saving for package in packages),
        )
        found.append(
            PriceRecord(
                title=plain(service.title),
                slug=service.slug,
                url=service.url,
                text=price.text,
                value=price.value,
                amounts=frozenset(amount for amount in amounts if amount is not None),
            )
        )
    return tuple(found)


def check_prices(
    bodies: Mapping[str, str], records: Sequence[PriceRecord], texts: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Every such amount in the bodies (source file → HTML); `texts` are the sources, for places."""
    if not records:
        return
    for source, html in bodies.items():
        text = plain(unescape(html))
        if not MONEY.search(text) or not any(record.title in text or record.url in text for record in records):
            continue
        for block in blocks_of(html):
            for amount, record in strangers(block, records):
                yield finding(amount, record, source=source, text=texts.get(source, ""))


def strangers(block: Block, records: Sequence[PriceRecord]) -> Iterator[tuple[Amount, PriceRecord]]:
    """Amounts of a block beside a service's name that no service named there knows."""
    named: tuple[PriceRecord, ...] = ()
    for sentence in block.sentences:
        here = tuple(record for record in records if is_named(record, sentence, block.links))
        named = here or (named if _ABOUT_THE_SAME().match(sentence) else ())
        if not named or _FORMER().search(sentence):
            continue
        known = frozenset[Decimal]().union(*(record.amounts for record in named))
        for amount in amounts_in(sentence):
            if amount.value not in known and not is_reckoned(amount, sentence, known):
                yield amount, named[0]


def is_named(record: PriceRecord, sentence: str, links: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence names a service, by its title or by a link to it."""
    if record.title in sentence and re.search(rf"(?<!\w){re.escape(record.title)}(?!\w)", sentence):
        return True
    return any(text and text in sentence for address, text in links if address.partition("#")[0] == record.url)


def is_reckoned(amount: Amount, sentence: str, known: Collection[Decimal]) -> bool:
    """Whether an amount is a known one times a number that stands beside it: `3 × 48 € = 144 €`."""
    numbers = {int(number) for number in re.findall(r"(?<![0-9.,])[0-9]{1,3}(?![0-9.,]*[0-9])", sentence)}
    return any(number > 1 and price * number == amount.value for price in known for number in numbers)


def finding(amount: Amount, record: PriceRecord, *, source: str, text: str) -> Diagnostic:
    """The finding, at the place where the amount was typed."""
    facts = {
        "title": record.title,
        "amount": amount.text,
        "record": record.text,
        "shortcode": f'{{{{ price "{record.slug}" }}}}',
    }
    return Diagnostic(code="SG320", span=place(amount.text, record.title, source=source, text=text), facts=facts)


def place(typed: str, title: str, *, source: str, text: str) -> Span:
    """Where `typed` stands in its source, near the service's name where there are several; else the file."""
    blank = "[ \u00a0]*"
    pattern = blank.join(re.escape(part) for part in re.findall(r"[0-9.,’'–-]+|[^0-9.,’'\s–-]+", typed))
    matches = list(re.finditer(rf"(?<![0-9.,]){pattern}", text))
    if not matches:
        return Span(file=source)
    near = (match for match in matches if title in text[max(0, match.start() - _NEAR) : match.end() + _NEAR])
    match = next(near, matches[0])
    return span_at(text, match.start(), len(match[0]), source)
