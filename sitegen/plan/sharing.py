"""Plain addresses by which a visitor passes a post on. Nothing of them is loaded: whoever does not click sends nothing.

Mastodon's own page asks for the visitor's server; what is shared stands behind the `#` and never reaches it
(https://blog.joinmastodon.org/2026/03/a-new-share-button). Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

import msgspec

from sitegen.settings.sharing import ShareWay

_ADDRESSES: Final[dict[ShareWay, str]] = {
    "mastodon": "https://share.joinmastodon.org/#text={title}%20{url}",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    "xing": "https://www.xing.com/spi/shares/new?url={url}",
    "whatsapp": "https://wa.me/?text={title}%20{url}",
    "email": "mailto:?subject={title}&body={url}",
}


class ShareLink(msgspec.Struct, frozen=True, kw_only=True):
    """One way to pass a post on."""

    way: str
    """`mastodon`, `linkedin`, `xing`, `whatsapp` or `email`; its name is `say("share_" ~ way)`."""
    url: str


def share_links(ways: Iterable[ShareWay], *, title: str, url: str) -> tuple[ShareLink, ...]:
    """The addresses for a post with `title` at the full address `url`."""
    parts = {"title": quote(title, safe=""), "url": quote(url, safe="")}
    return tuple(ShareLink(way=way, url=_ADDRESSES[way].format_map(parts)) for way in ways)
