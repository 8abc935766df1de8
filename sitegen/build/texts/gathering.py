"""The first half of a build: everything the owner wrote, read, validated and put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.result import Progress
from sitegen.build.texts.bodies import Bodies, at_leisure, bodies_of
from sitegen.build.texts.commenting import read_comments
from sitegen.build.texts.faulty import FaultyText, faulty_texts
from sitegen.build.texts.reading import SourceText, TextsRead, is_comment, kind_of, read_entries, read_texts
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.model.addresses import base_path
from sitegen.model.assemble import Entries, assemble
from sitegen.model.entries import Entry
from sitegen.model.made import EntryOptions
from sitegen.model.naming import bare_name
from sitegen.model.published import PUBLISHED_FILE, KeptAddress, PublishedRead, read_published
from sitegen.model.site import Site
from sitegen.model.visibility import Showing
from sitegen.settings.load import SITE_FILE, load
from sitegen.settings.settings import Settings
from sitegen.sources.encoding import Decoded, decoded
from sitegen.sources.scan import Glance, Scan, SourceFile, scan
from sitegen.sources.scan import load as read_file
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.moments import Moment

if TYPE_CHECKING:
    from sitegen.build.texts.ahead import Ahead


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What the second half of a build works on."""

    site: Site
    entries: tuple[Entry, ...]
    """All published entries."""
    read: Entries
    """Every entry, published or not."""
    words: dict[str, str]
    """The digest of each post among them, by source."""
    posts: str
    """The digest of all posts."""
    shapes: str
    """The digest of all posts but for their words (`Post.shape`)."""
    faulty: tuple[FaultyText, ...]
    bodies: Bodies
    content: tuple[SourceFile, ...]
    """Every file below `content/` but comments, which nothing may refer to."""
    static: tuple[SourceFile, ...]
    readable: Mapping[str, str]
    """File → its text, for finding places in it."""
    without_entry: tuple[str, ...]
    """Files that should have become an entry and did not, because of faults that are reported."""
    data: tuple[tuple[str, str], ...]
    """Data files, each with the digest of its bytes: what stands in them may be more than a cache can hold."""
    published: tuple[KeptAddress, ...]
    """Every address under which the site was ever to be found."""
    where: Whereabouts
    findings: tuple[Diagnostic, ...]


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a site before anything was made of it."""

    site_file: SettingsRead
    settings: Settings
    content: Scan
    static: Scan
    texts: TextsRead


class Readable(Mapping[str, str]):
    """Texts decoded only when somebody looks at them, which on a good build nobody does."""

    def __init__(self, texts: Mapping[str, SourceText], site_file: str) -> None:
        self._texts = texts
        self._site_file = site_file

    def __getitem__(self, path: str) -> str:
        if path == SITE_FILE:
            return self._site_file
        text = self._texts[path].raw.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def __iter__(self) -> Iterator[str]:
        return iter((SITE_FILE, *self._texts))

    def __len__(self) -> int:
        return len(self._texts) + 1


class OwnLayouts(Mapping[str, str]):
    """The layouts of the site itself by file, read only when somebody looks for something in them."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _texts(self) -> dict[str, str]:
        files = sorted(path for path in (self._root / "layouts").rglob("*") if path.is_file())
        return {path.relative_to(self._root).as_posix(): path.read_text("utf-8", errors="replace") for path in files}

    def __getitem__(self, file: str) -> str:
        return self._texts[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def gather(
    root: Path,
    memo: Memo,
    *,
    crew: Crew,
    now: datetime,
    progress: Progress,
    showing: Showing = Showing.PUBLISHED,
    glance: Glance | None = None,
    meanwhile: Callable[[Settings, bool], None] | None = None,
) -> Gathered | Findings:
    """Read a site; findings alone without a usable `site.yaml`.

    `glance` is for `scan`; `meanwhile`, which is given the settings first, for `bodies_of`.
    """
    site_file = read_settings(root, memo)
    if site_file.settings is None:
        return Findings.of(site_file.findings)
    content, static = scan(root, "content", glance=glance), scan(root, "static", glance=glance)
    texts = read_texts(root, content, memo)
    progress("read", 1, 1)
    sources = Sources(site_file=site_file, settings=site_file.settings, content=content, static=static, texts=texts)
    with begun_ahead(texts.texts, site_file.settings, memo=memo, crew=crew, progress=progress) as ahead:
        return gather_from(
            root,
            sources,
            memo,
            crew=crew,
            now=now,
            progress=progress,
            showing=showing,
            meanwhile=partial(meanwhile, site_file.settings) if meanwhile else at_leisure,
            ahead=ahead,
        )


def begun_ahead(
    texts: Mapping[str, SourceText], settings: Settings, *, memo: Memo, crew: Crew, progress: Progress
) -> AbstractContextManager[Ahead | None]:
    """Bodies at which copies are at work; none where a build has gone before, which has left most of them."""
    if not memo.is_new:
        return nullcontext()
    from sitegen.build.texts.ahead import rendered_ahead

    return rendered_ahead(texts, settings, crew=crew, progress=progress)


def gather_from(
    root: Path,
    sources: Sources,
    memo: Memo,
    *,
    crew: Crew,
    now: datetime,
    progress: Progress,
    showing: Showing,
    meanwhile: Callable[[bool], None],
    ahead: Ahead | None,
) -> Gathered:
    """The same of what was read; `ahead` are bodies at which copies are at work."""
    site_file, settings, content, static = sources.site_file, sources.settings, sources.content, sources.static
    texts, options = sources.texts.texts, entry_options(settings)
    read = read_entries(texts, options, memo=memo, crew=crew.rest if ahead else crew)
    where = Whereabouts(readable := Readable(texts, site_file.text))
    at = Moment.of(now, "minute")
    assembled = assemble(read.entries, settings, options=options, data=read.data, now=at, where=where, showing=showing)
    entryless = without_entry(content.files, all_entries(read.entries))
    comments = tuple(file for file in content.files if is_comment(file.path))
    said = read_comments(root, comments, posts=known_posts(read.entries, content.files, comments), memo=memo)
    site = msgspec.structs.replace(assembled.site, comments=said.discussions)
    entries, published = entries_of(site), published_before(root)
    bodies = bodies_of(
        entries, texts, settings, memo=memo, crew=crew, progress=progress, meanwhile=meanwhile, ahead=ahead
    )
    told = (site_file, content, static, sources.texts, read, assembled, said, published)
    return Gathered(
        site=site,
        entries=entries,
        read=read.entries,
        words=read.posts,
        posts=key_of("".join(read.posts.values())),
        shapes=read.shapes,
        faulty=faulty_texts((texts[path] for path in entryless if path in texts), settings, memo),
        bodies=bodies,
        content=tuple(file for file in content.files if not is_comment(file.path)) if comments else content.files,
        static=static.files,
        readable=readable,
        without_entry=entryless,
        data=tuple((path, text.digest) for path, text in texts.items() if path.startswith("content/data/")),
        published=published.addresses,
        where=where,
        findings=tuple(chain.from_iterable(one.findings for one in told)),
    )


def entries_of(site: Site) -> tuple[Entry, ...]:
    """All published entries of a site."""
    return (*site.posts, *site.pages, *site.services, *site.authors)


class SettingsRead(msgspec.Struct, frozen=True, kw_only=True):
    """What `site.yaml` says; no settings where it cannot be used."""

    text: str = ""
    settings: Settings | None = None
    findings: tuple[Diagnostic, ...]


def read_settings(root: Path, memo: Memo) -> SettingsRead:
    """The settings of the site, validated once for each text."""
    read = read_settings_text(root)
    if read.text is None:
        return SettingsRead(findings=read.findings)
    loaded = memo.remember_here("settings", key_of(read.text), partial(load, read.text))
    return SettingsRead(text=read.text, settings=loaded.settings, findings=(*read.findings, *loaded.findings))


def read_settings_text(root: Path) -> Decoded:
    """The text of `site.yaml`, or why there is none."""
    if not (root / SITE_FILE).is_file():
        missing = Diagnostic(code="SG001", span=Span(file=SITE_FILE), facts={"folder": str(root)})
        return Decoded(text=None, findings=(missing,))
    raw = read_file(root, SITE_FILE)
    return Decoded(text=None, findings=(raw,)) if isinstance(raw, Diagnostic) else decoded(SITE_FILE, raw)


def without_entry(files: Iterable[SourceFile], entries: Iterable[Entry]) -> tuple[str, ...]:
    """Markdown files that should have become an entry and did not."""
    known = {entry.source for entry in entries}
    return tuple(
        file.path for file in files if file.path not in known and file.path.endswith(".md") and kind_of(file.path)
    )


def known_posts(entries: Entries, files: Iterable[SourceFile], comments: Sequence[SourceFile]) -> frozenset[str]:
    """What `comments` may be about, none if there are none: the ids of all posts and pages, published or not.

    Of those that could not be read, the names of their files.
    """
    if not comments:
        return frozenset()
    unread = without_entry(files, entries.posts)
    known = (*entries.posts, *entries.pages)
    return frozenset((*(entry.id for entry in known), *(bare_name(path) for path in unread)))


def published_before(root: Path) -> PublishedRead:
    """What `published-urls.txt` says; nothing where there is none yet."""
    if not (root / PUBLISHED_FILE).exists():
        return PublishedRead()
    raw = read_file(root, PUBLISHED_FILE)
    read = Decoded(text=None, findings=(raw,)) if isinstance(raw, Diagnostic) else decoded(PUBLISHED_FILE, raw)
    published = read_published(read.text or "")
    return msgspec.structs.replace(published, findings=(*read.findings, *published.findings))


def entry_options(settings: Settings) -> EntryOptions:
    """What entries depend on."""
    return EntryOptions(
        base=base_path(settings.url),
        permalinks=settings.permalinks,
        language=settings.language,
        author=settings.author,
    )


def all_entries(entries: Entries) -> tuple[Entry, ...]:
    """Entries of all kinds, published or not."""
    return (*entries.posts, *entries.pages, *entries.services, *entries.authors)
