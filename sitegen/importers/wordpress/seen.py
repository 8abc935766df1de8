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
_ASKED: Final = re.compile(r"(?:p|page_id|attachment_id|cat|tag|author|m|feed|paged|post_type|taxonomy)=")
"""What WordPress shows another page for."""
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
        path, _, asked = address.partition("?")
        at_home = path.rstrip("/") in {self._home, f"{self._home}/index.php"}
        if not at_home:
            # Whoever asks for something at a page is answered by the page (`?replytocom=5`, `?utm_source=…`).
            return self.meant(path) if asked else self._of(path, *self._target(path))
        pairs = asked.split("&")
        if any(f"{self._home}/?{pair}" in self._known for pair in pairs):
            return None
        return self._of(address, "", "unknown") if any(_ASKED.match(pair) for pair in pairs) else None

    def _of(self, address: str, target: str, reason: str) -> OldUrl:
        return OldUrl(old=address, target=target, reason="" if target else reason)

    def _target(self, path: str) -> tuple[str, str]:
        if _TECHNICAL.search(path):
            return "", "technical"
        if _UPLOADS in path:
            return self._like(original(path)) or ("", "file_missing")
        if _SITEMAP.search(path.rpartition("/")[2]):
            return "/sitemap.xml", ""
        return self._like(path) or self._of_a_day(path) or self._shortened(path)

    def _like(self, path: str) -> tuple[str, str] | None:
        known = self._by_path.get(_plain(path))
        return (known.target, known.reason) if known else None

    def _of_a_day(self, path: str) -> tuple[str, str] | None:
        day = _DAY.search(path)
        return (f"year:{day[1]}", "") if day else None

    def _shortened(self, path: str) -> tuple[str, str]:
        """Without what was added to it; at last by its last part alone."""
        shorter = _ADDED.sub("", path)
        if shorter != path:
            return self._target(shorter) if shorter.strip("/") else ("list:blog", "")
        return self._by_slug.get(unquote(path.rstrip("/").rpartition("/")[2]), ""), "unknown"


def _plain(address: str) -> str:
    """As it is compared: decoded, in small letters, without the last slash."""
    return unquote(address).rstrip("/").lower()
