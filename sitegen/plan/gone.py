"""Addresses that were answered until a post expired: its own, and those of lists that nothing else stands on.

A link to one of them is what time has done to a text that was right, so it never stops a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.model.entries import Post
from sitegen.model.site import Site
from sitegen.plan.terms import term_url
from sitegen.settings.settings import OFF, Permalinks
from sitegen.text.slugs import slugify

LISTS = ("blog", "categories", "tags", "archive")


def addresses_gone(site: Site) -> frozenset[str]:
    """URL paths with base path, percent-decoded; some of them may still be answered by somebody else."""
    base = base_path(site.settings.url)
    return frozenset(unquote(url) for post in site.expired for url in _addresses(post, site.settings.permalinks, base))


def _addresses(post: Post, patterns: Permalinks, base: str) -> Iterator[str]:
    yield post.url
    yield from post.aliases
    names = ((patterns.category, post.category), *((patterns.tag, tag) for tag in post.tags))
    yield from (term_url(pattern, slugify(name), base) for pattern, name in names if name)
    if patterns.year != OFF:
        yield with_base(fill_pattern(patterns.year, year=post.date.year), base)
    for name in LISTS:
        pattern = str(getattr(patterns, name))
        if pattern != OFF:
            yield with_base(fill_pattern(pattern), base)
