"""Where a link of the old site leads from now on, seen from one of its texts: a file of ours, an address, or nowhere.

Pure. A link that would lead to „Seite nicht gefunden“ becomes words, and is told.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import Final, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from sitegen.importers.wordpress.layout import Layout, Place
from sitegen.importers.wordpress.media import Media, is_picture
from sitegen.importers.wordpress.naming import nicename
from sitegen.importers.wordpress.placing import host_of

_KEPT_SCHEMES: Final = frozenset({"mailto", "tel", "sms", "whatsapp", "skype", "xmpp", "geo", "ftp", "signal"})
_IDS: Final = ("p", "page_id", "attachment_id")
_TERMS: Final = {"category": "category", "kategorie": "category", "tag": "post_tag", "schlagwort": "post_tag"}
_MORE: Final = re.compile(r"more-\d+")
"""The place of „Weiterlesen“, which nobody typed."""
_FEED: Final = re.compile(r"(?:^|/)(?:feed|rss|rss2|atom|rdf)(?:/(?:rss|rss2|atom))?$")


class Led(NamedTuple):
    """Where a link leads."""

    target: str
    """As written in Markdown; empty for nowhere."""
    note: str = ""
    """Key of a sentence that says more than that it leads nowhere."""
    about: str = ""


class Links:
    """Knows every address of the old site that is a text, a file, a category, a tag or an author."""

    def __init__(self, layout: Layout, media: Media) -> None:
        self._layout, self._media = layout, media
        self._host = host_of(layout.channel.url)
        self._root = _path_of(layout.channel.url)
        self._by_path: dict[str, Place] = {}
        slugs = Counter(place.item.slug for place in layout.places.values() if place.item.slug)
        self._by_slug = {
            _folded(place.item.slug): place for place in layout.places.values() if slugs[place.item.slug] == 1
        }
        self._terms = {(term, _folded(slug)): known for (term, slug), known in layout.terms.items()}
        self._authors = {nicename(login): known for login, known in layout.authors.items()}
        self._pages_of_files = {
            _folded(file.item.slug): file for file in layout.files.values() if file.item.slug and is_picture(file)
        }
        for place in layout.places.values():
            link = place.item.link
            if link and "?" not in link:
                self._by_path.setdefault(self._below_root(_path_of(link)), place)

    def led(self, href: str, *, source: str) -> Led:
        """Where `href` leads from the file `source`."""
        typed = href.strip()
        typed = f"https://{typed}" if typed.lower().startswith("www.") else typed
        try:
            parts = urlsplit(typed)
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return Led("")
        if typed.startswith("#") or parts.scheme in _KEPT_SCHEMES:
            return Led(typed)
        if parts.scheme not in {"", "http", "https"}:
            return Led("")
        if self._media.upload_of(typed):
            return self._to_file(typed, source)
        if host and host != self._host:
            return Led(typed if parts.scheme else f"https:{typed}")
        return self._on_site(typed, source)

    def address(self, href: str) -> str:
        """The URL path that a link of the old site leads to, where no file can be named; empty for nowhere.

        Links to elsewhere come back as they are; to mailboxes there are none.
        """
        typed = href.strip()
        host = host_of(typed)
        if host != self._host or not host:
            return typed if typed.startswith(("http://", "https://")) else ""
        place = self._place_of(typed)
        if place is None:
            return "" if _path_of(typed) else self._layout.home_url
        return place.url if place.state == "published" else ""

    def _to_file(self, address: str, source: str) -> Led:
        file = self._media.meant(address)
        if file is None:
            return Led("")
        if is_picture(file):
            return Led(seen_from(source, file.path))
        return Led(file.url) if file.there else Led("", "file_missing", file.upload)

    def _on_site(self, address: str, source: str) -> Led:
        path = self._below_root(_path_of(address))
        place = self._place_of(address)
        if place is not None:
            led = self._to_place(place, source)
            anchor = unquote(urlsplit(address).fragment)
            is_lost = led.target and anchor and not _MORE.fullmatch(anchor)
            return Led(led.target, "anchor_dropped", f"{place.title} (#{anchor})") if is_lost else led
        if not path and not urlsplit(address).query:
            return Led(self._layout.home_url)
        if _FEED.search(path):
            return Led(f"{self._layout.home_url}feed.xml")
        led = self._to_list(path)
        return Led(seen_from(source, led.target)) if led.target.startswith("content/") else led

    def _place_of(self, address: str) -> Place | None:
        """The text that an address means; by the end of it alone, too, as long as no other text ends so."""
        parts = urlsplit(address)
        asked = parse_qs(parts.query)
        path = self._below_root(_path_of(address))
        place = next((self._by_id(asked[key][0]) for key in _IDS if key in asked), None) or self._by_path.get(path)
        if place is None and path and not parts.query:
            place = self._by_slug.get(path.rpartition("/")[2])
        return place

    def _by_id(self, item_id: str) -> Place | None:
        place = self._layout.places.get(item_id)
        file = self._layout.files.get(item_id)
        return place or (self._layout.places.get(file.item.parent) if file else None)

    def _to_place(self, place: Place, source: str) -> Led:
        if place.instead:
            return Led(seen_from(source, place.instead))
        if place.state == "published":
            return Led(seen_from(source, place.path))
        return Led("", "link_to_draft", place.title) if place.path else Led("")

    def _to_list(self, path: str) -> Led:
        """A category, a tag, an author, or the page that an attachment had below its text."""
        *folders, last = path.split("/")
        for folder in folders:
            known = self._terms.get((_TERMS.get(folder, folder), last))
            known = known or (self._authors.get(last) if folder == "author" else None)
            if known is not None:
                return Led(known.url)
        file = self._pages_of_files.get(last)
        return Led(file.path) if file else Led("")

    def _below_root(self, path: str) -> str:
        return path.removeprefix(self._root).strip("/") if self._root else path


def seen_from(source: str, path: str) -> str:
    """`content/blog/a.md`, `content/pictures/b.jpg` → `../pictures/b.jpg`."""
    return posixpath.relpath(path, posixpath.dirname(source) or ".")


def _path_of(url: str) -> str:
    try:
        return _folded(urlsplit(url).path).strip("/")
    except ValueError:
        return ""


def _folded(path: str) -> str:
    """Percent signs decoded, capitals alike: so WordPress finds its own addresses."""
    return unquote(path).casefold()
