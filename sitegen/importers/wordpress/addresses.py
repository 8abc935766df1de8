"""Every address that a WordPress site answers, by the rules of WordPress, with what has taken its place. Pure.

Addresses are made from what the export knows (WordPress' rewrite rules since 3.0: permalinks, archives, feeds, pages of
lists, files, attachments, and the same by query), since nobody lists them. What else was seen, in texts or in an old
sitemap, is told apart by `OldSite.seen`. Nothing is left out: what has no place is lost for a reason.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from sitegen.importers.wordpress.layout import File, Known, Layout, Place
from sitegen.importers.wordpress.naming import nicename
from sitegen.importers.wordpress.records import Item, Term
from sitegen.importers.wordpress.seen import Meant, Unseen
from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.model.old_urls import OldUrl
from sitegen.settings.settings import Settings

BLOG: Final = "list:blog"
POSTS_FEED: Final = "/rss.xml"
COMMENTS_FEED: Final = "/kommentare.xml"
_ATOM: Final = "/feed.xml"
_SITEMAP: Final = "/sitemap.xml"
_FEEDS: Final = {"feed/": POSTS_FEED, "feed/rss/": POSTS_FEED, "feed/rss2/": POSTS_FEED, "feed/atom/": _ATOM}
_ASKED_FEEDS: Final = {"rss": POSTS_FEED, "rss2": POSTS_FEED, "rdf": POSTS_FEED, "atom": _ATOM}
_SITEMAPS: Final = ("wp-sitemap.xml", "sitemap_index.xml")
_DEEPEST: Final = 20
"""Terms above one another; an address with more fits nowhere."""
_PER_PAGE: Final = 5
"""Posts on a page of a list at the least: WordPress shows ten, and no export says whether that was changed."""
_SIZE: Final = re.compile(r'"([^"/\\]+-\d{1,5}x\d{1,5}\.[A-Za-z0-9]{2,5})"')
"""A size of a picture in what PHP has serialized of it."""
_BASES: Final = {"category": "category", "post_tag": "tag"}
_NUMBER: Final = re.compile(r"\d+")
_LONGEST: Final = 255
"""Bytes of a part of a path: where rules are pages, each part is the name of a folder."""
_DATE: Final = re.compile(r"\d{4}|\d{1,2}")


def old_urls(
    layout: Layout, settings: Settings, *, seen: Iterable[str] = (), discussed: bool = False
) -> tuple[OldUrl, ...]:
    """Every address of the old site, sorted, each once.

    `seen` are addresses that its texts and its sitemap lead to, whole or from the root; those of others are passed
    over. `discussed` says whether the new site has a feed of comments.
    """
    return OldSite(layout, settings, discussed=discussed).urls(seen)


class OldSite:
    """One site as it was."""

    def __init__(self, layout: Layout, settings: Settings, *, discussed: bool = False) -> None:
        self._layout = layout
        self._settings = settings
        self._base = base_path(settings.url)
        self._discussed = discussed
        self._public = [place for place in layout.places.values() if place.item.status == "publish"]
        self._posts = [place for place in self._public if place.item.type == "post"]
        self._home = _whole_path(_path_of(layout.channel.url)).rstrip("/")
        self._terms = {(term.taxonomy, term.slug): term for term in layout.channel.terms}
        self._is_plain = bool(self._posts) and not any(_is_pretty(place) for place in self._posts)
        self._front = f"{self._home}/{_front(self._posts, self._home, {slug for _, slug in layout.terms})}"
        self._known: dict[str, OldUrl] = {}

    def urls(self, seen: Iterable[str]) -> tuple[OldUrl, ...]:
        """Every address, sorted."""
        for address, target, reason in self._all():
            self._add(address, target, reason)
        host = _host_of(self._layout.channel.url)
        unseen = Unseen(self._known, self._home, self._by_slug())
        for address in seen:
            if _host_of(address) in {"", host} and (found := unseen.meant(_whole_path(address))):
                self._add(found.old, found.target, found.reason)
        return tuple(sorted(self._within(url) for url in self._known.values()))

    def _add(self, address: str, target: str, reason: str) -> None:
        """Only what leads somewhere takes the place of what is known."""
        known = self._known.get(address)
        if known is None or (target and not known.target):
            self._known[address] = OldUrl(old=address, target=target, reason="" if target else reason)

    def _within(self, url: OldUrl) -> OldUrl:
        """Seen from the root of the new site; what does not lie there, or fits on no disk, can have no rule."""
        if any(len(unquote(part).encode("utf-8", "replace")) > _LONGEST for part in url.old.split("/")):
            return OldUrl(old=url.old, reason="unknown")
        if not self._base:
            return url
        inside = url.old.startswith((f"{self._base}/", f"{self._base}?"))
        if not inside:
            return OldUrl(old=url.old, reason="outside")
        return OldUrl(old=url.old.removeprefix(self._base) or "/", target=url.target, reason=url.reason)

    # What there was

    def _all(self) -> Iterator[Meant]:
        yield from self._texts()
        yield from self._files()
        yield from self._lists_of_terms()
        yield from self._lists_of_authors()
        yield from self._lists_of_days()
        yield from self._pages(f"{self._front}", len(self._posts), BLOG)
        if self._front != f"{self._home}/":
            yield from self._pages(f"{self._home}/", len(self._posts), BLOG)
        yield from self._feeds()

    def _texts(self) -> Iterator[Meant]:
        """Permalinks, those of former slugs, feeds of comments, and numbers."""
        for place in self._public:
            item, target = place.item, place.path
            ways = [item.link] if item.link else []
            ways += [way for slug in item.meta.get("_wp_old_slug", "").split("\n") if (way := _renamed(place, slug))]
            for way in ways:
                path = _whole_path(way)
                yield path, target, "left_out"
                if item.type == "post" and "?" not in path:
                    yield f"{path.rstrip('/')}/feed/", target, "left_out"
            if _NUMBER.fullmatch(item.id):
                names = {"post": ("p",), "page": ("page_id", "p")}.get(item.type, ("p",))
                yield from ((f"{self._home}/?{name}={item.id}", target, "left_out") for name in names)

    def _files(self) -> Iterator[Meant]:
        """Files, their sizes, and the pages that WordPress makes of them."""
        for file in self._layout.files.values():
            target = self._target_of(file)
            reason = "" if target else "file_missing"
            for folder in self._folders_of(file):
                yield f"{folder}{quote(file.upload.rpartition('/')[2])}", target, reason
                for name in dict.fromkeys(_SIZE.findall(file.item.meta.get("_wp_attachment_metadata", ""))):
                    yield f"{folder}{quote(name)}", target, reason
            yield from self._pages_of_file(file.item, target, reason)
        for item in self._layout.nowhere:
            yield from self._pages_of_file(item, "", "file_missing")

    def _folders_of(self, file: File) -> Iterator[str]:
        """Where a file was: among the uploads, and wherever else the export says on this site."""
        if file.upload:
            folder = quote(file.upload.rpartition("/")[0])
            yield f"{self._home}/wp-content/uploads/{folder}/".replace("//", "/")
        address = file.item.attachment_url
        if _host_of(address) == _host_of(self._layout.channel.url) and "/wp-content/uploads/" not in address:
            yield f"{quote(unquote(_path_of(address)).rpartition('/')[0])}/"

    def _pages_of_file(self, item: Item, target: str, reason: str) -> Iterator[Meant]:
        above = self._layout.places.get(item.parent)
        shown_in = above.path if above and above.state == "published" else ""
        if item.link:
            yield _whole_path(item.link), shown_in or target, reason
        if _NUMBER.fullmatch(item.id):
            for name in ("attachment_id", "p"):
                yield f"{self._home}/?{name}={item.id}", shown_in or target, reason

    def _target_of(self, file: File) -> str:
        if not file.there:
            return ""
        return file.url.removeprefix(self._base) or file.path

    def _lists_of_terms(self) -> Iterator[Meant]:
        counts = Counter((term.taxonomy, term.slug) for place in self._posts for term in place.item.terms)
        for (taxonomy, slug), known in self._layout.terms.items():
            if not taxonomy:  # in an export that is broken there
                continue
            target, count = self._list_of(known), counts[taxonomy, slug]
            name, whole = _BASES.get(taxonomy, taxonomy), "/".join(self._above(taxonomy, slug))
            bases = dict.fromkeys((f"{self._front}{name}/", f"{self._home}/{name}/"))
            for path in dict.fromkeys(f"{base}{way}/" for base in bases for way in (slug, whole)):
                yield from self._list(path, target, count)
            yield from self._asked_term(taxonomy, slug, target)

    def _asked_term(self, taxonomy: str, slug: str, target: str) -> Iterator[Meant]:
        term = self._terms.get((taxonomy, slug))
        asked = {"category": f"cat={term.id}" if term and term.id else "", "post_tag": f"tag={slug}"}.get(taxonomy, "")
        if asked:
            yield f"{self._home}/?{asked}", target, ""
            yield f"{self._home}/?feed=rss2&{asked}", POSTS_FEED, ""

    def _above(self, taxonomy: str, slug: str) -> tuple[str, ...]:
        """The slugs of a term and of all above it, from the top; a circle ends where it closes."""
        chain: list[str] = []
        while slug and slug not in chain and len(chain) < _DEEPEST:
            chain.append(slug)
            term = self._terms.get((taxonomy, slug), Term(taxonomy=taxonomy, slug=slug))
            slug = term.parent
        return tuple(reversed(chain))

    def _list_of(self, known: Known) -> str:
        """Who lists it now, in words that outlive the address."""
        slug, links = known.url.rstrip("/").rpartition("/")[2], self._settings.permalinks
        for kind, pattern in (("category", links.category), ("tag", links.tag), ("author", links.author)):
            if known.url and known.url == with_base(fill_pattern(pattern, slug=slug), self._base):
                return f"{kind}:{slug}"
        return known.url.removeprefix(self._base) or BLOG

    def _lists_of_authors(self) -> Iterator[Meant]:
        counts = Counter(place.item.author for place in self._posts)
        numbers = {author.login: author.id for author in self._layout.channel.authors}
        logins = dict.fromkeys((*numbers, *counts))
        for login in filter(None, logins):
            target = self._list_of(self._layout.authors.get(login, Known(name=login)))
            yield from self._list(f"{self._front}author/{nicename(login) or quote(login)}/", target, counts[login])
            if numbers.get(login):
                yield f"{self._home}/?author={numbers[login]}", target, ""

    def _lists_of_days(self) -> Iterator[Meant]:
        days = Counter(day for place in self._posts if place.date for day in _days(f"{place.date:%Y/%m/%d}"))
        fronts = [self._front, f"{self._front}date/"] if self._front.endswith("/archives/") else [self._front]
        for day, count in days.items():
            target = f"year:{day[:4]}"
            for front in fronts:
                yield from self._list(f"{front}{day}/", target, count)
            yield f"{self._home}/?m={day.replace('/', '')}", target, ""

    def _list(self, path: str, target: str, count: int) -> Iterator[Meant]:
        """A list with its further pages and its feed."""
        if not self._is_plain:
            yield path, target, ""
            yield from self._pages(path, count, target)
            yield f"{path}feed/", POSTS_FEED, ""

    def _pages(self, path: str, count: int, target: str) -> Iterator[Meant]:
        for number in range(2, math.ceil(count / _PER_PAGE) + 1):
            if not self._is_plain:
                yield f"{path}page/{number}/", target, ""
            if path == f"{self._home}/":
                yield f"{path}?paged={number}", target, ""

    def _feeds(self) -> Iterator[Meant]:
        comments = COMMENTS_FEED if self._discussed else POSTS_FEED
        for front in dict.fromkeys((self._front, f"{self._home}/")):
            yield from ((f"{front}{way}", feed, "") for way, feed in _FEEDS.items())
            yield f"{front}comments/feed/", comments, ""
        yield from ((f"{self._home}/?feed={kind}", feed, "") for kind, feed in _ASKED_FEEDS.items())
        yield f"{self._home}/?feed=comments-rss2", comments, ""
        yield from ((f"{self._home}/{name}", _SITEMAP, "") for name in _SITEMAPS)

    def _by_slug(self) -> Mapping[str, str]:
        """Where the last part of a path leads if only one thing is called so; texts before lists."""
        found: dict[str, str] = {}
        for (_, slug), known in self._layout.terms.items():
            found[unquote(slug)] = self._list_of(known)
        for place in self._public:
            if place.path and place.item.slug:
                found[unquote(place.item.slug)] = place.path
        return found


def _front(posts: Iterable[Place], home: str, slugs: set[str]) -> str:
    """What stands before all that changes from post to post: `blog/`, `archives/`, `index.php/`; mostly empty."""
    found: list[list[str]] = []
    for place in posts:
        if _is_pretty(place):
            *parts, _ = _path_of(place.item.link).removeprefix(home).strip("/").split("/")
            found.append(list(takewhile(lambda part: not _DATE.fullmatch(part) and part not in slugs, parts)))
    shared = [parts[0] for parts in takewhile(lambda parts: len(set(parts)) == 1, zip(*found, strict=False))]
    return "".join(f"{part}/" for part in shared)


def _is_pretty(place: Place) -> bool:
    return bool(place.item.link) and "?" not in place.item.link


def _renamed(place: Place, slug: str) -> str:
    """The permalink that a text had under a former slug."""
    link = place.item.link
    head, found, tail = link.rpartition(place.item.slug) if place.item.slug else ("", "", "")
    return f"{head}{slug}{tail}" if slug and found and tail.strip("/") == "" else ""


def _days(day: str) -> tuple[str, str, str]:
    return day[:4], day[:7], day


def _path_of(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _host_of(address: str) -> str:
    """The host without `www.`; empty for an address from the root."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return "?"


def _whole_path(address: str) -> str:
    """Path and query of an address; servers take two slashes for one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = re.sub(r"/{2,}", "/", parts.path) or "/"
    return f"{path}?{parts.query}" if parts.query else path
