"""Decides where each text of an export goes: file, address, and whether it is published. Pure.

What an earlier import wrote keeps its file, wherever that is by now; what the owner wrote herself is never in the way
of an import and never replaced by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.importers.wordpress.dates import date_of, rfc822
from sitegen.importers.wordpress.kinds import is_working
from sitegen.importers.wordpress.layout import Place
from sitegen.importers.wordpress.naming import Names, slug_of, title_of
from sitegen.importers.wordpress.permalinks import Permalinks
from sitegen.importers.wordpress.records import Channel, Item
from sitegen.importers.wordpress.states import LEFT_OUT, state_of
from sitegen.importers.wordpress.terms import Filed
from sitegen.model.naming import bare_name, page_path
from sitegen.model.page import BLOG_INTRODUCTION, HOME
from sitegen.settings.settings import Settings
from sitegen.text.slugs import slugify

_OWN_FOLDERS: Final = frozenset({"blog", "services", "authors", "data", "pictures", "comments"})
"""Below `content/`; a page there would be something else."""
_TAKEN_PAGES: Final = frozenset({"index", "404"})
_BESIDE: Final = "wordpress"
_DEEPEST: Final = 8
"""Folders within folders; a page that lay deeper begins at the top again, since paths have to fit on every disk."""


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """What is in the site's folder before the import."""

    settings: Settings
    texts: frozenset[str]
    """Paths of all `.md` files below `content/`."""
    origins: Mapping[str, str]
    """Those an import wrote: origin → path."""
    now: datetime
    """Berlin time, without a zone."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner said about types of texts that are neither posts nor pages."""

    pages: frozenset[str] = frozenset()
    """Types that become pages, published as they were."""
    without: frozenset[str] = frozenset()
    """Types that are left out. All others become pages as drafts."""


def places(
    items: Sequence[Item], channel: Channel, here: Here, wanted: Wanted, filed: Mapping[str, Filed]
) -> dict[str, Place]:
    """By id of the item, each text of the export; `filed` holds categories and tags of posts, by id."""
    return _Placing(items, channel, here, wanted, filed).all()


def origin_of_item(item: Item, channel: Channel) -> str:
    """How its file names where it came from."""
    return f"WordPress {item.type} {item.id}, {host_of(channel.url)}"


def host_of(url: str) -> str:
    """The host without `www.`, in small letters; empty for what is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


class _Placing:
    def __init__(
        self, items: Sequence[Item], channel: Channel, here: Here, wanted: Wanted, filed: Mapping[str, Filed]
    ) -> None:
        self._here, self._wanted, self._channel, self._filed = here, wanted, channel, filed
        self._links = Permalinks(here.settings)
        self._texts = [item for item in items if self._kind(item) != "none"]
        self._pages = {item.id: item for item in self._texts if self._kind(item) == "page"}
        ours = frozenset(here.origins.values())
        self._own = here.texts - ours
        self._ids = Names(frozenset(bare_name(path) for path in self._own if path.startswith("content/blog/")))
        self._urls = Names(frozenset(self._links.reserved(self._own, filed.values())))
        self._done: dict[str, Place] = {}
        # The same in every run, whenever that is.
        self._undated = (rfc822(channel.exported) or datetime(2000, 1, 1)).replace(hour=6, minute=0, second=0)  # noqa: DTZ001

    def all(self) -> dict[str, Place]:
        """Posts before pages, and what is there already before what is new: so names never change hands."""
        for known in (True, False):
            for kind in ("post", "page"):
                for item in self._texts:
                    if self._kind(item) == kind and (self._path_there(item) != "") is known:
                        self._place(item)
        return {item.id: self._done[item.id] for item in self._texts}

    def _kind(self, item: Item) -> Literal["post", "page", "none"]:
        if item.type == "post":
            return "post"
        is_none = item.type == "attachment" or is_working(item, wanted=self._wanted.pages)
        return "none" if is_none else "page"

    def _path_there(self, item: Item) -> str:
        return self._here.origins.get(origin_of_item(item, self._channel), "")

    def _place(self, item: Item) -> Place:
        chain = self._not_done(item)
        # Set first: pages that are each other's parents exist.
        self._done |= {one.id: Place(item=one, kind="none", state="left_out") for one in chain}
        for one in chain:
            self._done[one.id] = self._decided(one)
        return self._done[item.id]

    def _not_done(self, item: Item) -> list[Item]:
        """The item and the pages above it that have no place yet, from the top."""
        chain: dict[str, Item] = {}
        one: Item | None = item
        while one is not None and one.id not in chain and one.id not in self._done:
            chain[one.id] = one
            one = self._pages.get(one.parent)
        return list(reversed(chain.values()))

    def _decided(self, item: Item) -> Place:
        date = date_of(item)
        wanted = self._wanted
        state, notes = state_of(item, date, now=self._here.now, pages=wanted.pages, without=wanted.without)
        place = Place(
            item=item,
            kind=self._kind(item),
            state=state,
            title=title_of(item, date),
            date=date,
            origin=origin_of_item(item, self._channel),
            notes=notes,
        )
        if state == "left_out":
            return place
        return self._post(place) if place.kind == "post" else self._page(place)

    # -- posts

    def _post(self, place: Place) -> Place:
        there = self._path_there(place.item)
        date = place.date or self._undated
        wanted = slugify(bare_name(there)) if there else slug_of(place.item)
        slug = wanted
        count = 1
        filed = self._filed.get(place.item.id)
        while not (self._ids.free(slug) and self._urls.free(self._links.post(slug, date, filed))):
            count += 1
            slug = f"{wanted}-{count}"
        notes = place.notes if slug == slug_of(place.item) else (*place.notes, "slug_taken")
        return msgspec.structs.replace(
            place,
            slug=slug,
            id=self._ids.take(slug),
            url=self._urls.take(self._links.post(slug, date, filed)),
            path=there or f"content/blog/{date:%Y-%m-%d}-{slug}.md",
            date=place.date or date,
            notes=notes,
        )

    # -- pages

    def _page(self, place: Place) -> Place:
        there = self._path_there(place.item)
        if there:
            path = page_path(there)
            return self._at(self._noted(self._beside_own(place, there), path), there, path)
        if self._is_home(place.item) and HOME in self._own:
            return self._numbered(self._as_draft_beside(place, "index"), f"{slug_of(place.item)}-{_BESIDE}")
        special = self._special(place)
        if special:
            return self._at(place, special, page_path(special))
        folder = self._folder(place.item)
        wanted = slug_of(place.item)
        if not folder and wanted in _TAKEN_PAGES:
            wanted = f"{wanted}-seite"
        path = f"{folder}/{wanted}" if folder else wanted
        if self._is_own(path):
            return self._numbered(self._as_draft_beside(place, path), f"{path}-{_BESIDE}")
        return self._numbered(place, path)

    def _beside_own(self, place: Place, there: str) -> Place:
        """A page that an earlier import laid beside one of the owner's stays what it is."""
        if self._is_home(place.item) and HOME in self._own:
            return self._as_draft_beside(place, "index")
        path = there.removeprefix("content/").removesuffix(".md").removesuffix(f"-{_BESIDE}")
        if f"content/{path}.md" == there or not self._is_own(path):
            return place
        return self._as_draft_beside(place, path)

    def _as_draft_beside(self, place: Place, path: str) -> Place:
        own = f"content/{path}.md" if f"content/{path}.md" in self._own else f"content/{path}/index.md"
        return msgspec.structs.replace(place, state="draft", instead=own, notes=(*place.notes, "page_there"))

    def _numbered(self, place: Place, path: str) -> Place:
        """The page at `path`, or with a number behind it where something else has that address."""
        chosen, count = path, 1
        while self._is_own(chosen) or not self._urls.free(self._links.page(chosen)):
            count += 1
            chosen = f"{path}-{count}"
        return self._at(self._noted(place, chosen), f"content/{chosen}.md", chosen)

    def _noted(self, place: Place, path: str) -> Place:
        """Told, where a page could not keep the end of its address."""
        kept = {slug_of(place.item), f"{slug_of(place.item)}-{_BESIDE}", "start", ""}
        if path.rsplit("/", 1)[-1] in kept or path == page_path(BLOG_INTRODUCTION):
            return place
        return msgspec.structs.replace(place, notes=(*place.notes, "slug_taken"))

    def _at(self, place: Place, file: str, path: str) -> Place:
        url = self._links.blog() if file == BLOG_INTRODUCTION else self._links.page(path)
        self._urls.take(url)
        return msgspec.structs.replace(
            place,
            path=file,
            url=url,
            slug=path.rsplit("/", 1)[-1] or "start",
            id=self._ids.take(path.replace("/", "-") or "start"),
        )

    def _special(self, place: Place) -> str:
        """The file of the home page, or of the text above the list of posts, if this page is that and none is there."""
        if self._is_home(place.item) and HOME not in self._here.texts and self._unclaimed(HOME):
            return HOME
        blog = self._links.blog()
        mine = self._links.page("/".join(filter(None, (self._folder(place.item), slug_of(place.item)))))
        if blog and mine == blog and BLOG_INTRODUCTION not in self._here.texts and self._unclaimed(BLOG_INTRODUCTION):
            return BLOG_INTRODUCTION
        return ""

    def _unclaimed(self, file: str) -> bool:
        return all(place.path != file for place in self._done.values())

    def _is_home(self, item: Item) -> bool:
        return bool(item.link) and _path(item.link) == _path(self._channel.url) and "?" not in item.link

    def _folder(self, item: Item) -> str:
        """Where the page lies below `content/`: below the page above, or below its type."""
        if item.type != "page" and item.parent in {"", "0"}:
            return slugify(item.type) or "seiten"
        above = self._pages.get(item.parent)
        if above is None or above.status in LEFT_OUT:
            return ""
        place = self._place(above)
        folder = page_path(place.path) if place.path else ""
        if folder.count("/") >= _DEEPEST:
            return ""
        first, slash, rest = folder.partition("/")
        return f"{first}-seiten{slash}{rest}" if first in _OWN_FOLDERS else folder

    def _is_own(self, path: str) -> bool:
        """Whether the owner has a page of her own there."""
        return not self._own.isdisjoint({f"content/{path}.md", f"content/{path}/index.md"})


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.strip("/")
    except ValueError:
        return ""
