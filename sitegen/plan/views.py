"""What a layout sees of the page it renders. The public theme contract, together with `SiteView`.

Frozen values, made before anything is rendered; they hold nothing of other pages.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.model.body import Heading
from sitegen.model.entries import Author, Page, Post, Service
from sitegen.model.forms.form import FormSpec
from sitegen.model.site import Term
from sitegen.text.tone import Tone

Kind = Literal[
    "home",
    "page",
    "post",
    "service",
    "services",
    "blog",
    "term",
    "terms",
    "archive",
    "year",
    "search",
    "thanks",
    "error",
    "redirect",
]


class Crumb(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the breadcrumb."""

    title: str
    url: str


class Pagination(msgspec.Struct, frozen=True, kw_only=True):
    """Where a page stands in a list of several pages."""

    number: int
    """1-based."""
    total: int
    previous_url: str
    """Empty on the first page."""
    next_url: str
    """Empty on the last page."""


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """The page being rendered, as `page` in every layout."""

    kind: Kind
    url: str
    """URL path with base path."""
    title: str
    """Plain text, typeset; the heading of the page."""
    description: str
    tone: Tone
    search_title: str = ""
    """For search engines and the browser's tab; empty for the title."""
    entry: Post | Page | Service | Author | Term | None = None
    """What the page is about; a post for kind "post", a term for "term" …"""
    crumbs: tuple[Crumb, ...] = ()
    """From the home page down to the parent; the page itself is not among them."""
    pagination: Pagination | None = None
    noindex: bool = False
    year: int = 0
    """For kind "year"."""
    taxonomy: str = ""
    """For kind "terms": "category" or "tag"."""
    form: FormSpec | None = None
    """For kind "thanks": the form that has been sent."""
    target: str = ""
    """For kind "redirect": the URL path it leads to."""


class BodyView(msgspec.Struct, frozen=True, kw_only=True):
    """The rendered Markdown of the page, as `body` in every layout; empty for generated lists without a text."""

    html: str
    """Safe to print: it is marked as HTML already."""
    headings: tuple[Heading, ...] = ()
    has_ad: bool = False
