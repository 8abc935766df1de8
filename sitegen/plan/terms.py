"""Categories, tags and authors as lists of posts.

Two spellings with one slug are one term; the first spelling in German order gives the name. Never renders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from sitegen.model.addresses import fill_pattern, with_base
from sitegen.model.entries import Author, Post
from sitegen.model.site import Taxonomy, Term
from sitegen.settings.settings import OFF
from sitegen.text.collation import sort_key
from sitegen.text.slugs import slugify


class TermPosts(msgspec.Struct, frozen=True, kw_only=True):
    """A term and its posts, newest first."""

    term: Term
    posts: tuple[Post, ...]

    @property
    def count(self) -> int:
        """How many posts it has."""
        return len(self.posts)


TermIndex = Mapping[str, TermPosts]
"""By slug, in German order of the names."""


def term_url(pattern: str, slug: str, base: str) -> str:
    """The address of a term's list, or the empty string where the site has none."""
    return "" if pattern == OFF else with_base(fill_pattern(pattern, slug=slug), base)


def index_terms(
    taxonomy: Taxonomy, posts: Collection[Post], *, names_of: Callable[[Post], Iterable[str]], pattern: str, base: str
) -> TermIndex:
    """Group posts by the slugs of their names.

    A post with two spellings of one name stands in its list once.
    """
    by_name: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for name in names_of(post):
            group = by_name[name]
            if not group or group[-1] is not post:  # who types a name twice has it once
                group.append(post)
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in by_name:
        spellings[slugify(name)].append(name)
    names = {slug: min(spelt, key=sort_key) for slug, spelt in spellings.items()}
    return {
        slug: TermPosts(
            term=Term(taxonomy=taxonomy, name=name, slug=slug, url=term_url(pattern, slug, base)),
            posts=tuple(by_name[name] if len(spellings[slug]) == 1 else _together(spellings[slug], posts, names_of)),
        )
        for slug, name in sorted(names.items(), key=lambda named: sort_key(named[1]))
    }


def _together(
    names: Collection[str], posts: Iterable[Post], names_of: Callable[[Post], Iterable[str]]
) -> Iterable[Post]:
    """The posts that have one of the `names`, in their order and each once."""
    return {post.id: post for post in posts if any(name in names for name in names_of(post))}.values()


def index_authors(authors: Iterable[Author], posts: Iterable[Post]) -> TermIndex:
    """The posts of every author, in the order of the authors given; whoever has a file is there even without posts.

    A link to an author must not die because the only post has expired.
    """
    by_slug: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        for slug in post.authors:
            by_slug[slug].append(post)
    return {
        author.slug: TermPosts(
            term=Term(taxonomy="author", name=author.title, slug=author.slug, url=author.url, summary=author.summary),
            posts=tuple(by_slug[author.slug]),
        )
        for author in authors
        if by_slug[author.slug] or author.source
    }
