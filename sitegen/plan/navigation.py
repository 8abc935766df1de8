"""Navigation and footer: the owner's list of links, each with its address and whether the visitor stands there.

Addresses are resolved once a build; findings about dead entries are made where the settings are checked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sitegen.model.addresses import with_base
from sitegen.plan.references import normal
from sitegen.settings.link import Link


class NavigationItem(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a navigation list, seen from one page."""

    title: str
    url: str
    current: bool
    """The visitor is on this very page."""
    within: bool
    """The visitor is on a page below it."""


class ResolvedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link of the settings with its final address."""

    title: str
    url: str


def resolve_links(links: Sequence[Link], entry_urls: Mapping[str, str], base: str) -> tuple[ResolvedLink, ...]:
    """Addresses of `links`; `entry_urls` maps `content/…` file paths to URL paths. Unresolvable ones are left out."""
    resolved = ((link.title, link_url(link.page, entry_urls, base)) for link in links)
    return tuple(ResolvedLink(title=title, url=url) for title, url in resolved if url)


def link_url(page: str, entry_urls: Mapping[str, str], base: str) -> str:
    """The address behind `page`: a full address, a path from the root, or a file below `content/`; else empty.

    The keys of `entry_urls` are in NFC.
    """
    if "://" in page or page.startswith(("mailto:", "tel:")):
        return page
    if page.startswith("/"):
        return with_base(page, base)
    path, _, fragment = page.partition("#")
    url = entry_urls.get(normal(f"content/{path.removeprefix('content/')}"), "")
    return f"{url}#{fragment}" if url and fragment else url


class Menu:
    """A list of links as the pages of a site show it; most of them see the same, which is made once."""

    def __init__(self, links: Sequence[ResolvedLink], home: str) -> None:
        """Nothing but the home page itself lies within `home`."""
        self._links = links
        self._home = home
        self._addresses = tuple(link.url for link in links)
        self._seen: dict[str | tuple[str, ...], tuple[NavigationItem, ...]] = {}

    def seen_from(self, url: str) -> tuple[NavigationItem, ...]:
        """The links seen from the page at `url`."""
        near = tuple([address for address in self._addresses if url.startswith(address)])
        place = url if url in near else near  # what an item says follows from this alone
        items = self._seen.get(place)
        if items is None:
            items = self._seen[place] = tuple(self._item(link, url) for link in self._links)
        return items

    def _item(self, link: ResolvedLink, url: str) -> NavigationItem:
        return NavigationItem(
            title=link.title,
            url=link.url,
            current=link.url == url,
            within=link.url not in (url, self._home) and link.url.endswith("/") and url.startswith(link.url),
        )
