"""Comments as Atom (RFC 4287): for each post that has any, and for the whole site.

Dates come from the comments, never from the clock: the same site gives the same feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

import msgspec

from sitegen.about import VERSION
from sitegen.features.feature import Contribution, Feature, Finished
from sitegen.features.feeds import ATOM
from sitegen.features.xml_lines import XmlLines
from sitegen.model.addresses import base_path, output_path
from sitegen.model.entries import Post
from sitegen.model.site import Site
from sitegen.plan.comments import FEED_NAME, CommentView, said_about, shown_comments
from sitegen.text.moments import rfc3339
from sitegen.text.wording import say

NEWEST: Final = 50
"""Comments in a feed."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One comment and the post it is about."""

    post: Post
    comment: CommentView


def contributions(site: Site) -> tuple[Contribution, ...]:
    """A feed for each post with comments, and one for all of them."""
    posts = tuple(post for post in site.posts if shown_comments(said_about(post, site))) if site.comments else ()
    if not posts:
        return ()
    base = base_path(site.settings.url)
    return (
        Contribution(output=FEED_NAME, make=partial(feed_of_site, posts=posts)),
        *(
            Contribution(output=output_path(f"{post.url}{FEED_NAME}", base), make=partial(feed_of_post, post=post))
            for post in posts
        ),
    )


FEATURE: Final = Feature(name="Feed der Kommentare", contributions=contributions)


def feed_of_post(site: Finished, *, post: Post) -> bytes:
    """What was said about one post."""
    title = sentence(site, "comments_feed_title", title=post.title)
    return feed(site, title, post.url, said_below(site, (post,)))


def feed_of_site(site: Finished, *, posts: Iterable[Post]) -> bytes:
    """What was said anywhere."""
    title = sentence(site, "comments_feed_of_site", site=site.questions.title)
    return feed(site, title, site.questions.home, said_below(site, posts))


def said_below(site: Finished, posts: Iterable[Post]) -> list[Said]:
    """The newest comments on these posts, the newest first."""
    found = [
        Said(post=post, comment=comment)
        for post in posts
        for comment in flattened(site.questions.discussion(post).threads)
        if not comment.deleted
    ]
    found.sort(key=lambda said: (said.comment.date.at, said.comment.id), reverse=True)
    return found[:NEWEST]


def flattened(comments: Iterable[CommentView]) -> Iterator[CommentView]:
    """Comments with all their answers."""
    for comment in comments:
        yield comment
        yield from flattened(comment.answers)


def feed(site: Finished, title: str, page: str, entries: list[Said]) -> bytes:
    """The file for the page at a URL path, which the feed belongs to."""
    xml, ask = XmlLines(), site.questions
    address = ask.absolute(page)
    with xml.element("feed", **{"xmlns": ATOM, "xml:lang": ask.language}):
        xml.leaf("id", f"{address}{FEED_NAME}")
        xml.leaf("title", title)
        xml.leaf("link", rel="alternate", type="text/html", href=address)
        xml.leaf("link", rel="self", type="application/atom+xml", href=f"{address}{FEED_NAME}")
        xml.leaf("updated", rfc3339(entries[0].comment.date))
        xml.leaf("generator", "sitegen", version=VERSION)
        for said in entries:
            with xml.element("entry"):
                entry_of(xml, said, site)
    return xml.encoded()


def entry_of(xml: XmlLines, said: Said, site: Finished) -> None:
    """What an entry holds of one comment."""
    comment = said.comment
    name = comment.name or sentence(site, "comment_nameless")
    address = site.questions.absolute(f"{said.post.url}#{comment.anchor}")
    xml.leaf("id", address)
    xml.leaf("title", sentence(site, "comment_feed_item", name=name, title=said.post.title))
    xml.leaf("link", rel="alternate", type="text/html", href=address)
    xml.leaf("published", rfc3339(comment.date))
    xml.leaf("updated", rfc3339(comment.date))
    with xml.element("author"):
        xml.leaf("name", name)
        if comment.website:
            xml.leaf("uri", comment.website)
    xml.leaf("content", str(comment.html), type="html")


def sentence(finished: Finished, key: str, **facts: str) -> str:
    """A sentence in the tone of the site."""
    return say(key, finished.settings.tone, dict(facts))
