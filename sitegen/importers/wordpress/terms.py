"""Categories and tags of an export as ours: one category for each post, everything else becomes a tag. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from sitegen.importers.wordpress.layout import Known, Place
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.records import Channel, Item, Term
from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.settings.settings import OFF, Settings
from sitegen.text.slugs import slugify

_DEFAULTS: Final = frozenset({"uncategorized", "allgemein", "unkategorisiert", "ohne-kategorie", "nicht-kategorisiert"})
"""What WordPress files a post under when nobody chose."""
_NO_NAMES: Final = frozenset({"post_format", "nav_menu", "language", "post_translations", "wp_theme", "author"})
"""Taxonomies that say nothing about what a text is about."""
_PRIMARY: Final = ("_yoast_wpseo_primary_category", "rank_math_primary_category")


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """How a post is filed here."""

    category: str = ""
    tags: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    """Names of which no address can be made; they are left out."""


def filed(item: Item, channel: Channel) -> Filed:
    """The one category (the main one of Yoast or Rank Math, else the first that somebody chose); all else as tags."""
    named = [(term, _name(term, channel)) for term in item.terms if term.taxonomy not in _NO_NAMES]
    fit = {(term.taxonomy, term.slug): name for term, name in named if slugify(name)}
    main = _main(item, channel, fit)
    tags: dict[str, str] = {}
    for key, name in fit.items():
        if key != main and slugify(name) != slugify(fit.get(main, "")):
            tags.setdefault(slugify(name), name)
    return Filed(
        category=fit.get(main, ""),
        tags=tuple(tags.values()),
        unfit=tuple(name for _, name in named if not slugify(name)),
    )


def known_terms(
    places: Iterable[Place], filed_by: Mapping[str, Filed], channel: Channel, settings: Settings
) -> dict[tuple[str, str], Known]:
    """Which list of the new site shows what each category and tag listed; without published posts there is none."""
    shown = [place.item for place in places if place.kind == "post" and place.state == "published"]
    categories = {slugify(filed_by[item.id].category) for item in shown}
    tags = {slugify(tag) for item in shown for tag in filed_by[item.id].tags}
    every = {(term.taxonomy, term.slug): term for item in shown for term in item.terms}
    every |= {(term.taxonomy, term.slug): term for term in channel.terms}
    links, base = settings.permalinks, base_path(settings.url)
    known = {}
    for key, term in every.items():
        if term.taxonomy not in _NO_NAMES:
            name = _name(term, channel)
            slug = slugify(name)
            # The same name may be a category here and a tag there: what it was in WordPress comes first.
            order = [(links.category, categories), (links.tag, tags)]
            order = order if term.taxonomy == "category" else order[::-1]
            pattern = next((pattern for pattern, slugs in order if slug and slug in slugs and pattern != OFF), OFF)
            url = "" if pattern == OFF else with_base(fill_pattern(pattern, slug=slug), base)
            known[key] = Known(name=name, url=url)
    return known


def _main(item: Item, channel: Channel, fit: Mapping[tuple[str, str], str]) -> tuple[str, str]:
    chosen = {item.meta[key] for key in _PRIMARY if item.meta.get(key)}
    ids = {(term.taxonomy, term.slug): term.id for term in channel.terms}
    categories = [key for key in fit if key[0] == "category"]
    primary = [key for key in categories if ids.get(key) in chosen]
    meant = [key for key in categories if slugify(fit[key]) not in _DEFAULTS]
    return next(iter([*primary, *meant, *categories]), ("", ""))


def _name(term: Term, channel: Channel) -> str:
    if term.name:
        return plain(term.name)
    said = next((one.name for one in channel.terms if (one.taxonomy, one.slug) == (term.taxonomy, term.slug)), "")
    return plain(said or term.slug)
