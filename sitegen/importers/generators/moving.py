"""The order of an import from another generator: read, decide, convert and write, tell.

Writes into the site's folder by the rule of `importers.folder`; never changes `site.yaml`, nor the old folder.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import urlsplit

import msgspec

from sitegen.importers.folder import NewFile, Written, write_files
from sitegen.importers.front_matter import document_text
from sitegen.importers.generators import hugo, jekyll, pelican, wording
from sitegen.importers.generators.placing import Placed, placed
from sitegen.importers.generators.records import Generator, Lost, OldSite
from sitegen.importers.generators.remains import Remains
from sitegen.importers.generators.texts import converted
from sitegen.importers.generators.whereabouts import OldThings
from sitegen.importers.html.notes import Note
from sitegen.importers.old_urls import OldUrl, keep_old_urls
from sitegen.importers.report import REPORT_FILE, Report, State, Told, report_file, without_addresses
from sitegen.importers.wording import ADDRESSES
from sitegen.importers.wordpress.placing import Here
from sitegen.model.old_urls import OLD_URLS_FILE
from sitegen.text.plurals import counted
from sitegen.text.slugs import slugify

READERS: Final[Mapping[Generator, Callable[[Path], OldSite]]] = {
    "hugo": hugo.read_site,
    "jekyll": jekyll.read_site,
    "pelican": pelican.read_site,
}


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """What an import has done."""

    report: Report
    written: Written


def move(root: Path, old: OldSite, *, here: Here, restore: bool = False) -> Moved:
    """Import the old site into the one in `root`.

    Raises OSError where the disk refuses; what is written by then is whole, and a second run completes it.
    """
    moving = _Moving(old, here)
    written = write_files(root, moving.files(), restore=restore)
    is_kept = keep_old_urls(root, moving.addresses(), ids={one.path: one.id for one in moving.places if one.id})
    report = moving.report() if is_kept else without_addresses(moving.report())
    told = write_files(root, (NewFile(path=REPORT_FILE, content=report_file(report).encode()),), restore=True)
    both = {name: (*getattr(written, name), *getattr(told, name)) for name in Written.__struct_fields__}
    return Moved(report=report, written=Written(**both))


class _Moving:
    """One import. What is told of the texts is gathered while they are made."""

    def __init__(self, old: OldSite, here: Here) -> None:
        self._old, self._here = old, here
        self.places = placed(old, here)
        self._things = OldThings(old, self.places)
        self._parties = frozenset(one.use for one in here.settings.third_parties)
        self._remains = Remains(old, self._things, {*here.texts, *(one.path for one in self.places)})
        self._told: list[Told] = []
        self._coded = 0

    # -- what is written

    def files(self) -> Iterator[NewFile]:
        """Texts first, since only they say which pictures are shown; then those, and all that keeps its address."""
        for one in self.places:
            try:
                text, notes = self._text(one)
            except Exception:  # noqa: BLE001 -- one text that nobody foresaw must not cost the owner all the others
                self._told.append(_told(one, (Note(kind="failed"),), lost=True))
                continue
            is_late = one.date is not None and one.date > self._here.now
            self._told.append(_told(one, notes, is_late=is_late))
            self._coded += any(note.kind == "code_kept" for note in notes)
            yield NewFile(path=one.path, content=text.encode())
        shown = (*self._things.pictures.items(), *self._things.handed_out.items())
        for file, path in itertools.chain(shown, self._remains.files()):
            yield NewFile(path=path, content=(self._old.root / file).read_bytes())

    def _text(self, one: Placed) -> tuple[str, tuple[Note, ...]]:
        seen, text = self._things.seen_from(one), one.text
        made = converted(text, seen, generator=self._old.generator, parties=self._parties)
        picture = seen.picture(text.image) if text.image else ""
        missing = (Note(kind="picture_missing", excerpt=text.image),) if text.image and not picture else ()
        names = (text.category, *text.tags)
        unfit = tuple(name for name in names if name and not slugify(name))
        notes = (*one.notes, *missing, *((Note(kind="category_unfit", excerpt=", ".join(unfit)),) if unfit else ()))
        head = _head(one, image={"src": picture, "alt": text.image_alt} if picture else {}, unfit=unfit)
        return document_text(head, made.markdown, origin=one.origin), (*notes, *made.notes)

    # -- addresses

    def addresses(self) -> Iterator[OldUrl]:
        """Everything the old site answered. What was a draft had no address."""
        yield from (OldUrl(old=_path(url), target=one.path) for one in self.places for url in _ways(one))
        yield from (_of_lost(one) for one in self._old.lost if one.url)
        by_file: dict[str, list[str]] = {}
        for url, file in self._old.files.items():
            by_file.setdefault(file, []).append(url)
        beside = {
            PurePosixPath(one.text.file).parent.as_posix(): one.text.url for one in self.places if _is_bundle(one)
        }
        for file, path in self._things.pictures.items():
            urls = [url for url in by_file.get(file, ()) if url.startswith("/")]
            folder = PurePosixPath(file).parent.as_posix()
            urls += [f"{beside[folder]}{PurePosixPath(file).name}"] if beside.get(folder, "").endswith("/") else []
            yield from (OldUrl(old=_path(url), target=path) for url in urls)
        for file, path in self._things.handed_out.items():
            urls = [url for url in by_file.get(file, ()) if url.startswith("/")]
            url = path.removeprefix("static")
            yield from (OldUrl(old=_path(old), target=url) for old in urls or (url,))
        yield from (OldUrl(old=_path(url), target=target) for url, target in self._old.lists)
        yield from self._remains.addresses()

    # -- what is told

    def report(self) -> Report:
        """All of it."""
        old = self._old
        lost = (_lost_told(one.file, one.title, one.note) for one in old.lost)
        addresses = tuple({url.old: url for url in self.addresses()}.values())
        others = len(self._remains.carried) + len(self._things.handed_out)
        closing = [wording.FILES.format(pictures=len(self._things.pictures), others=others)]
        if self._coded:
            closing.append(wording.CODES.format(count=counted(self._coded, "Text", "Texten")))
        without = sum(not url.target for url in addresses)
        closing.append(ADDRESSES.format(count=len(addresses), path=OLD_URLS_FILE, lost=without))
        name = wording.NAMES[old.generator]
        return Report(
            origin=name,
            title=old.title or old.root.name,
            told=(*self._told, *self._remains.told(), *lost),
            site=tuple(self._remains.sentences()),
            closing=tuple(closing),
        )


def _head(one: Placed, *, image: Mapping[str, str], unfit: tuple[str, ...]) -> dict[str, object]:
    text = one.text
    common: dict[str, object] = {
        "title": text.title,
        "draft": one.draft or None,
        "summary": text.summary,
        "image": image,
    }
    if text.kind == "page":
        return {**common, "noindex": text.noindex or None}
    return {
        "title": text.title,
        "date": _written(one.date),
        "updated": _written(text.updated)
        if text.updated and one.date and text.updated.date() > one.date.date()
        else None,
        "expires": text.expires,
        "author": text.author,
        "category": "" if text.category in unfit else text.category,
        "tags": tuple(tag for tag in text.tags if tag not in unfit),
        **common,
        "id": one.id,
    }


def _written(moment: datetime | None) -> datetime | date | None:
    """A mere day has no hour."""
    return moment.date() if moment and (moment.hour, moment.minute) == (0, 0) else moment


def _ways(one: Placed) -> Iterator[str]:
    if not one.text.draft:
        yield from filter(None, (one.text.url, *one.text.former))


def _path(url: str) -> str:
    """From the root; a whole address gives up its host."""
    path = urlsplit(url).path if "://" in url else url
    return f"/{path.lstrip('/')}"


def _of_lost(one: Lost) -> OldUrl:
    """A page that only listed others has one of ours in its place."""
    if one.note.kind != "layout_left_out":
        return OldUrl(old=_path(one.url), reason="not_carried_over")
    return OldUrl(old=_path(one.url), target="list:home" if one.url == "/" else "list:blog")


def _is_bundle(one: Placed) -> bool:
    return PurePosixPath(one.text.file).stem in {"index", "_index"}


def _told(one: Placed, notes: tuple[Note, ...], *, is_late: bool = False, lost: bool = False) -> Told:
    state: State = "lost" if lost else "draft" if one.draft else "scheduled" if is_late else "published"
    return Told(
        kind=one.text.kind,
        title=one.text.title,
        state=state,
        path="" if lost else one.path,
        date=one.date,
        notes=tuple(dict.fromkeys(notes)),
    )


def _lost_told(file: str, title: str, note: Note) -> Told:
    """Lists are no loss, since the program makes them itself."""
    state: State = "left_out" if note.kind in {"layout_left_out", "other_language"} else "lost"
    return Told(kind="page", title=f"{title} ({file})", state=state, notes=(note,))
