"""The front matter of a text that comes from WordPress, key by key in the order in which owners read it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.importers.html.convert import Note
from sitegen.importers.wordpress.dates import changed_of
from sitegen.importers.wordpress.layout import Place
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.seo import Seo
from sitegen.importers.wordpress.terms import Filed

_LONGEST_EXCERPT: Final = 400


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above a text, and what could not stand there."""

    values: Mapping[str, object]
    notes: tuple[Note, ...] = ()


def post_head(item: Item, place: Place, *, seo: Seo, filed: Filed, author: str, image: Mapping[str, str]) -> Head:
    """The front matter of a post; `author` is the name of a file below `content/authors/`."""
    draft = place.state == "draft"
    return Head(
        values={
            "title": place.title,
            "search_title": seo.title,
            "date": place.date,
            "updated": changed_of(item) if not draft else None,
            "draft": draft or None,
            "author": author,
            "category": filed.category,
            "tags": filed.tags,
            "summary": _summary(item, seo),
            "image": image,
            "comments": None if item.comments_open else False,
            "id": place.id,
        },
        notes=(
            *_notes(item, place, seo),
            *((Note(kind="terms_unfit", excerpt=", ".join(filed.unfit)),) if filed.unfit else ()),
            *((Note(kind="noindex_post"),) if seo.hidden else ()),
            *((Note(kind="sticky"),) if item.sticky else ()),
        ),
    )


def page_head(item: Item, place: Place, *, seo: Seo, filed: Filed, image: Mapping[str, str]) -> Head:
    """The front matter of a page."""
    terms = (filed.category, *filed.tags) if filed.category else filed.tags
    return Head(
        values={
            "title": place.title,
            "search_title": seo.title,
            "summary": _summary(item, seo),
            "image": image,
            "draft": place.state == "draft" or None,
            "noindex": seo.hidden or None,
            "id": place.id,
        },
        notes=(
            *_notes(item, place, seo),
            *((Note(kind="page_terms", excerpt=", ".join(terms)),) if terms else ()),
        ),
    )


def _summary(item: Item, seo: Seo) -> str:
    """The description for search engines, else the excerpt that was written by hand."""
    return seo.description or plain(item.excerpt)


def _notes(item: Item, place: Place, seo: Seo) -> tuple[Note, ...]:
    excerpt = plain(item.excerpt)
    replaced = seo.description and excerpt and excerpt != seo.description
    about = {"page_there": place.instead, "status_unknown": item.status, "type_draft": item.type}
    return (
        *(Note(kind=note, excerpt=about.get(note, "")) for note in place.notes),
        *((Note(kind="excerpt_replaced", excerpt=excerpt[:_LONGEST_EXCERPT]),) if replaced else ()),
    )
