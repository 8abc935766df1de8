"""Decides where each text of another generator goes: its file, and the names that are taken. Pure.

What an earlier import wrote keeps its file, wherever that is by now; what the owner wrote herself is never replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

import msgspec

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
    taken = set(here.texts)
    blog = {path for path, owner in old.lists if owner == "list:blog"}
    known = {text.file: here.origins.get(origin_of_text(old, text.file), "") for text in old.texts}
    found: dict[str, Placed] = {}
    for text in sorted(old.texts, key=lambda text: not known[text.file]):
        there = known[text.file]
        one = _place(text, _wanted(text, there, here, blog=blog), there, old=old, here=here, taken=taken)
        taken.add(one.path)
        found[text.file] = one
    return tuple(found[text.file] for text in old.texts)


def _place(text: Text, wanted: str, there: str, *, old: OldSite, here: Here, taken: Iterable[str]) -> Placed:
    names = set(taken)
    own = wanted if wanted in {HOME, BLOG_INTRODUCTION} and there != wanted and (there or wanted in names) else ""
    if own:
        wanted = f"content/{'blog' if own == BLOG_INTRODUCTION else 'index'}-{old.generator}.md"
    stem, path, count = wanted.removesuffix(".md"), there or wanted, 1
    while not there and (path in names or path.replace(".md", "/index.md") in names):
        count += 1
        path = f"{stem}-{count}.md"
    is_numbered = re.fullmatch(rf"{re.escape(stem)}-\d+\.md", path) is not None
    notes = [Note(kind="page_there", excerpt=own)] if own else [Note(kind="slug_taken")] if is_numbered else []
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
    slug = text.slug[:_LONGEST].strip("-/") or slugify(text.title)
    if text.kind == "post":
        return f"content/blog/{_date(text, there, here):%Y-%m-%d}-{slug or 'beitrag'}.md"
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
