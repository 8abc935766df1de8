"""What one finished page says: the facts that the rules about prices, advertising, voices and consent need.

A pure function of the page, like all facts, so it is remembered between builds. Judges nothing and knows no site; most
pages say nothing of the kind and have nothing but defaults.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.amounts import MONEY, amounts_in, plain
from sitegen.checks.elements import raw_text
from sitegen.checks.parsed import is_all_of, is_within
from sitegen.checks.statements.affiliates import is_affiliate
from sitegen.checks.statements.asked import Asked, asked_in, leads_back_to_the_choice
from sitegen.checks.statements.machine_data import Thing, data_of, prices_in, ratings_in
from sitegen.checks.statements.words import (
    AD_BEGINNINGS,
    AD_EXPLAINED,
    AD_MARK,
    AI_NAMES,
    BUYER_WORDS,
    BUYERS,
    CHECKED,
    CHECKED_WORDS,
    CURRENCIES,
    ENTREPRENEUR,
    MADE_BY_AI,
    NOT,
    ONLY,
    VAT,
    VAT_WORDS,
    VatStatement,
)
from sitegen.plan.policy import SEARCH_SLOT, SITE_SLOT

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from sitegen.checks.parsed import ParsedPage

_POLICY: Final = "content-security-policy"
_OF_VISITORS: Final = "ugc"
"""The relation of links that stand in comments; nobody here earns by them."""
_BEFORE_BUYER: Final = 40
_AROUND_TAX: Final = 160
_REACH: Final = 80
"""So far from a word about VAT nothing stands that a pattern puts together with it."""
_ANY_OF_TAX: Final = frozenset(chain(*VAT_WORDS.values()))
_SECTION: Final = "§"
_BESIDE: Final = 40
"""So many characters beside the sign of a currency its number ends, with the blanks of the markup between."""
_TOP: Final = 600
"""So many characters around the title of a page are its top, where „Anzeige“ has to stand."""
_BEGINNING: Final = 60
_ITEMS: Final = frozenset({"li", "article", "tr", "dd"})
_LISTS: Final = frozenset({"ul", "ol", "tbody", "table", "main", "body", "nav", "header", "footer", "section"})
_HIGHEST: Final = 3
"""So many plain elements above a link still belong to its item."""


class AffiliateLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link that somebody earns by."""

    address: str
    is_sponsored: bool
    """Whether it says so to machines: `rel="sponsored"`."""
    is_marked: bool
    """Whether readers can see it: beside the link or explained on the page."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """The voice of somebody else."""

    beginning: str
    is_checked: bool
    """Whether something around it says how it was checked."""


class Statements(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a page says."""

    shows_amounts: bool = False
    vat: tuple[VatStatement, ...] = ()
    unseen_prices: tuple[str, ...] = ()
    """Prices that machines are told and nobody can read."""
    own_ratings: tuple[str, ...] = ()
    """Types of what is rated in the data for machines and is the owner's own: `ProfessionalService`."""
    affiliates: tuple[AffiliateLink, ...] = ()
    begins_with_ad: bool = False
    marked: tuple[str, ...] = ()
    """Addresses of items of lists beside which „Anzeige“ stands."""
    quotes: tuple[Quote, ...] = ()
    names_ai: bool = False
    policy: str = ""
    """Empty where the policy of the site goes; else the one that stands there, or `-` for none."""
    asked: Asked | None = None
    leads_back: bool = False
    """Whether the page has a way back to the choice that was made."""


NO_POLICY: Final = "-"


def statements_in(page: ParsedPage) -> Statements:
    """What the page says."""
    main = page.main
    data = data_of(page)
    has_mark = not page.words.isdisjoint(AD_BEGINNINGS) and AD_MARK().search(page.main_text) is not None
    has_choices = "data-choices" in page.names or bool(page.of("dialog"))
    shows_amounts = any(_is_amount(page.main_raw, sign) for sign in page.said(CURRENCIES))
    return Statements(
        shows_amounts=shows_amounts,
        vat=tuple(_vat(page)) if shows_amounts else (),
        unseen_prices=tuple(_unseen(page, data)),
        own_ratings=ratings_in(page, data),
        affiliates=tuple(_affiliates(page)),
        begins_with_ad=has_mark and _begins_with_ad(main, page.main_text),
        marked=tuple(dict.fromkeys(_marked(main))) if has_mark and main else (),
        quotes=tuple(_quotes(page)) if page.of("blockquote") else (),
        names_ai=not page.words.isdisjoint(AI_NAMES) and _names_ai(page.main_text),
        policy=_policy(page),
        asked=asked_in(page.tree) if has_choices else None,
        leads_back=has_choices and leads_back_to_the_choice(page.tree),
    )


def _is_amount(text: str, sign: str) -> bool:
    """Whether a number stands beside the sign of a currency somewhere; signs are found faster than numbers.

    `text` may have any blanks and breaks.
    """
    at = text.find(sign)
    while at >= 0:
        if MONEY.search(plain(text[max(0, at - _BESIDE) : at + len(sign) + _BESIDE])):
            return True
        at = text.find(sign, at + 1)
    return False


def _names_ai(text: str) -> bool:
    return any(name in text for name in AI_NAMES) and MADE_BY_AI().search(text) is not None


def _vat(page: ParsedPage) -> Iterator[VatStatement]:
    of_tax = page.said(_ANY_OF_TAX)
    places = {word: tuple(_places(word, page.main_text)) for word in of_tax}
    for name, pattern in VAT.items() if of_tax else ():
        around = [place for word in VAT_WORDS[name] for place in places.get(word, ())]
        if any(pattern().search(piece) for piece in _pieces(page.main_text, around)):
            yield name
    if (_SECTION in page.all_text and ENTREPRENEUR.search(page.main_text)) or _names_buyers(page):
        yield "business_only"


def _names_buyers(page: ParsedPage) -> bool:
    """Whether somewhere only businesses may buy."""
    named = page.words.intersection(BUYER_WORDS)
    buyers = (BUYERS().match(page.main_text, place) for word in named for place in _places(word, page.main_text))
    return any(buyer and _excludes(buyer, page.main_text) for buyer in buyers)


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _pieces(text: str, places: Iterable[int]) -> Iterator[str]:
    """What stands around these places, cut between words, so that no pattern has to go through the whole text."""
    end = -1
    for place in sorted(places):
        if place >= end:
            start = text.rfind(" ", 0, max(0, place - _AROUND_TAX)) + 1
            end = text.find(" ", place + _AROUND_TAX)
            yield text[start : end if end >= 0 else None]
            end = len(text) if end < 0 else end - _REACH


def _excludes(buyer: re.Match[str], text: str) -> bool:
    """Whether a business is all that may buy, or somebody private may not."""
    before = text[max(0, buyer.start() - _BEFORE_BUYER) : buyer.start()]
    return (ONLY() if buyer[1] else NOT()).search(before) is not None


def _unseen(page: ParsedPage, data: Iterable[Thing]) -> Iterator[str]:
    prices = prices_in(data)
    if prices:
        seen = {amount.value for amount in amounts_in(page.main_text)}
        yield from dict.fromkeys(typed for typed, value in prices if value and value not in seen)


def _affiliates(page: ParsedPage) -> Iterator[AffiliateLink]:
    for link in page.links_out:
        href = link.get("href")
        if not is_affiliate(href):
            continue
        relations = link.get("rel").lower().split()
        if _OF_VISITORS not in relations:
            yield AffiliateLink(
                address=href,
                is_sponsored="sponsored" in relations,
                is_marked=bool(AD_MARK().search(_around(link.node)) or AD_EXPLAINED().search(page.main_text)),
            )


def _around(link: LexborNode) -> str:
    """The text of the item or paragraph that a link stands in."""
    node: LexborNode | None = link
    for _ in range(_HIGHEST):
        if node is None or node.tag in _ITEMS or node.tag == "p":
            break
        node = node.parent
    return plain(node.text(separator=" ")) if node else ""


def _begins_with_ad(main: LexborNode | None, text: str) -> bool:
    """Whether „Anzeige“ stands at the top; in the title itself it is a word like any other."""
    heading = main.css_first("h1") if main else None
    title = plain(heading.text(separator=" ")) if heading else ""
    above, _, below = text.partition(title) if title else ("", "", text)
    return AD_MARK().search(f"{above[-_TOP:]} {below[:_TOP]}") is not None


def _marked(main: LexborNode) -> Iterator[str]:
    texts: dict[int, str] = {}
    for link in main.css('a[href^="/"]'):
        node = link.parent
        for _ in range(_HIGHEST):
            if node is None or node.tag in _LISTS:
                break
            text = texts.get(node.mem_id) or texts.setdefault(node.mem_id, plain(node.text(separator=" ")))
            if AD_MARK().search(text.replace(plain(link.text(separator=" ")), " ", 1)):
                yield link.attributes.get("href") or link.attributes.get("xlink:href") or ""
                break
            if node.tag in _ITEMS:
                break
            node = node.parent


def _quotes(page: ParsedPage) -> Iterator[Quote]:
    around: dict[int, bool] = {}
    may_be_checked = _tells_of_checks(page.main_raw)  # where nothing does, nobody needs to look around each voice
    quotes = [one.node for one in page.of("blockquote") if page.main and is_within(one.node, page.main)]
    voices = [(quote, raw_text(quote)) for quote in quotes]
    telling = [voice for voice in voices if may_be_checked and _tells_of_checks(voice[1])]
    for quote, said in voices:
        parent = quote.parent if may_be_checked else None
        if parent is not None and parent.mem_id not in around:
            text = page.main_raw if page.main and is_all_of(parent, page.main) else raw_text(parent)
            around[parent.mem_id] = _tells_of_checks(_without(telling, parent, text))
        is_checked = parent is not None and around[parent.mem_id]
        yield Quote(beginning=plain(said)[:_BEGINNING], is_checked=is_checked)


def _without(voices: Iterable[tuple[LexborNode, str]], parent: LexborNode, text: str) -> str:
    """What can be read in an element without the voices in it."""
    for quote, said in voices:
        is_inside = quote.mem_id == parent.mem_id or is_within(quote, parent)
        if is_inside and (quoted := said.strip()):
            text = text.replace(quoted, " ")
    return text


def _tells_of_checks(text: str) -> bool:
    return any(CHECKED.match(text, place) for word in CHECKED_WORDS for place in _places(word, text))


def _policy(page: ParsedPage) -> str:
    if _has_slot(page.html) or not page.html or page.html.isspace():
        return ""
    metas = page.of("meta") if "http-equiv" in page.names else ()
    said = (meta.get("content") for meta in metas if meta.get("http-equiv").lower() == _POLICY)
    return next(said, "").strip() or NO_POLICY


def _has_slot(html: bytes) -> bool:
    return b"\0" in html and any(slot.encode() in html for slot in (SITE_SLOT, SEARCH_SLOT))
