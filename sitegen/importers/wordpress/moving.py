"""The order of an import: look through, decide, read again and write, tell. Everything else is a function below.

Writes into the site's folder by the rule of `importers.folder`; never changes `site.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from sitegen.comments.files import keep_out_of_git
from sitegen.importers import wording
from sitegen.importers.folder import NewFile, Written, origins, write_files
from sitegen.importers.front_matter import document_text
from sitegen.importers.html.convert import Note
from sitegen.importers.old_urls import OldUrl, keep_old_urls
from sitegen.importers.report import REPORT_FILE, Missing, Names, Report, Told, report_file, without_addresses
from sitegen.importers.wordpress import telling
from sitegen.importers.wordpress.addresses import old_urls
from sitegen.importers.wordpress.authors import author_files, known_authors, writers
from sitegen.importers.wordpress.beside import whole_content
from sitegen.importers.wordpress.comments import Commenting, known_comments
from sitegen.importers.wordpress.heads import page_head, post_head
from sitegen.importers.wordpress.kinds import is_working
from sitegen.importers.wordpress.layout import Layout, Place
from sitegen.importers.wordpress.links import Links
from sitegen.importers.wordpress.media import Media, Uploads, is_picture, runs
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.placeholders import CAN_STAND_IN, stand_in
from sitegen.importers.wordpress.placing import Here, Wanted, host_of, places
from sitegen.importers.wordpress.reading import Export
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.seo import seo_of
from sitegen.importers.wordpress.survey import Survey, name_of
from sitegen.importers.wordpress.telling import Tally
from sitegen.importers.wordpress.terms import Filed, filed, known_terms
from sitegen.importers.wordpress.texts import Texts, featured
from sitegen.model.addresses import base_path, fill_pattern, with_base
from sitegen.model.comments.comment import FOLDER, PENDING_FOLDER
from sitegen.settings.settings import OFF, Settings

_LEFT_OUT: Final = "left_out"


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What the owner has said."""

    uploads: tuple[Path, ...] = ()
    names: Mapping[str, str] = {}
    """By login: what somebody is called from now on."""
    types: Wanted = Wanted()
    seen: tuple[str, ...] = ()
    """Addresses from an old sitemap."""
    restore: bool = False


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """What an import has done."""

    report: Report
    written: Written


def here_of(root: Path, settings: Settings, now: datetime) -> Here:
    """What is in the site's folder. Raises OSError where the disk refuses."""
    content = root / "content"
    texts = (path.relative_to(root).as_posix() for path in content.rglob("*.md")) if content.is_dir() else ()
    shown = frozenset(path for path in texts if not path.startswith(f"{FOLDER}/"))
    return Here(settings=settings, texts=shown, origins=origins(root), now=now.replace(tzinfo=None))


def move(root: Path, export: Export, *, looked: Survey, here: Here, wishes: Wishes) -> Moved:
    """Import an export that has been looked through into the site in `root`.

    Raises OSError where the disk refuses; what is written by then is whole, and a second run completes it.
    """
    moving = _Moving(root, export, looked, here, wishes)
    written = write_files(root, moving.files(), restore=wishes.restore)
    ids = {place.path: place.id for place in moving.places.values() if place.path}
    is_kept = keep_old_urls(root, moving.addresses, ids=ids)
    report = moving.report() if is_kept else without_addresses(moving.report())
    written = _joined(written, write_files(root, (moving.report_file(report),), restore=True))
    if moving.tally.comments.pending:
        keep_out_of_git(root)
    return Moved(report=report, written=written)


class _Moving:
    """One import. The files are made one after the other, and what is told of them is gathered on the way."""

    def __init__(self, root: Path, export: Export, looked: Survey, here: Here, wishes: Wishes) -> None:
        self._export, self._looked, self._here, self._wishes = export, looked, here, wishes
        channel, settings = looked.channel, here.settings
        self._base = base_path(settings.url)
        texts = (one for one in looked.items if not is_working(one, wanted=wishes.types.pages))
        self._filed = {item.id: filed(item, channel) for item in texts if item.type != "attachment"}
        self.places = places(looked.items, channel, here, wishes.types, self._filed)
        attachments = [item for item in looked.items if item.type == "attachment"]
        self.media = Media(attachments, channel, Uploads(*wishes.uploads), base=self._base)
        self._writers = writers(looked, here, wishes.names)
        self.layout = self._layout()
        self._links = Links(self.layout, self.media)
        self._texts = self._made_texts()
        self._comments = self._commenting(root)
        self.tally = Tally()
        self.told: list[Told] = []
        self.addresses: tuple[OldUrl, ...] = ()

    def _layout(self) -> Layout:
        channel, settings = self._looked.channel, self._here.settings
        blog = settings.permalinks.blog
        return Layout(
            channel=channel,
            places=self.places,
            files=self.media.files,
            nowhere=tuple(self.media.nowhere),
            terms=known_terms(self.places.values(), self._filed, channel, settings),
            authors=known_authors(self._writers, self.places.values(), self._here),
            home_url=with_base("/", self._base),
            blog_url="" if blog == OFF else with_base(fill_pattern(blog), self._base),
        )

    def _made_texts(self) -> Texts:
        children: dict[str, list[str]] = {}
        for item_id, file in self.media.files.items():
            children.setdefault(file.item.parent, []).append(item_id)
        return Texts(
            self._links,
            self.media,
            reusable=self._looked.reusable,
            tables=self._looked.tables,
            children=children,
            parties=frozenset(one.use for one in self._here.settings.third_parties),
        )

    def _commenting(self, root: Path) -> Commenting:
        channel = self._looked.channel
        folders = (root / FOLDER, root / PENDING_FOLDER)
        there = {path.relative_to(root).as_posix() for folder in folders for path in folder.glob("*/*.md")}
        names = {login: writer.name for login, writer in self._writers.items()}
        shown = {plain(one.name): names[one.login] for one in channel.authors if one.login in names}
        return Commenting(
            self._links,
            host=host_of(channel.url),
            site_url=self._here.settings.url,
            names={**names, **shown, **{name_of(login, channel): name for login, name in names.items()}},
            known=known_comments(there),
        )

    # -- what is written

    def files(self) -> Iterator[NewFile]:
        """Every file of the import, texts first, since only they say which pictures are shown."""
        for item in self._export.items():
            place = self.places.get(item.id)
            if place is not None:
                yield from self._files_of(item, place)
        yield from author_files(self._writers, self._looked, self._here)
        yield from self._pictures()
        self.addresses = old_urls(
            self.layout,
            self._here.settings,
            seen=(*self._texts.seen, *self._wishes.seen),
            discussed=self.tally.discussed,
        )

    def _files_of(self, item: Item, place: Place) -> Iterator[NewFile]:
        if place.state == _LEFT_OUT:
            notes = [Note(kind=note) for note in place.notes]
            notes += [Note(kind="comments_unfit", excerpt=str(len(item.comments)))] if item.comments else []
            self.told.append(_told(place, notes))
            return
        try:
            text, said = self._text(item, place)
            comments = self._comments.made(item, place)
        except Exception:  # noqa: BLE001 -- one text that nobody foresaw must not cost the owner all the others
            self.told.append(_told(place, [Note(kind="failed")], lost=True))
            return
        self.tally.count(item, place, comments, self._filed[item.id])
        self.told.append(_told(place, [*said, *comments.notes]))
        yield NewFile(path=place.path, content=text.encode())
        yield from comments.files

    def _text(self, item: Item, place: Place) -> tuple[str, Sequence[Note]]:
        whole = whole_content(item)
        made = self._texts.made(whole.content, item, source=place.path, title=place.title)
        self.tally.want(made.wanted)
        image, missing = featured(item, self.media, source=place.path)
        seo = seo_of(item.meta, title=place.title, site=self._looked.channel.title)
        terms = self._filed.get(item.id, Filed())
        if place.kind == "post":
            author = self._writers[item.author].file if item.author in self._writers else ""
            head = post_head(item, place, seo=seo, filed=terms, author=author, image=image)
        else:
            head = page_head(item, place, seo=seo, filed=terms, image=image)
        self.media.shown_in(place.title)
        text = document_text(head.values, made.markdown, origin=place.origin)
        return text, tuple(dict.fromkeys((*head.notes, *missing, *whole.notes, *made.notes)))

    def _pictures(self) -> Iterator[NewFile]:
        """All files that were found, shown or not; and what stands in for those that are shown and missing."""
        every = {file.path: file for file in (*self.media.files.values(), *self.media.used.values())}
        for path, file in every.items():
            source = self.media.source(file) if file.there else None
            if source is not None:
                yield NewFile(path=path, content=source.read_bytes())
            elif path in self.media.used and is_picture(file) and Path(path).suffix.lower() in CAN_STAND_IN:
                yield NewFile(path=path, content=stand_in(path))

    # -- what is told

    def report(self) -> Report:
        """All of it, in the order of the export."""
        every = {file.path: file for file in (*self.media.files.values(), *self.media.used.values())}
        missing = tuple(
            Missing(
                file=f"{file.upload} {wording.RUNS}" if runs(file.upload) else file.upload,
                titles=self.media.titles_of(path),
            )
            for path, file in every.items()
            if not file.there
        )
        missing += tuple(Missing(file=telling.named_file(item)) for item in self.media.nowhere)
        return Report(
            origin="WordPress",
            title=telling.title_of(self._looked.channel),
            told=(*self.told, *telling.cut_off(self._looked.damages)),
            site=tuple(self._about_site()),
            missing=missing,
            closing=tuple(telling.closing(self.tally, len(every) - len(missing), len(missing), self.addresses)),
        )

    def _about_site(self) -> Iterator[str | Names]:
        yield from telling.about_site(self._looked, self.tally, self._writers, self._wishes.types)
        yield from telling.unused_blocks(self._looked, self._texts.placed)
        yield from telling.unused_tables(self._looked, self._texts.placed_tables)

    def report_file(self, report: Report) -> NewFile:
        """The report as a file."""
        return NewFile(path=REPORT_FILE, content=report_file(report).encode())


def _told(place: Place, notes: Iterable[Note], *, lost: bool = False) -> Told:
    return Told(
        kind="post" if place.item.type == "post" else "page",
        title=place.title,
        state="lost" if lost else place.state,
        path="" if lost else place.path,
        date=place.date,
        notes=tuple(dict.fromkeys(notes)),
    )


def _joined(one: Written, other: Written) -> Written:
    return Written(
        **{name: (*getattr(one, name), *getattr(other, name)) for name in Written.__struct_fields__},
    )
