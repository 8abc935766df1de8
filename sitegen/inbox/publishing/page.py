"""Looks at one page of a site for one string. Its address comes from the site's own manifest and must be of its host.

Redirects are followed within that host alone; a page is read up to a limit and for a limited time.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from sitegen.text.hosts import is_this_machine

if TYPE_CHECKING:
    import httpx

LARGEST: Final = 4 * 1024 * 1024
"""Bytes of a page that are looked through."""
_SECONDS: Final = 10.0
"""For each step of a connection …"""
_ALL_SECONDS: Final = 20.0
"""… and for a page altogether."""
_REDIRECTS: Final = 3


def page_holds(url: str, needle: str, *, home: str) -> bool:
    """Whether the page at `url` holds `needle`; False for whatever goes wrong, and for hosts other than `home`’s."""
    import httpx

    headers = {"Accept": "text/html", "Cache-Control": "no-cache", "User-Agent": "sitegen-inbox"}
    try:
        # No proxies and no .netrc of whoever runs the inbox: neither is meant for this.
        with httpx.Client(timeout=_SECONDS, headers=headers, trust_env=False) as client:
            return _holds(client, httpx.URL(url), needle.encode(), home=httpx.URL(home))
    except (httpx.HTTPError, httpx.InvalidURL):
        return False


def _holds(client: httpx.Client, url: httpx.URL, needle: bytes, *, home: httpx.URL) -> bool:
    for _ in range(_REDIRECTS + 1):
        if not _is_allowed(url, home):
            return False
        with client.stream("GET", url) as response:
            target = response.headers.get("location", "")
            if not response.is_redirect or not target:
                return response.is_success and _is_within(response, needle)
            url = url.join(target)
    return False


def _is_within(response: httpx.Response, needle: bytes) -> bool:
    until = time.monotonic() + _ALL_SECONDS
    page = b""
    for part in response.iter_bytes():
        page += part
        if needle in page[-len(part) - len(needle) :]:
            return True
        if len(page) > LARGEST or time.monotonic() > until:
            return False
    return False


def _is_allowed(url: httpx.URL, home: httpx.URL) -> bool:
    if (url.host, url.port) != (home.host, home.port):
        return False
    return url.scheme == "https" or (url.scheme == "http" and is_this_machine(url.host))
