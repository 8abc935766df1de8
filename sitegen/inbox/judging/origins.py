"""Where a form came from, by what browsers say about it. There are no cookies here, so nothing is at stake but spam.

Chromium and Firefox send `Origin: null` from a site whose Referrer-Policy is `no-referrer`: a person may well be behind
it, so that is a doubt and no refusal.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from urllib.parse import quote, urlsplit

from sitegen.inbox.config import InboxConfig, InboxSite
from sitegen.inbox.judging.evidence import OriginEvidence
from sitegen.model.inbox_manifest import InboxManifest

_NEAR: Final = frozenset({"same-origin", "same-site", "none"})
"""Values of Sec-Fetch-Site for a form of our own host, or of a neighbour of it."""


def origin_evidence(origin: str | None, fetch_site: str | None, *, own: Collection[str]) -> OriginEvidence:
    """What the headers Origin and Sec-Fetch-Site say (None where they are missing)."""
    if origin in own or fetch_site in _NEAR:
        return "own"
    if origin is None and fetch_site is None:
        return "unknown"
    return "hidden" if origin == "null" else "foreign"


def own_origins(config: InboxConfig, site: InboxSite, manifest: InboxManifest) -> frozenset[str]:
    """Origins from which forms of a site are sent: as the owner says, else the site's own; and the inbox's."""
    return frozenset(origin_of(url) for url in (config.address, *(site.origins or (manifest.url,))))


def origin_of(url: str) -> str:
    """`https://a.example/b` → `https://a.example`, as browsers write it."""
    parts = urlsplit(in_ascii(url))
    return f"{parts.scheme}://{parts.netloc}".lower()


def in_ascii(url: str) -> str:
    """The address with its domain as headers have it: `https://büro.example/ä` → `https://xn--bro-hoa.example/ä`."""
    parts = urlsplit(url)
    if parts.netloc.isascii():
        return url
    host, colon, port = parts.netloc.partition(":")
    return parts._replace(netloc=f"{_domain_in_ascii(host)}{colon}{port}").geturl()


def _domain_in_ascii(domain: str) -> str:
    import idna

    try:
        return idna.encode(domain, uts46=True).decode()
    except UnicodeError:  # no domain at all; a header has to be sent all the same
        return quote(domain)
