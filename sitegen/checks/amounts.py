"""Amounts of money in a text, sentence by sentence: what the check of prices looks at. Pure; judges nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from sitegen.text.amounts import AmountError, AmountProblem, parse_amount
from sitegen.text.patterns import later

BLOCKS: Final = "p, li, tr, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, caption, summary"
NOT_TYPED: Final = "data, code, pre, script, style"
"""Prices that a shortcode wrote, and what is no prose."""

_NUMBER = r"[0-9]{1,3}(?:[.’' ][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]+(?:[.,][0-9]{1,2})?(?![0-9])"
MONEY: Final = re.compile(
    rf"(?=[€ECF0-9])(?:(?:€|\bEUR|\bCHF|\bFr\.) ?(?:{_NUMBER})|"
    rf"(?<![0-9.,])(?:{_NUMBER})(?:,[–-]+)? ?(?:€|EUR\b|Euro\b|CHF\b|Franken\b))"
)
"""Looks first at how amounts begin, as hardly anything in a text does."""
_CURRENCY: Final = later(r"€|EUR|Euro|CHF|Franken|Fr\.")
_SENTENCE_END: Final = later(r"(?<=[.!?…])\s+(?=[A-ZÄÖÜ„«0-9])")
_NO_END: Final = later(r"(?:\b(?:[a-zA-Z]|ca|bzw|inkl|zzgl|Nr|Std|Min|Dr)\.|\b[0-9]{1,2}\.)\Z")
"""What ends with a point and ends no sentence."""


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A sum as it stands in a text."""

    text: str
    value: Decimal


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, item, row or heading of a body."""

    sentences: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    """Address and text of each link."""


def blocks_of(html: str) -> tuple[Block, ...]:
    """All blocks of a body's HTML, from its end; what stands in a block within a block belongs to the inner one."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_TYPED):
        node.replace_with(" ")
    found = []
    for node in reversed(tree.css(BLOCKS)):
        links = tuple((link.attributes.get("href") or "", plain(link.text())) for link in node.css("a"))
        text = plain(node.text(separator=" " if node.tag == "tr" else ""))
        found.append(Block(sentences=(text,) if node.tag == "tr" else tuple(sentences(text)), links=links))
        node.decompose()
    return tuple(found)


def plain(text: str) -> str:
    """A text without soft hyphens, every blank a simple one."""
    return " ".join(text.replace("\u00ad", "").split())


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph; a point behind an abbreviation or a number ends none."""
    kept = ""
    for part in _SENTENCE_END().split(text):
        kept = f"{kept} {part}" if kept else part
        if not _NO_END().search(kept):
            yield kept
            kept = ""
    if kept:
        yield kept


def amounts_in(text: str) -> Iterator[Amount]:
    """Every amount of money in `text`; `1.234 €` is read as a thousand."""
    for match in MONEY.finditer(text):
        value = value_of(_CURRENCY().sub("", match[0]).strip())
        if value is not None:
            yield Amount(text=match[0], value=value)


def value_of(number: str) -> Decimal | None:
    """The number behind an amount; None for one that nobody can read."""
    try:
        return parse_amount(number)
    except AmountError as error:
        if error.reason is AmountProblem.AMBIGUOUS:
            return Decimal(error.suggestions[0])
        return None
