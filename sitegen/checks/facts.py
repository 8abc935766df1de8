"""What the rules need to know of a finished page: where it leads, what can be pointed at, what is shown and asked for.

Read from the final HTML with a real HTML5 parser, whatever it was made from. A pure function of the HTML, so it is
remembered between builds. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from sitegen.checks.elements import Element
from sitegen.checks.forms.page_forms import PageForms, forms_in
from sitegen.checks.legal.page_law import PageLaw, law_in
from sitegen.checks.loads import Load, loads_in
from sitegen.checks.outline import Outline, outline_in
from sitegen.checks.parsed import ParsedPage
from sitegen.checks.requests.addresses import candidates
from sitegen.checks.requests.in_html import requests_on
from sitegen.checks.requests.request import Requests
from sitegen.checks.statements.said import Statements, statements_in

ADDRESS_ATTRIBUTES: Final = ("src", "poster", "action", "data", "cite")
"""Attributes besides `href` and `srcset` that refer to something."""

_OF_THE_HEAD: Final = frozenset({"link", "meta"})
_UP_TO_PATH: Final = re.compile(r"[/?#]")
ABSOLUTE: Final = re.compile(r"https?://", re.IGNORECASE)
QUOTED_ADDRESS: Final = re.compile(r'"(https?:(?://|\\/\\/)[^"\s]+)"')
"""An address in JSON; one that a program has written may have its slashes escaped."""


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one page."""

    addresses: tuple[str, ...] = ()
    """Every address the page refers to that is not on a foreign host, as written, without repeats."""
    ids: tuple[str, ...] = ()
    """Every anchor, in document order, with repeats."""
    pictures_without_alt: tuple[str, ...] = ()
    """`src` of images that lack the attribute `alt`."""
    requests: Requests = Requests()
    """What the page makes a browser ask of others, and what no policy lets run."""
    statements: Statements = Statements()
    outline: Outline = Outline()
    law: PageLaw = PageLaw()
    """What the rules about legal pages look for."""
    forms: PageForms = PageForms()
    """Forms, and comments."""
    loads: tuple[Load, ...] = ()
    """What comes with the page before anybody has scrolled."""
    links: tuple[str, ...] = ()
    """Addresses with http or https that links lead to, without repeats."""
    named: tuple[str, ...] = ()
    """Those that the page tells machines: in its head and in structured data."""


def facts_of(html: str | bytes) -> PageFacts:
    """Read a page; bytes are UTF-8."""
    return facts_on(ParsedPage(html))


def facts_on(page: ParsedPage) -> PageFacts:
    """The same of a page that is parsed already."""
    return PageFacts(
        addresses=tuple(filter(is_own, dict.fromkeys(_addresses(page)))),
        ids=tuple([one.attributes["id"] or "" for one in page.others if "id" in one.attributes]),
        pictures_without_alt=tuple([image.get("src") for image in page.of("img") if "alt" not in image.attributes]),
        requests=requests_on(page),
        statements=statements_in(page),
        outline=outline_in(page),
        law=law_in(page),
        forms=forms_in(page),
        loads=loads_in(page),
        links=tuple(dict.fromkeys(absolute_links(page))),
        named=tuple(dict.fromkeys(named_addresses(page))),
    )


def _addresses(page: ParsedPage) -> list[str]:
    """Where a page refers to: what is under `href`, then everything else."""
    found = [*page.hrefs]
    names = [name for name in (*ADDRESS_ATTRIBUTES, "srcset") if name in page.names]
    holding = [(name, one.attributes[name]) for one in page.others for name in names if name in one.attributes]
    for name, value in holding:
        if name == "srcset":
            found += candidates(value or "")
        elif value is not None:
            found.append(value)
    return found


def absolute_links(page: ParsedPage) -> Iterator[str]:
    """Where links of a page lead that name a host."""
    links: Iterable[Element] = page.links_out
    if page.of("area"):
        links = [element for element in page.elements if element.tag in {"a", "area"}]
    for element in links:
        if ABSOLUTE.match(address := element.get("href").strip()):
            yield address


def named_addresses(page: ParsedPage) -> Iterator[str]:
    """Full addresses in the head of a page and in its structured data."""
    for attributes in [one.attributes for one in page.others if one.tag in _OF_THE_HEAD]:
        address = attributes.get("href") or attributes.get("content")
        if address and "//" in address and ABSOLUTE.match(address):
            yield address
    for script in page.of("script"):
        if script.get("type") == "application/ld+json":
            for address in QUOTED_ADDRESS.findall(script.node.text()):
                yield address.replace("\\/", "/")


@lru_cache(maxsize=4096)  # of a thousand pages, most lead to the same places
def is_own(address: str) -> bool:
    """Whether an address stays on this site: neither a scheme nor another host."""
    return not address.startswith("//") and (":" not in address or ":" not in _UP_TO_PATH.split(address, maxsplit=1)[0])
