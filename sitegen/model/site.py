"""The whole site as one frozen value: what is published now, and what is held back and why.

Made by `assemble`, read by `plan`. It never changes and knows nothing of output.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.model.comments.threads import Discussion
from sitegen.model.entries import Author, Page, Post, Service
from sitegen.model.visibility import Withheld
from sitegen.settings.settings import Settings
from sitegen.text.moments import Moment

Taxonomy = Literal["category", "tag", "author"]

Datum = str | int | float | bool | None | list["Datum"] | dict[str, "Datum"]
"""What a file below `content/data/` may hold."""


class Term(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One category or tag, or an author seen as a list of posts."""

    taxonomy: Taxonomy
    name: str
    slug: str
    url: str
    """URL path with base path; empty when the site has no page for it."""
    summary: str = ""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """Everything published at `now`; with `Showing.ALL` also what is `unpublished`."""

    settings: Settings
    now: Moment
    posts: tuple[Post, ...] = ()
    """Newest first; equal dates by id."""
    pages: tuple[Page, ...] = ()
    """By address."""
    services: tuple[Service, ...] = ()
    """By order, then title."""
    authors: tuple[Author, ...] = ()
    """By name, German order."""
    data: dict[str, Datum] = {}
    """Files below `content/data/` by name without ending."""
    comments: dict[str, Discussion] = {}
    """Id of a post → what was said about it."""
    withheld: tuple[Withheld, ...] = ()
    unpublished: dict[str, Withheld] = {}
    """What only `Showing.ALL` shows, by source: each with the reason why nobody else sees it yet."""
    expired: tuple[Post, ...] = ()
    """Posts that were published and are no more; whoever links to them is told, and time alone never stops a build."""
