"""The first stages: files to entries, remembered by what they were made from.

A file that has not changed is neither parsed nor validated again, and where that can be seen from outside, it is not
even read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.memory.standing import SETTLED, signature_of
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.assemble import Entries
from sitegen.model.author import author_from
from sitegen.model.comments.comment import FOLDER
from sitegen.model.common import device_findings
from sitegen.model.entries import Author, Page, Post, Service
from sitegen.model.made import EntryOptions, Made
from sitegen.model.naming import folder_of
from sitegen.model.page import BLOG_INTRODUCTION, SERVICES_INTRODUCTION, page_from
from sitegen.model.post import post_from
from sitegen.model.site import Datum
from sitegen.output.faults import SourceChangedError
from sitegen.output.files import digest_of
from sitegen.sources.document import Document, read_document
from sitegen.sources.paragraphs import pasted_finding
from sitegen.sources.scan import Scan, Signature, SourceFile, load
from sitegen.text.patterns import later

if TYPE_CHECKING:
    from sitegen.model.data import DataRead

RESERVED: Final = frozenset({"data", "comments", "pictures"})
"""Folders below `content/` whose files are no pages."""

_MARKDOWN_ELSEWHERE: Final = later(r"(.+)\.(?:md|markdown|mdown|mkdn?)(?:\.txt)?", re.IGNORECASE)
"""Names of Markdown files in other programs, in capitals on other systems, and what Windows makes of a name.

It hides the ending it adds."""

Maker = Callable[[Document, EntryOptions], Made[Any]]

T = TypeVar("T")


class EntryKept(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """What came of one text."""

    digest: str
    """Of the entry, by which sites are compared."""
    made: Made[T]
    shape: str = ""
    """Of the shape of a post."""


def _service_from(document: Document, options: EntryOptions) -> Made[Service]:
    from sitegen.model.services.service import service_from

    return service_from(document, options)


MAKERS: Final[dict[str, tuple[Maker, Any]]] = {
    "post": (post_from, EntryKept[Post]),
    "page": (page_from, EntryKept[Page]),
    "service": (_service_from, EntryKept[Service]),
    "author": (author_from, EntryKept[Author]),
}

_WORTH: Final = 40
"""Texts for each worker; fewer are read sooner than a worker is made."""

_TEXTS: Final = "texts"

KINDS: Final = {"blog": "post", "services": "service", "authors": "author", **dict.fromkeys(RESERVED, "")}
"""What a Markdown file in a folder becomes; in any other a page."""
_INTRODUCTIONS: Final = frozenset({BLOG_INTRODUCTION, SERVICES_INTRODUCTION})
_COMMENTS: Final = f"{FOLDER}/"
_DATA: Final = "content/data/"


class SourceText(msgspec.Struct):
    """One file: the digest of its bytes, and the bytes when somebody asks for them, which are kept."""

    path: str
    digest: str
    root: Path
    known: bytes | None = None
    """The bytes, once they were read."""

    @property
    def raw(self) -> bytes:
        """The bytes. Raises SourceChangedError where they are no longer those of the digest."""
        if self.known is None:
            raw = load(self.root, self.path)
            if isinstance(raw, Diagnostic) or digest_of(raw) != self.digest:
                raise SourceChangedError(self.root / self.path)
            self.known = raw
        return self.known

    def forget(self) -> None:
        """Hold the bytes no longer: what was made of them is there, and most texts are never looked at again."""
        self.known = None


class TextKept(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a file since it was last read."""

    signature: Signature
    digest: str


class TextsRead(msgspec.Struct, frozen=True, kw_only=True):
    """All Markdown and data files by path, and what the system does not give away."""

    texts: dict[str, SourceText]
    findings: tuple[Diagnostic, ...]


def read_texts(root: Path, content: Scan, memo: Memo) -> TextsRead:
    """All Markdown and data files, of which only those are read that may have changed (the rule is in `standing`)."""
    texts, findings = {}, []
    known = memo.known_together(_TEXTS, TextKept)
    reader = _Reader(root, known, settled_before=content.at_ns - SETTLED)
    for file in content.files:
        path = file.path
        if path.startswith(_COMMENTS):
            continue  # from strangers: read by `commenting`, with more care
        if path.endswith(".md") or path.startswith(_DATA):
            text = reader.text(file)
            if isinstance(text, Diagnostic):
                findings.append(text)
            else:
                texts[path] = text
        elif (meant := _MARKDOWN_ELSEWHERE().fullmatch(path)) and kind_of(path):
            facts = {"name": f"{PurePosixPath(meant[1]).name}.md"}
            findings.append(Diagnostic(code="SG128", span=Span(file=path), facts=facts))
    memo.keep_together(_TEXTS, reader.kept)
    return TextsRead(texts=texts, findings=tuple(findings))


class _Reader:
    """Reads files, or knows them by what the system says of them."""

    def __init__(self, root: Path, known: Mapping[str, TextKept], *, settled_before: int) -> None:
        self._root = root
        self._known = known
        self._settled_before = settled_before
        self.kept: Final[dict[str, TextKept]] = {}

    def text(self, file: SourceFile) -> SourceText | Diagnostic:
        """One file. Its signature was taken before it is read, so that what is written meanwhile is read next time."""
        path, known = file.path, self._known.get(file.path)
        signature = signature_of(file, settled_before=self._settled_before)
        if known and known.signature == signature:
            self.kept[path] = known
            return SourceText(path, known.digest, self._root)
        raw = load(self._root, path)
        if isinstance(raw, Diagnostic):
            return raw
        digest = digest_of(raw)
        if signature:
            self.kept[path] = TextKept(signature, digest)
        return SourceText(path, digest, self._root, raw)


def is_comment(path: str) -> bool:
    """Whether a file lies where comments lie."""
    return path.startswith(_COMMENTS)


def kind_of(path: str) -> str:
    """Which kind of entry a Markdown file is; empty for none."""
    return "page" if path in _INTRODUCTIONS else _kind_in(path.rpartition("/")[0])


@cache
def _kind_in(folder: str) -> str:
    return KINDS.get(folder_of(f"{folder}/"), "page")


class EntriesRead(msgspec.Struct, frozen=True, kw_only=True):
    """All entries and data of a site with what is to be said about them."""

    entries: Entries
    posts: dict[str, str]
    """The digest of each post, by source, in their order."""
    shapes: str
    """The digest of the shapes of all posts."""
    data: dict[str, Datum]
    findings: tuple[Diagnostic, ...]


def read_entries(texts: Mapping[str, SourceText], options: EntryOptions, *, memo: Memo, crew: Crew) -> EntriesRead:
    """Make the entries of all texts."""
    made = made_of(texts, options, memo=memo, crew=crew)
    posts = {kept.made.entry.source: kept for kept in made["post"] if kept.made.entry is not None}
    findings = [found for kept in chain.from_iterable(made.values()) for found in kept.made.findings]
    data: dict[str, Datum] = {}
    owners: dict[str, str] = {}
    for path, read in read_data(texts):
        name = path.removeprefix("content/data/").rpartition(".")[0]
        findings.extend(read.findings)
        if owners.setdefault(name, path) == path:
            data[name] = read.value
        else:
            findings.append(Diagnostic(code="SG183", span=Span(file=path), facts={"other": owners[name]}))
    return EntriesRead(
        entries=Entries(
            posts=entries_among(posts.values()),
            pages=entries_among(made["page"]),
            services=entries_among(made["service"]),
            authors=entries_among(made["author"]),
        ),
        posts={source: kept.digest for source, kept in posts.items()},
        shapes=key_of("".join([kept.shape for kept in posts.values()])),
        data=data,
        findings=tuple(findings),
    )


def entries_among(made: Iterable[EntryKept[T]]) -> tuple[T, ...]:
    """What could be made."""
    return tuple(kept.made.entry for kept in made if kept.made.entry is not None)


def made_of(
    texts: Mapping[str, SourceText], options: EntryOptions, *, memo: Memo, crew: Crew
) -> defaultdict[str, list[EntryKept[Any]]]:
    """What every text that is an entry has become, by kind, from the memo or made now."""
    manner = key_of(msgspec.msgpack.encode(options))
    kinds: dict[str, dict[str, SourceText]] = defaultdict(dict)
    for path, text in texts.items():
        kind = kind_of(path) if path.endswith(".md") else ""
        if kind:
            kinds[kind][text.digest + manner + path] = text
    all_made: defaultdict[str, list[EntryKept[Any]]] = defaultdict(list)
    for kind, wanted in kinds.items():
        maker, kept = MAKERS[kind]

        def make(missing: Sequence[SourceText], maker: Maker = maker, kept: Any = kept) -> list[EntryKept[Any]]:  # noqa: ANN401 - a type of msgspec's
            return crew.map(partial(entry_of, maker, options), missing, type=kept, worth=_WORTH)

        found = memo.remember_together(kind, wanted, make, type=kept)
        all_made[kind] = [found[key] for key in wanted]
    return all_made


def entry_of(maker: Maker, options: EntryOptions, text: SourceText) -> EntryKept[Any]:
    """The entry of one file."""
    document, findings = read_document(text.path, text.raw)
    if document is None:
        return EntryKept("", Made(entry=None, findings=findings))
    made = maker(document, options)
    pasted = pasted_finding(document.body, file=text.path, body_line=document.body_line)
    named = device_findings(document, made.entry.url) if made.entry else ()
    digest = key_of(msgspec.msgpack.encode(made.entry))
    shape = key_of(msgspec.msgpack.encode(made.entry.shape)) if isinstance(made.entry, Post) else ""
    return EntryKept(digest, Made(entry=made.entry, findings=(*findings, *made.findings, *named, *pasted)), shape)


def read_data(texts: Mapping[str, SourceText]) -> Iterator[tuple[str, DataRead]]:
    """The data files by path."""
    for text in texts.values():
        if text.path.startswith(_DATA) and not text.path.endswith(".md"):
            from sitegen.model.data import data_from

            yield text.path, data_from(text.path, text.raw)
