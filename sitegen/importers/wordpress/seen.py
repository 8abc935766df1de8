"""What an address of the old site meant that no rule has made: one from an old sitemap, or that a text led to. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from sitegen.importers.wordpress.media import original
from sitegen.model.old_urls import OldUrl

Meant = tuple[str, str, str]
"""Address, target, and the reason where there is none."""

_TECHNICAL: Final = re.compile(
    r"/(?:wp-admin|wp-includes|wp-json|wp-content/(?:themes|plugins|cache))(?:/|\Z)|/(?:wp-[a-z-]+|xmlrpc)\.php\Z"
)
_ADDED: Final = re.compile(
    r"(?:/feed(?:/(?:rss2?|atom|rdf))?|/comment-page-\d+|/page/\d+|/embed|/amp|/trackback|/\d{1,2})/?\Z"
)
"""What WordPress and its plugins put behind the address of a text or a list."""
_DAY: Final = re.compile(r"/(\d{4})(?:/\d{2}(?:/\d{2})?)?/?\Z")
_SITEMAP: Final = re.compile(r"sitemap[\w-]*\.xml(?:\.gz)?\Z|\Asitemap|-sitemap\d*\.xml\Z")
_UPLOADS: Final = "/wp-content/uploads/"


class Unseen:
    """Tells addresses apart by those that are known."""

    def __init__(self, known: Mapping[str, OldUrl], home: str, by_slug: Mapping[str, str]) -> None:
        self._home = home
        self._by_slug = by_slug
        self._known = known
        self._by_path = {_plain(address): url for address, url in known.items()}

    def meant(self, address: str) -> OldUrl | None:
        """The address with what has taken its place; None for one that is known, and for none at all."""
        if not address.startswith("/") or address in self._known or _plain(address) in self._by_path:
            return None
        path, asked, _ = address.partition("?")
        if asked and path.rstrip("/") not in {self._home, f"{self._home}/index.php"}:
            # Whoever asks for something at a page is answered by the page (`?replytocom=5`, `?utm_source=…`).
            return self.meant(path)
        if path.rstrip("/") == self._home and not asked:
            return None
        target, reason = ("", "unknown") if asked else self._target(path)
        return OldUrl(old=address, target=target, reason="" if target else reason)

    def _target(self, path: str) -> tuple[str, str]:
        if _TECHNICAL.search(path):
            return "", "technical"
        if _UPLOADS in path:
            known = self._by_path.get(_plain(original(path)))
            return (known.target, known.reason) if known else ("", "file_missing")
        if _SITEMAP.search(path.rpartition("/")[2]):
            return "/sitemap.xml", ""
        known = self._by_path.get(_plain(path))
        if known:
            return known.target, known.reason
        if day := _DAY.search(path):
            return f"year:{day[1]}", ""
        shorter = _ADDED.sub("", path)
        if shorter != path:
            return self._target(shorter) if shorter.strip("/") else ("list:blog", "")
        target = self._by_slug.get(unquote(path.rstrip("/").rpartition("/")[2]), "")
        return target, "unknown"


def _plain(address: str) -> str:
    """As it is compared: decoded, in small letters, without the last slash."""
    return unquote(address).rstrip("/").lower()
