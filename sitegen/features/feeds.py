"""The newest posts as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with their full text.

Advertising posts are marked in their title, since a feed reader shows nothing else of the page. Dates of change come
from the front matter, never from the clock: the same site gives the same feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from sitegen.about import VERSION
from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.model.entries import Post
from sitegen.model.post import DEFAULT_AD
from sitegen.model.site import Site
from sitegen.render.pictures import without_sources
from sitegen.text.hyphens import SOFT
from sitegen.text.moments import Moment, rfc2822, rfc3339
from sitegen.text.patterns import later

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

ATOM: Final = "http://www.w3.org/2005/Atom"
ATOM_FILE: Final = "feed.xml"
RSS_FILE: Final = "rss.xml"
JSON_FILE: Final = "feed.json"
NEVER: Final = "1970-01-01T00:00:00Z"
"""When a feed without posts changed last; Atom asks for an instant, and the clock would make every build differ."""

_TAG: Final = later(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
"""Addresses are looked for in tags alone: code that shows HTML stays as it is."""
_ROOT_ADDRESS: Final = later(r'\b(href|src|poster)="/(?!/)')
_SIZES: Final = later(r'\bsrcset="[^"]*')
_OF_A_SIZE: Final = later(r'(?<=["\s,])/(?!/)')
_ANCHOR: Final = later(r'\bhref="#')


def contributions(_site: Site) -> tuple[Contribution, ...]:
    """The three files."""
    return (
        Contribution(output=ATOM_FILE, make=atom),
        Contribution(output=RSS_FILE, make=rss),
        Contribution(output=JSON_FILE, make=json_feed),
    )


FEATURE: Final = Feature(name="Feed", contributions=contributions)


class FeedItem(msgspec.Struct, frozen=True, kw_only=True):
    """One post as every format needs it."""

    post: Post
    title: str
    url: str
    html: str
    changed: Moment


def items(site: Finished) -> Iterator[FeedItem]:
    """The newest posts with full addresses in their text."""
    ask = site.questions
    for post in ask.latest(site.settings.blog.feed_size):
        url = ask.absolute(post.url)
        yield FeedItem(
            post=post,
            title=f"{DEFAULT_AD}: {post.title}" if post.ad else post.title,
            url=url,
            html=with_full_addresses(
                plain(site.bodies.get(post.source, "")).replace(SOFT, ""), root=ask.absolute("/"), page=url
            ),
            changed=post.updated or post.date,
        )


def plain(html: str) -> str:
    """A body without what only a browser can make something of."""
    from sitegen.render.embeds import without_embeds

    return without_sources(without_embeds(html))


def with_full_addresses(html: str, *, root: str, page: str) -> str:
    """Addresses from the root and anchors of the page made complete, as a feed reader needs them."""

    def complete(tag: re.Match[str]) -> str:
        if "=" not in tag[0]:
            return tag[0]
        with_sizes = _SIZES().sub(lambda sizes: _OF_A_SIZE().sub(root, sizes[0]), tag[0])
        return _ANCHOR().sub(f'href="{page}#', _ROOT_ADDRESS().sub(rf'\1="{root}', with_sizes))

    return _TAG().sub(complete, html)


def last_change(entries: list[FeedItem]) -> Moment | None:
    """When anything in the feed changed last."""
    return max((item.changed for item in entries), key=lambda moment: moment.at, default=None)


def child(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Append an element."""
    from xml.etree import ElementTree as ET

    element = ET.SubElement(parent, tag, attributes)
    if text:
        element.text = text
    return element


def document(root: ET.Element) -> bytes:
    """An XML file, indented."""
    from xml.etree import ElementTree as ET

    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def atom(site: Finished) -> bytes:
    """The Atom feed."""
    from xml.etree import ElementTree as ET

    ask, entries = site.questions, list(items(site))
    home = ask.absolute(ask.home)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": ask.language})
    child(feed, "id", home)
    child(feed, "title", ask.title)
    if ask.description:
        child(feed, "subtitle", ask.description)
    child(feed, "link", rel="alternate", type="text/html", href=home)
    child(feed, "link", rel="self", type="application/atom+xml", href=ask.absolute(ask.url(f"/{ATOM_FILE}")))
    changed = last_change(entries)
    child(feed, "updated", rfc3339(changed) if changed else NEVER)
    child(feed, "generator", "sitegen", version=VERSION)
    for item in entries:
        atom_entry(feed, item, site)
    return document(feed)


def atom_entry(feed: ET.Element, item: FeedItem, site: Finished) -> None:
    """One entry of the Atom feed."""
    ask, post = site.questions, item.post
    entry = child(feed, "entry")
    child(entry, "id", item.url)
    child(entry, "title", item.title)
    child(entry, "link", rel="alternate", type="text/html", href=item.url)
    child(entry, "published", rfc3339(post.date))
    child(entry, "updated", rfc3339(item.changed))
    for name in author_names(item, site):
        child(child(entry, "author"), "name", name)
    for term in (ask.category(post), *ask.tags(post)):
        if term:
            child(entry, "category", term=term.slug, label=term.name)
    if post.summary:
        child(entry, "summary", post.summary)
    child(entry, "content", item.html, type="html")


def author_names(item: FeedItem, site: Finished) -> tuple[str, ...]:
    """Who wrote it; the site itself when nobody is named (RFC 4287, 4.1.2 asks for an author)."""
    return tuple(author.title for author in site.questions.authors(item.post)) or (site.questions.title,)


def rss(site: Finished) -> bytes:
    """The RSS feed."""
    from xml.etree import ElementTree as ET

    ask, entries = site.questions, list(items(site))
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": ATOM, "xmlns:dc": "http://purl.org/dc/elements/1.1/"})
    channel = child(root, "channel")
    child(channel, "title", ask.title)
    child(channel, "link", ask.absolute(ask.home))
    child(channel, "description", ask.description or ask.tagline or ask.title)
    child(channel, "language", ask.language.lower())
    own = ask.absolute(ask.url(f"/{RSS_FILE}"))
    child(channel, "atom:link", rel="self", type="application/rss+xml", href=own)
    changed = last_change(entries)
    if changed:
        child(channel, "lastBuildDate", rfc2822(changed))
    for item in entries:
        entry = child(channel, "item")
        child(entry, "title", item.title)
        child(entry, "link", item.url)
        child(entry, "guid", item.url, isPermaLink="true")
        child(entry, "pubDate", rfc2822(item.post.date))
        for name in author_names(item, site):
            child(entry, "dc:creator", name)
        for term in (ask.category(item.post), *ask.tags(item.post)):
            if term:
                child(entry, "category", term.name)
        child(entry, "description", item.html or item.post.summary)
    return document(root)


def json_feed(site: Finished) -> bytes:
    """The JSON feed."""
    ask = site.questions
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": ask.title,
        "description": ask.description,
        "home_page_url": ask.absolute(ask.home),
        "feed_url": ask.absolute(ask.url(f"/{JSON_FILE}")),
        "language": ask.language,
        "items": [json_item(item, site) for item in items(site)],
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=2) + b"\n"


def json_item(item: FeedItem, site: Finished) -> dict[str, object]:
    """One entry of the JSON feed."""
    entry: dict[str, object] = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "summary": item.post.summary,
        "date_published": rfc3339(item.post.date),
        "authors": [{"name": name} for name in author_names(item, site)],
        "tags": [term.name for term in site.questions.tags(item.post)],
    }
    if item.post.updated:
        entry["date_modified"] = rfc3339(item.post.updated)
    return entry
