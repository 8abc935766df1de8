"""What a WordPress export (WXR 1.0–1.2) says, as values: one Struct for each kind of element, every field as it stood.

Only what later rooms need is kept, so e-mail addresses, IPs and user agents of commenters are not even here. Nothing
is decoded, cleaned or judged yet: `slug` may hold `%c3%bc`, dates may be `0000-00-00 00:00:00`. Never reads a file.
"""

from __future__ import annotations

import msgspec


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """`wp:author`: someone who wrote."""

    login: str
    id: str = ""
    name: str = ""
    """`wp:author_display_name`."""
    first_name: str = ""
    last_name: str = ""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A category, tag or term of another taxonomy, as the head of the export lists it or an item names it."""

    taxonomy: str
    """`category`, `post_tag`, `post_format`, `nav_menu`, or what a plugin calls it."""
    slug: str
    """As it stood in addresses, percent signs and all."""
    name: str = ""
    parent: str = ""
    """The slug of the term above; empty for none."""
    description: str = ""
    id: str = ""


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """The head of the export: the site itself."""

    title: str = ""
    url: str = ""
    """Where the site was: `wp:base_blog_url`, else `link`."""
    description: str = ""
    language: str = ""
    version: str = ""
    """`wp:wxr_version`."""
    exported: str = ""
    """`pubDate` of the channel, RFC 822."""
    authors: tuple[Author, ...] = ()
    terms: tuple[Term, ...] = ()


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """`wp:comment`, without e-mail address, IP and user agent."""

    id: str
    parent: str = ""
    """The id of the comment that it answers; empty or `0` for none."""
    name: str = ""
    website: str = ""
    date: str = ""
    date_gmt: str = ""
    content: str = ""
    approved: str = ""
    """`1`, `0`, `spam`, `trash`, `post-trashed`; older exports write `approve` and `hold`."""
    type: str = ""
    """Empty or `comment`, `pingback`, `trackback`, or what a plugin calls it."""
    user: str = ""
    """`wp:comment_user_id`; empty or `0` for a visitor."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """`item`: a post, page, attachment, menu entry or anything else that WordPress keeps as a post."""

    id: str
    """`wp:post_id`; a number counted by us, in brackets, where the export has none."""
    type: str = "post"
    status: str = ""
    """`publish`, `draft`, `pending`, `future`, `private`, `inherit`, `trash`, `auto-draft`."""
    title: str = ""
    link: str = ""
    """The address it had, whole."""
    slug: str = ""
    """`wp:post_name`; empty for drafts."""
    author: str = ""
    """The login."""
    content: str = ""
    excerpt: str = ""
    date: str = ""
    """`wp:post_date`: `2019-03-01 09:30:00`, the site's own time."""
    date_gmt: str = ""
    modified: str = ""
    published: str = ""
    """`pubDate`, RFC 822."""
    parent: str = ""
    """The id of the item above; `0` for none."""
    order: int = 0
    password: str = ""
    sticky: bool = False
    comments_open: bool = True
    terms: tuple[Term, ...] = ()
    meta: dict[str, str] = msgspec.field(default_factory=dict)
    """`wp:postmeta` by key, for the keys in `fields.META` alone; the first of several stands."""
    fields: tuple[str, ...] = ()
    """The names of other fields in which the owner's words seem to stand."""
    builder: str = ""
    """The page builder that keeps the page beside its text; empty for none."""
    attachment_url: str = ""
    comments: tuple[Comment, ...] = ()
    line: int = 0
    """Where it begins in the export."""
