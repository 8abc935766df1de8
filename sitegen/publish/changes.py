"""What a change means to the owner: posts, pages, services, prices and comments, not files. Pure, and without words."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final, Literal

import msgspec

from sitegen.publish.records import Entry, Facts

Kind = Literal["post", "page", "service", "price", "comment"]
Fate = Literal["new", "changed", "gone"]

KINDS: Final[tuple[Kind, ...]] = ("post", "service", "price", "page", "comment")
FATES: Final[tuple[Fate, ...]] = ("new", "changed", "gone")


class SiteChange(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is different now."""

    kind: Kind
    fate: Fate
    title: str
    url: str = ""
    before: str = ""
    """Of a price, in words."""
    after: str = ""


def changes_between(before: Facts, after: Facts) -> tuple[SiteChange, ...]:
    """What changed, in the order in which it is told: by kind, then by fate, then by title.

    A price that came or went with its service is not told for itself, and a service whose price changed not beside it.
    """
    prices = _of_prices(before.prices, after.prices)
    found = [
        *_of_entries("post", before.posts, after.posts),
        *_of_entries("page", before.pages, after.pages),
        *(one for one in _of_entries("service", before.services, after.services) if not _is_told(one, prices)),
        *prices,
        *_of_comments(set(before.comments), set(after.comments)),
    ]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), FATES.index(one.fate), one.title, one.url)))


def _of_entries(kind: Kind, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> list[SiteChange]:
    fates: dict[Fate, list[Entry]] = {
        "new": [one for id_, one in after.items() if id_ not in before],
        "changed": [one for id_, one in after.items() if id_ in before and before[id_] != one],
        "gone": [one for id_, one in before.items() if id_ not in after],
    }
    return [SiteChange(kind=kind, fate=fate, title=one.title, url=one.url) for fate in FATES for one in fates[fate]]


def _of_prices(before: Mapping[str, str], after: Mapping[str, str]) -> list[SiteChange]:
    return [
        SiteChange(kind="price", fate="changed", title=title, before=before[title], after=text)
        for title, text in after.items()
        if title in before and before[title] != text
    ]


def _of_comments(before: AbstractSet[str], after: AbstractSet[str]) -> list[SiteChange]:
    new = [SiteChange(kind="comment", fate="new", title=id_) for id_ in after - before]
    return [*new, *(SiteChange(kind="comment", fate="gone", title=id_) for id_ in before - after)]


def _is_told(change: SiteChange, prices: list[SiteChange]) -> bool:
    named = (change.title, f"{change.title}, ")
    return change.fate == "changed" and any(one.title == named[0] or one.title.startswith(named[1]) for one in prices)
