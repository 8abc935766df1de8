"""Decides where each text of another generator goes: its file, and the names that are taken. Pure.

What an earlier import wrote keeps its file, wherever that is by now; what the owner wrote herself is never replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

import msgspec

from sitegen.importers.file_names import safe_path
from sitegen.importers.generators.free_names import FreeNames
from sitegen.importers.generators.records import OldSite, Text
from sitegen.importers.generators.wording import NAMES
from sitegen.importers.html.notes import Note
from sitegen.importers.wordpress.placing import Here
from sitegen.model.page import BLOG_INTRODUCTION, HOME
from sitegen.text.slugs import slugify

_OWN_FOLDERS: Final = frozenset({"blog", "services", "authors", "data", "pictures", "comments"})
"""Below `content/`; a page there would be something else."""
_DAY: Final = re.compile(r"/(\d{4})-(\d{2})-(\d{2})-")
_DATED_NAME: Final = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_LONGEST: Final = 100


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A text and where it goes."""

    text: Text
    path: str
    origin: str
    id: str = ""
    date: datetime | None = None
    draft: bool = False
    notes: tuple[Note, ...] = ()


def origin_of_text(old: OldSite, file: str) -> str:
    """How its file names where it came from."""
    return f"{NAMES[old.generator]} {file}"


def placed(old: OldSite, here: Here) -> tuple[Placed, ...]:
    """Every text of the old site in its order; who has a name keeps it, so none changes hands."""
    free = FreeNames(here, old.texts)
    blog = {path for path, owner in old.lists if owner == "list:blog"}
    known = {text.file: here.origins.get(origin_of_text(old, text.file), "") for text in old.texts}
    found: dict[str, Placed] = {}
    for text in sorted(old.texts, key=lambda text: not known[text.file]):
        there = known[text.file]
        wanted = _wanted(text, there, here, blog=blog)
        found[text.file] = _place(text, wanted, there, old=old, here=here, free=free)
    return tuple(found[text.file] for text in old.texts)


def _place(text: Text, wanted: str, there: str, *, old: OldSite, here: Here, free: FreeNames) -> Placed:
    own = (
        wanted
        if wanted in {HOME, BLOG_INTRODUCTION} and there != wanted and (there or not free.is_free(wanted))
        else ""
    )
    if own:
        wanted = f"content/{'blog' if own == BLOG_INTRODUCTION else 'index'}-{old.generator}.md"
    is_above = wanted in {HOME, BLOG_INTRODUCTION}
    path = there or (free.give(wanted) if is_above else free.take(wanted))
    made = re.compile(rf"{re.escape(wanted.removesuffix('.md'))}(?:-seite)?(?:-\d+)?\.md")
    is_numbered = path != wanted and made.fullmatch(path) is not None
    is_changed = is_numbered or safe_path(wanted) != wanted or (text.slug != "" and text.slug != safe_path(text.slug))
    notes = [Note(kind="page_there", excerpt=own)] if own else [Note(kind="slug_taken")] if is_changed else []
    is_post = text.kind == "post"
    if is_post and text.date is None:
        notes.append(Note(kind="date_unknown"))
    slug = path.rpartition("/")[2].removesuffix(".md")
    return Placed(
        text=text,
        path=path,
        origin=origin_of_text(old, text.file),
        id=_DATED_NAME.sub("", slug) if is_post else "",
        date=_date(text, there, here) if is_post else None,
        draft=text.draft or bool(own),
        notes=tuple(notes),
    )


def _date(text: Text, there: str, here: Here) -> datetime:
    """Its own, else that of the file an earlier import wrote, else today."""
    if text.date:
        return text.date
    day = _DAY.search(there)
    if day:
        return datetime(int(day[1]), int(day[2]), int(day[3]), 6)  # noqa: DTZ001 -- the site's own time
    return here.now.replace(hour=6, minute=0, second=0, microsecond=0)


def _wanted(text: Text, there: str, here: Here, *, blog: Iterable[str]) -> str:
    """The file that a text would have if nobody else had it."""
    slug = text.slug[:_LONGEST].strip("-/") or slugify(text.title)[:_LONGEST].strip("-")
    if text.kind == "post":
        return f"content/blog/{_date(text, there, here):%Y-%m-%d}-{safe_path(slug or 'beitrag')}.md"
    if text.url in {"/", "/index.html"} or not slug:
        return HOME
    if text.url in blog:
        return BLOG_INTRODUCTION
    first, slash, rest = slug.partition("/")
    if first in _OWN_FOLDERS and slash:
        return f"content/{first}-seiten/{rest}.md"
    return f"content/{slug}.md"


def by_file(places: Iterable[Placed]) -> Mapping[str, Placed]:
    """By the file of the old site."""
    return {one.text.file: one for one in places}
