"""The content of an item as Markdown: blocks, shortcodes, links, pictures and embeds, with a note for each loss.

Pure but for what `Media` knows of the folder of uploads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import Final

import msgspec

from sitegen.importers.embeds import embed_of, host_shown, is_counted
from sitegen.importers.html.convert import Note, markdown_of
from sitegen.importers.html.notes import excerpt
from sitegen.importers.wordpress.blocks import BlocksRead, html_of
from sitegen.importers.wordpress.codes import KNOWN, Codes, kept
from sitegen.importers.wordpress.layout import File
from sitegen.importers.wordpress.links import Links, seen_from
from sitegen.importers.wordpress.media import Media, alt_of, is_picture
from sitegen.importers.wordpress.naming import plain
from sitegen.importers.wordpress.placeholders import CAN_STAND_IN
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.shortcodes import each_tag, foreign, replaced

_COUNTER: Final = re.compile(
    r"<(?P<tag>script|iframe|img)\b[^>]*?\bsrc\s*=\s*[\"']?(?P<src>(?:https?:)?//[^\"'\s>]+)[^>]*>(?:\s*</(?P=tag)\s*>)?",
    re.IGNORECASE,
)
_IMG: Final = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SRC: Final = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_LINKED_PICTURE: Final = re.compile(
    r"<a\b[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*>\s*(<img\b[^>]*>)\s*</a>", re.IGNORECASE
)
_NO_ALT: Final = re.compile(r"\salt\s*(?:=\s*(?:\"\s*\"|'\s*'))?(?=[\s/>])", re.IGNORECASE)
_ALT: Final = re.compile(r"\salt\s*=\s*(?:\"\s*[^\"\s]|'\s*[^'\s])", re.IGNORECASE)


class TextMade(msgspec.Struct, frozen=True, kw_only=True):
    """What a content came to."""

    markdown: str
    notes: tuple[Note, ...] = ()
    wanted: tuple[str, ...] = ()
    """Third parties that would have to be declared for its embeds to be shown."""


class Texts:
    """Makes Markdown of contents; holds what all of them share."""

    def __init__(
        self,
        links: Links,
        media: Media,
        *,
        reusable: Mapping[str, str],
        tables: Mapping[str, str],
        children: Mapping[str, Sequence[str]],
        parties: frozenset[str],
    ) -> None:
        self._links, self._media, self._reusable, self._parties = links, media, reusable, parties
        self._children, self._tables = children, tables
        self.seen: dict[str, None] = {}
        """Addresses that the texts lead to."""
        self.placed: dict[str, None] = {}
        """Numbers of the reusable blocks that stand in them."""
        self.placed_tables: dict[str, None] = {}

    def made(self, content: str, item: Item, *, source: str, title: str) -> TextMade:
        """`content` of `item` as the body of the file `source`; `title` names what embeds show."""
        rewriter = Rewriting(self._links, self._media, source=source, title=title, parties=self._parties)
        codes = Codes(
            self._files,
            attached=lambda post: self._attached(post or item.id),
            address_of=lambda file: file.item.attachment_url,
            tables=self._tables,
        )
        read = BlocksRead(self._reusable)
        unknown = set(foreign(content, KNOWN))

        def in_text(text: str) -> str:
            # What a reusable block brings along is not in the content itself.
            unknown.update(foreign(text, KNOWN) if read.within else ())
            known = replaced(text, KNOWN, codes.html)
            return each_tag(known, frozenset(unknown).union(codes.empty), kept)

        html, counters = _without_counters(html_of(content, read, codes=in_text))
        converted = markdown_of(self._described(self._shown_once(html)), rewrite=rewriter)
        told = {
            "shortcode_kept": [f"[{name}]" for name in sorted(unknown)],
            "shortcode_empty": [f"[{name}]" for name in sorted(codes.empty)],
            "block_dropped": read.lost,
            "block_missing": read.missing,
            "pattern_words": [plain(words) for words in read.unplaced],
            "gallery_gap": codes.gaps,
            "table_missing": codes.no_tables,
            "counter_dropped": counters,
        }
        own = [Note(kind=kind, excerpt=", ".join(about)) for kind, about in told.items() if about]
        self.seen |= rewriter.seen
        self.placed |= read.placed
        self.placed_tables |= codes.placed
        notes = dict.fromkeys((*own, *rewriter.notes, *rewriter.unexplained(converted.notes)))
        return TextMade(markdown=converted.markdown, notes=tuple(notes), wanted=tuple(rewriter.wanted))

    def _files(self, ids: Iterable[str]) -> Sequence[File]:
        return [file for one in ids for file in [self._media.with_id(one)] if file is not None]

    def _attached(self, post: str) -> Sequence[File]:
        return [file for file in self._files(self._children.get(post, ())) if is_picture(file)]

    def _shown_once(self, html: str) -> str:
        """A picture does not lead to itself, nor to the page that it had."""

        def alone(found: re.Match[str]) -> str:
            src, href = _SRC.search(found[3]), _unescaped(found[1] or found[2] or "")
            file = self._media.meant(_unescaped(src[1] or src[2] or "")) if src else None
            itself = file is not None and self._links.led(href, source=file.path).target == seen_from(
                file.path, file.path
            )
            return found[3] if itself else found[0]

        return _LINKED_PICTURE.sub(alone, html)

    def _described(self, html: str) -> str:
        """Pictures without a text of their own get that of the media library."""

        def described(found: re.Match[str]) -> str:
            src = _SRC.search(found[0])
            if src is None or _ALT.search(found[0]):
                return found[0]
            file = self._media.meant(_unescaped(src[1] or src[2] or ""))
            alt = alt_of(file) if file else ""
            bare = _NO_ALT.sub("", found[0])
            return f'{bare[:4]} alt="{escape(alt)}"{bare[4:]}' if alt else found[0]

        return _IMG.sub(described, html)


class Rewriting:
    """Where links, pictures and embeds of one text lead."""

    def __init__(self, links: Links, media: Media, *, source: str, title: str, parties: frozenset[str]) -> None:
        self.notes: dict[Note, None] = {}
        self.wanted: dict[str, None] = {}
        self.seen: dict[str, None] = {}
        self._explained: list[str] = []
        self._links, self._media, self._source, self._title, self._parties = links, media, source, title, parties

    def link(self, href: str) -> str:
        """As `markdown_of` asks."""
        self.seen[href] = None
        led = self._links.led(href, source=self._source)
        if led.note:
            self._explained.append(href)
            self.notes[Note(kind=led.note, excerpt=led.about)] = None
        return led.target

    def picture(self, src: str) -> str:
        """A picture that is not there keeps its place, if something can stand in for it."""
        self.seen[src] = None
        file = self._media.meant(src)
        return "" if file is None else self.shown(file)

    def shown(self, file: File) -> str:
        """The path of a picture, seen from the text; empty for one that is not there and cannot be stood in for."""
        if not file.there:
            self.notes[Note(kind="picture_missing", excerpt=file.upload)] = None
            if PurePosixPath(file.path).suffix.lower() not in CAN_STAND_IN:
                return ""
        return seen_from(self._source, file.path) if is_picture(file) else ""

    def embed(self, address: str) -> str | None:
        """The line of a declared third party."""
        found = embed_of(address, title=self._title)
        if found is None:
            return None
        if found.party not in self._parties:
            self.wanted[found.party] = None
            return None
        return found.line

    def unexplained(self, notes: Sequence[Note]) -> Iterator[Note]:
        """Without those that a note of this room says better."""
        for note in notes:
            is_dropped = note.kind in {"link_dropped", "embed_dropped"}
            if not (is_dropped and any(_is_about(note, one) for one in self._explained)):
                yield note


def _is_about(note: Note, address: str) -> bool:
    """Whether a dropped link or embed led to `address`, of which the note may hold only the beginning."""
    if note.excerpt == excerpt(address):
        return True
    starts = (found.start() for found in re.finditer(r" ?\(", note.excerpt))
    return any(excerpt(f"{note.excerpt[:start]} ({address})") == note.excerpt for start in starts)


def featured(item: Item, media: Media, *, source: str) -> tuple[dict[str, str], tuple[Note, ...]]:
    """The picture of an item as its front matter names it; with a note where it is missing."""
    wanted = item.meta.get("_thumbnail_id", "").strip()
    if not wanted or wanted == "0":
        return {}, ()
    file = media.with_id(wanted)
    if file is None or not is_picture(file):
        return {}, (Note(kind="featured_missing", excerpt=wanted),)
    note = () if file.there else (Note(kind="picture_missing", excerpt=file.upload),)
    if note and PurePosixPath(file.path).suffix.lower() not in CAN_STAND_IN:
        return {}, note
    return {"src": seen_from(source, file.path), "alt": alt_of(file)}, note


def _without_counters(html: str) -> tuple[str, tuple[str, ...]]:
    """Without what counts or recognises visitors, and the hosts of that."""
    hosts: dict[str, None] = {}

    def gone(found: re.Match[str]) -> str:
        address = found["src"] if found["src"].startswith("http") else f"https:{found['src']}"
        if not is_counted(address):
            return found[0]
        hosts[host_shown(address)] = None
        return ""

    return _COUNTER.sub(gone, html), tuple(hosts)


def _unescaped(address: str) -> str:
    return address.replace("&amp;", "&").replace("&#038;", "&")
