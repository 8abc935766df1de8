"""At which address the pages of a folder stand: as they say themselves, if they agree.

The canonical addresses of the pages, else the sitemap, else the host whose pages are these. Nothing is guessed: where
they disagree, or say nothing, full addresses are those of others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

_CANONICAL: Final = re.compile(r"<link\b[^>]{0,300}\brel\s*=\s*[\"']?canonical\b[^>]{0,600}>", re.IGNORECASE)
_OG_URL: Final = re.compile(r"<meta\b[^>]{0,100}\bproperty\s*=\s*[\"']?og:url\b[^>]{0,600}>", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\b(?:href|content)\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE)
_LOC: Final = re.compile(r"<loc>\s*(https?://[^<\s]+)\s*</loc>", re.IGNORECASE)
_ENOUGH: Final = 0.8
"""So large a part of the pages has to agree."""
_SEVERAL: Final = 2
"""So many pages of a folder are not at the same paths on somebody else's site by chance."""


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """Where a folder is published."""

    origin: str = ""
    """`https://www.example.org`; empty where nobody knows."""
    base: str = ""
    """`/blog` for a site below `/blog/`."""


def home_of(address: str) -> Home:
    """The home at a full address, as typed with `--url`."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return Home()
    if parts.scheme not in {"http", "https"} or not host:
        return Home()
    return Home(origin=f"{parts.scheme}://{parts.netloc}", base=parts.path.rstrip("/"))


def home_said(texts: Mapping[str, str], urls: Mapping[str, str]) -> Home:
    """The home that the pages name; `urls` are their URL paths by file."""
    homes = Counter(home for file, url in urls.items() for home in _of_page(texts.get(file, ""), url))
    if not homes:
        return _of_sitemap(texts.get("sitemap.xml", "")) or _of_links(texts, urls) or Home()
    (best, count), *_ = homes.most_common(1)
    return best if count >= _ENOUGH * homes.total() else Home()


def _of_sitemap(xml: str) -> Home | None:
    """The home of its shortest address, which is that of the first page."""
    listed = sorted(_LOC.findall(xml), key=len)
    homes = {home_of(address).origin for address in listed}
    return home_of(listed[0]) if len(homes) == 1 else None


def _of_links(texts: Mapping[str, str], urls: Mapping[str, str]) -> Home | None:
    """The one host on which the full addresses of the pages are those of the pages themselves."""
    asked = {address for file in urls for address in _ADDRESS.findall(texts.get(file, ""))}
    known = {path.rstrip("/") for path in urls.values()}
    paths: defaultdict[str, set[str]] = defaultdict(set)
    for address in asked:
        home = home_of(address)
        if home.origin:
            paths[home.origin].add(unquote(urlsplit(address).path).rstrip("/"))
    for origin, led_to in paths.items():
        found = (led_to & known) - {""}
        if len(found) >= _SEVERAL and len(found) * 2 >= len(known - {""}):
            return Home(origin=origin)
    return None


def _of_page(html: str, url: str) -> Iterator[Home]:
    """What a page says of itself."""
    tag = _CANONICAL.search(html) or _OG_URL.search(html)
    address = _ADDRESS.search(tag[0]) if tag else None
    home = home_of(address[1]) if address else Home()
    if not address or not home.origin:
        return
    path = unquote(urlsplit(address[1]).path) or "/"
    for ending in (url, url.rstrip("/"), url.removesuffix(".html")):
        if path.endswith(ending) and (ending or url == "/"):
            yield Home(origin=home.origin, base=path.removesuffix(ending).rstrip("/"))
            return
