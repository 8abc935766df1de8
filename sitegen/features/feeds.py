"""The newest posts as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, with their full text.

Advertising posts are marked in their title, since a feed reader shows nothing else of the page. Dates of change come
from the front matter, never from the clock: the same site gives the same feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec

from sitegen.about import VERSION
from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.features.xml_lines import XmlLines
from sitegen.model.entries import Post
from sitegen.model.post import DEFAULT_AD
from sitegen.model.site import Site
from sitegen.render.pictures import without_sources
from sitegen.text.hyphens import SOFT
from sitegen.text.moments import Moment, rfc2822, rfc3339
from sitegen.text.patterns import later

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
            html=for_readers(site.bodies.get(post.source, ""), root=ask.absolute("/"), page=url),
            changed=post.updated or post.date,
        )


@lru_cache(maxsize=256)  # of the posts in one feed: all three hold the same
def for_readers(html: str, *, root: str, page: str) -> str:
    """A body as a feed reader can show it."""
    return with_full_addresses(plain(html).replace(SOFT, ""), root=root, page=page)


def plain(html: str) -> str:
    """A body without what only a browser can make something of."""
    from sitegen.render.embeds import without_embeds

    return without_sources(without_embeds(html))


def with_full_addresses(html: str, *, root: str, page: str) -> str:
    """Addresses from the root and anchors of the page made complete, as a feed reader needs them."""

    def complete(match: re.Match[str]) -> str:
        tag = match[0]
        if 'srcset="' in tag:
            tag = _SIZES().sub(lambda sizes: _OF_A_SIZE().sub(root, sizes[0]), tag)
        if '="/' in tag:
            tag = _ROOT_ADDRESS().sub(rf'\1="{root}', tag)
        return _ANCHOR().sub(f'href="{page}#', tag) if '="#' in tag else tag

    return _TAG().sub(complete, html)


def last_change(entries: list[FeedItem]) -> Moment | None:
    """When anything in the feed changed last."""
    return max((item.changed for item in entries), key=lambda moment: moment.instant, default=None)


def atom(site: Finished) -> bytes:
    """The Atom feed."""
    xml, ask, entries = XmlLines(), site.questions, list(items(site))
    home = ask.absolute(ask.home)
    with xml.element("feed", **{"xmlns": ATOM, "xml:lang": ask.language}):
        xml.leaf("id", home)
        xml.leaf("title", ask.title)
        if ask.description:
            xml.leaf("subtitle", ask.description)
        xml.leaf("link", rel="alternate", type="text/html", href=home)
        xml.leaf("link", rel="self", type="application/atom+xml", href=ask.absolute(ask.url(f"/{ATOM_FILE}")))
        changed = last_change(entries)
        xml.leaf("updated", rfc3339(changed) if changed else NEVER)
        xml.leaf("generator", "sitegen", version=VERSION)
        for item in entries:
            with xml.element("entry"):
                atom_entry(xml, item, site)
    return xml.encoded()


def atom_entry(xml: XmlLines, item: FeedItem, site: Finished) -> None:
    """What one entry of the Atom feed holds."""
    ask, post = site.questions, item.post
    xml.leaf("id", item.url)
    xml.leaf("title", item.title)
    xml.leaf("link", rel="alternate", type="text/html", href=item.url)
    xml.leaf("published", rfc3339(post.date))
    xml.leaf("updated", rfc3339(item.changed))
    for name in author_names(item, site):
        with xml.element("author"):
            xml.leaf("name", name)
    for term in (ask.category(post), *ask.tags(post)):
        if term:
            xml.leaf("category", term=term.slug, label=term.name)
    if post.summary:
        xml.leaf("summary", post.summary)
    xml.leaf("content", item.html, type="html")


def author_names(item: FeedItem, site: Finished) -> tuple[str, ...]:
    """Who wrote it; the site itself when nobody is named (RFC 4287, 4.1.2 asks for an author)."""
    return tuple(author.title for author in site.questions.authors(item.post)) or (site.questions.title,)


def rss(site: Finished) -> bytes:
    """The RSS feed."""
    xml, ask, entries = XmlLines(), site.questions, list(items(site))
    names = {"xmlns:atom": ATOM, "xmlns:dc": "http://purl.org/dc/elements/1.1/"}
    with xml.element("rss", version="2.0", **names), xml.element("channel"):
        xml.leaf("title", ask.title)
        xml.leaf("link", ask.absolute(ask.home))
        xml.leaf("description", ask.description or ask.tagline or ask.title)
        xml.leaf("language", ask.language.lower())
        own = ask.absolute(ask.url(f"/{RSS_FILE}"))
        xml.leaf("atom:link", rel="self", type="application/rss+xml", href=own)
        changed = last_change(entries)
        if changed:
            xml.leaf("lastBuildDate", rfc2822(changed))
        for item in entries:
            with xml.element("item"):
                rss_item(xml, item, site)
    return xml.encoded()


def rss_item(xml: XmlLines, item: FeedItem, site: Finished) -> None:
    """What one item of the RSS feed holds."""
    xml.leaf("title", item.title)
    xml.leaf("link", item.url)
    xml.leaf("guid", item.url, isPermaLink="true")
    xml.leaf("pubDate", rfc2822(item.post.date))
    for name in author_names(item, site):
        xml.leaf("dc:creator", name)
    for term in (site.questions.category(item.post), *site.questions.tags(item.post)):
        if term:
            xml.leaf("category", term.name)
    xml.leaf("description", item.html or item.post.summary)


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
