"""Which finished pages are the Impressum and the privacy page, and which pages do not lead there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.page_law import LegalKind


class LegalPages(msgspec.Struct, frozen=True, kw_only=True):
    """The pages of a site by what they are; a page may be several things."""

    imprint: FinishedPage | None
    privacy: FinishedPage | None
    others: tuple[FinishedPage, ...] = ()
    """Terms and the like."""

    @property
    def all(self) -> tuple[FinishedPage, ...]:
        """Each page once."""
        found = (self.imprint, self.privacy, *self.others)
        return tuple({page.url: page for page in found if page}.values())


def legal_pages(pages: Sequence[FinishedPage], sources: Callable[[LegalKind], Iterable[str]]) -> LegalPages:
    """The legal pages among `pages`; `sources` says which texts show one that is made from settings."""
    return LegalPages(
        imprint=_page(pages, "imprint", frozenset(sources("imprint"))),
        privacy=_page(pages, "privacy", frozenset(sources("privacy"))),
        others=tuple(page for page in pages if is_legal(page, "terms")),
    )


def is_legal(page: FinishedPage, kind: LegalKind | None = None) -> bool:
    """Whether a page is a legal one, going by its main heading; a post never is."""
    legal = page.facts.law.legal
    return legal is not None and page.kind != "post" and (kind is None or kind in legal.kinds)


def addresses_to(page: FinishedPage, kind: LegalKind) -> tuple[str, ...]:
    """Where the links of a page lead that call themselves Impressum or Datenschutz."""
    law = page.facts.law
    return law.to_imprint if kind == "imprint" else law.to_privacy


def way_elsewhere(pages: Iterable[FinishedPage], kind: LegalKind, site: FinishedSite) -> str:
    """Where links that call themselves so lead: a page of another name, a file of the owner, another website."""
    led_to = Counter(
        led
        for page in pages
        for address in addresses_to(page, kind)
        if (led := _led_to(address, page.url, site.origin)) in site.answered or led.startswith("http")
    )
    return led_to.most_common(1)[0][0] if led_to else ""


def without_way(
    pages: Iterable[FinishedPage], wanted: str, *, kind: LegalKind, origin: str
) -> tuple[FinishedPage, ...]:
    """The pages that do not lead to `wanted` by a link that says so; those that only lead on need not.

    `wanted` is a path, percent-decoded, or the whole address on another website.
    """
    known: dict[tuple[str, ...], bool] = {}

    def leads_there(page: FinishedPage) -> bool:
        """Asked once for links that lead to the same from wherever they are: most pages have those of their frame."""
        addresses = addresses_to(page, kind)
        if addresses in known:
            return known[addresses]
        leads = any(_led_to(address, page.url, origin) == wanted for address in addresses)
        if all(address.startswith("/") for address in addresses):
            known[addresses] = leads
        return leads

    return tuple(
        page for page in pages if page.facts.law.is_page and not leads_there(page) and unquote(page.url) != wanted
    )


def _led_to(address: str, url: str, origin: str) -> str:
    """The path on the site itself, else the whole address without its anchor."""
    return path_of(address, url, origin) or (urldefrag(address).url if address.lower().startswith("http") else "")


def path_of(address: str, url: str, origin: str) -> str:
    """The path that an address on the page `url` leads to, percent-decoded; empty for another site."""
    try:
        parts = urlsplit(urljoin(f"{origin}{url}", address))
    except ValueError:
        return ""
    if origin and f"{parts.scheme}://{parts.netloc}" != origin:
        return ""
    return unquote(parts.path).removesuffix("index.html")


def _page(pages: Sequence[FinishedPage], kind: LegalKind, made: frozenset[str]) -> FinishedPage | None:
    """The one that is made from settings, else the one that is called so, the one most pages lead to first."""
    for page in pages:
        if page.source and page.source in made:
            return page
    named = [page for page in pages if is_legal(page, kind)]
    if len(named) < 2:  # noqa: PLR2004 - one of them needs no choice
        return named[0] if named else None
    led_to = Counter(address for page in pages for address in addresses_to(page, kind))
    return max(named, key=lambda page: led_to[page.url])
