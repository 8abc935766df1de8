"""From single entries to the frozen site: what is published at an instant, who wrote it, and what contradicts itself.

The only place that decides whether an entry is published. It reads no file and knows no output.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Literal, TypeVar

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.author import author_from_name
from sitegen.model.entries import Author, Entry, Page, Post, Service
from sitegen.model.made import EntryOptions
from sitegen.model.published import owner_of
from sitegen.model.site import Datum, Site
from sitegen.model.visibility import Showing, Withheld
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.collation import sort_key
from sitegen.text.moments import Moment
from sitegen.text.slugs import slugify

E = TypeVar("E", bound=Entry)


class Entries(msgspec.Struct, frozen=True, kw_only=True):
    """All entries of a site, published or not, in the order of their files."""

    posts: tuple[Post, ...] = ()
    pages: tuple[Page, ...] = ()
    services: tuple[Service, ...] = ()
    authors: tuple[Author, ...] = ()


class Assembled(msgspec.Struct, frozen=True, kw_only=True):
    """The site and what is to be said about its entries taken together."""

    site: Site
    findings: tuple[Diagnostic, ...]


def assemble(
    entries: Entries,
    settings: Settings,
    *,
    options: EntryOptions,
    data: Mapping[str, Datum],
    now: Moment,
    where: Whereabouts,
    showing: Showing = Showing.PUBLISHED,
) -> Assembled:
    """The site as of `now`; `where` gives the places of findings."""
    held_back = tuple(withheld_entries(entries, now))
    unpublished = {entry.source: entry for entry in held_back if showing is Showing.ALL and entry.reason != "expired"}
    withheld = tuple(entry for entry in held_back if entry.source not in unpublished)
    hidden = {entry.source for entry in withheld}
    authors = dict(known_authors(entries.authors))
    slugs = cache(lambda names: author_slugs(names, authors, options))
    posts = tuple(
        post if slugs(post.authors) == post.authors else msgspec.structs.replace(post, authors=slugs(post.authors))
        for post in newest_first(published(entries.posts, hidden))
    )
    site = Site(
        settings=settings,
        now=now,
        posts=posts,
        pages=tuple(sorted(published(entries.pages, hidden), key=lambda page: page.url)),
        services=tuple(
            sorted(published(entries.services, hidden), key=lambda service: (service.order, sort_key(service.title)))
        ),
        authors=tuple(sorted(unique_authors(authors), key=lambda author: sort_key(author.title))),
        data=dict(data),
        withheld=withheld,
        unpublished=unpublished,
        expired=tuple(post for post in entries.posts if post.expires is not None and is_expired(post, now)),
    )
    return Assembled(site=site, findings=tuple(double_ids(entries.posts, where)))


def published(entries: Sequence[E], hidden: set[str]) -> tuple[E, ...]:
    """Those that are not held back."""
    return tuple(entry for entry in entries if entry.source not in hidden) if hidden else tuple(entries)


def newest_first(posts: Iterable[Post]) -> list[Post]:
    """By time, equal ones by id."""
    return sorted(sorted(posts, key=attrgetter("id")), key=attrgetter("date.instant"), reverse=True)


def withheld_entries(entries: Entries, now: Moment) -> Iterator[Withheld]:
    """Drafts, posts of the future and posts that have expired."""
    for post in entries.posts:
        if post.draft:
            yield withheld(post, "draft")
        elif post.date.instant > now.instant:
            yield withheld(post, "scheduled", post.date)
        elif post.expires is not None and is_expired(post, now):
            yield withheld(post, "expired", post.expires)
    yield from (withheld(page, "draft") for page in entries.pages if page.draft)
    yield from (withheld(service, "draft") for service in entries.services if service.draft)


def withheld(entry: Entry, reason: Literal["draft", "scheduled", "expired"], at: Moment | None = None) -> Withheld:
    """An entry that is held back, and why."""
    return Withheld(source=entry.source, title=entry.title, reason=reason, at=at, owner=owner_of(entry))


def is_expired(post: Post, now: Moment) -> bool:
    """Whether a finished post has been taken off by its date."""
    at, expires = now.instant, post.expires
    return not post.draft and post.date.instant <= at and expires is not None and expires.instant <= at


def known_authors(authors: Iterable[Author]) -> Iterator[tuple[str, Author]]:
    """Every way in which a post may name an author that has a file: file name, slug and name, as slugs."""
    for author in authors:
        yield slugify(author.title), author
        yield slugify(author.id), author
        yield author.slug, author


def author_slugs(names: Iterable[str], authors: dict[str, Author], options: EntryOptions) -> tuple[str, ...]:
    """The slugs for the names of authors as they were typed; a name without a file becomes an author in `authors`."""
    slugs = []
    for name in names:
        if name not in authors:  # as it was typed, so that thousands of posts need its slug once
            key = slugify(name)
            authors[name] = authors.get(key) or authors.setdefault(key, author_from_name(name, options))
        slugs.append(authors[name].slug)
    return tuple(dict.fromkeys(slugs))


def unique_authors(authors: Mapping[str, Author]) -> tuple[Author, ...]:
    """Each author once, however many names lead there."""
    return tuple({author.slug: author for author in authors.values()}.values())


def double_ids(posts: Collection[Post], where: Whereabouts) -> Iterator[Diagnostic]:
    """Posts that share an id: comments, redirects and cross references could not tell them apart.

    Where they share their address, too, that is the fault, and the planning of the pages reports it.
    """
    if len({post.id for post in posts}) == len(posts):
        return
    with_id: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        with_id[post.id].append(post)
    for name, (first, *others) in with_id.items():
        for post in others:
            if post.url != first.url:
                facts = {"id": name, "other": first.source}
                yield Diagnostic(code="SG405", span=where.field(post.source, "id"), facts=facts)
