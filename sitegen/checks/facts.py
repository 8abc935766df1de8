"""What the rules need to know of a finished page: where it leads, what can be pointed at, what is shown and asked for.

Read from the final HTML with a real HTML5 parser, whatever it was made from. A pure function of the HTML, so it is
remembered between builds. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.checks.forms.page_forms import PageForms, forms_in
from sitegen.checks.legal.page_law import PageLaw, law_in
from sitegen.checks.loads import Load, loads_in
from sitegen.checks.outline import Outline, outline_in
from sitegen.checks.requests.addresses import candidates
from sitegen.checks.requests.in_html import requests_in_tree
from sitegen.checks.requests.request import Requests
from sitegen.checks.statements.said import Statements, statements_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

ADDRESS_ATTRIBUTES: Final = ("href", "src", "poster", "action", "data", "cite")
REFERENCING: Final = ", ".join(f"[{name}]" for name in (*ADDRESS_ATTRIBUTES, "srcset"))

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


def facts_of(html: str) -> PageFacts:
    """Read a page."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    addresses: dict[str, None] = {}
    for node in tree.css(REFERENCING):
        attributes = node.attributes
        for name in ADDRESS_ATTRIBUTES:
            value = attributes.get(name)
            if value is not None and is_own(value):
                addresses[value] = None
        for address in candidates(attributes.get("srcset") or ""):
            if is_own(address):
                addresses[address] = None
    return PageFacts(
        addresses=tuple(addresses),
        ids=tuple(node.attributes["id"] or "" for node in tree.css("[id]")),
        pictures_without_alt=tuple(node.attributes.get("src") or "" for node in tree.css("img:not([alt])")),
        requests=requests_in_tree(tree, html),
        statements=statements_in(tree, html),
        outline=outline_in(tree, html),
        law=law_in(tree, html),
        forms=forms_in(tree, html),
        loads=loads_in(tree),
        links=tuple(dict.fromkeys(absolute_links(tree))),
        named=tuple(dict.fromkeys(named_addresses(tree))),
    )


def absolute_links(tree: LexborHTMLParser) -> Iterator[str]:
    """Where links of a page lead that name a host."""
    for node in tree.css("a[href], area[href]"):
        address = (node.attributes.get("href") or "").strip()
        if ABSOLUTE.match(address):
            yield address


def named_addresses(tree: LexborHTMLParser) -> Iterator[str]:
    """Full addresses in the head of a page and in its structured data."""
    for node in tree.css("link[href], meta[content]"):
        address = node.attributes.get("href") or node.attributes.get("content") or ""
        if ABSOLUTE.match(address):
            yield address
    for node in tree.css('script[type="application/ld+json"]'):
        for match in QUOTED_ADDRESS.finditer(node.text()):
            yield match[1].replace("\\/", "/")


def is_own(address: str) -> bool:
    """Whether an address stays on this site: neither a scheme nor another host."""
    scheme = re.split(r"[/?#]", address, maxsplit=1)[0]
    return ":" not in scheme and not address.startswith("//")
