"""Comments of an item as files of ours: approved ones in their threads, mentions apart, waiting ones in the queue.

Spam and what lies in the trash is counted and left out. E-mail addresses, IPs and user agents have not come this far.
Pure.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, Literal

import msgspec

from sitegen.comments.deciding import pending_path
from sitegen.importers.folder import NewFile
from sitegen.importers.html.convert import Note, markdown_of
from sitegen.importers.wordpress.classic import paragraphs
from sitegen.importers.wordpress.dates import moment_of
from sitegen.importers.wordpress.layout import Place
from sitegen.importers.wordpress.links import Links
from sitegen.importers.wordpress.naming import is_mailbox, plain
from sitegen.importers.wordpress.records import Comment as Said
from sitegen.importers.wordpress.records import Item
from sitegen.model.addresses import absolute_url
from sitegen.model.comments.comment import TEXT_LIMIT, Comment, CommentType
from sitegen.model.comments.file import comment_bytes
from sitegen.model.comments.head import is_website
from sitegen.text.moments import BERLIN
from sitegen.text.ulids import new_ulid

Fate = Literal["approved", "pending", "spam", "trash", "internal"]

_FATES: Final[dict[str, Fate]] = {
    "1": "approved",
    "approve": "approved",
    "approved": "approved",
    "0": "pending",
    "hold": "pending",
    "unapproved": "pending",
    "spam": "spam",
    "trash": "trash",
    "post-trashed": "trash",
}
_MENTIONS: Final[dict[str, CommentType]] = {
    "pingback": "pingback",
    "trackback": "trackback",
    "webmention": "webmention",
}
_INTERNAL: Final = re.compile(r"(?:^|[_-])(?:notes?|logs?|history|activity)(?:$|[_-])")
"""Types of what is written for nobody else: remarks beside blocks (since WordPress 6.9), notes on orders."""
_HEADINGS: Final = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]\s*>", re.DOTALL | re.IGNORECASE)
_PARTS: Final = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|dl|dt|dd|hr|div|address|figure|figcaption)\b[^>]*>", re.IGNORECASE
)
_CELLS: Final = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_INLINE: Final = re.compile(
    r"</?(?:abbr|acronym|sup|sub|td|th|caption|kbd|tt|var|small|big|cite|q|u|ins)\b[^>]*>", re.IGNORECASE
)


class CommentsMade(msgspec.Struct, frozen=True, kw_only=True):
    """The comments of one item."""

    files: tuple[NewFile, ...] = ()
    approved: int = 0
    """Without mentions."""
    pending: int = 0
    mentions: Mapping[str, int] = {}
    """By type."""
    spam: int = 0
    trash: int = 0
    internal: int = 0
    notes: tuple[Note, ...] = ()


class Commenting:
    """Makes files of comments; holds what all of them share."""

    def __init__(
        self, links: Links, *, host: str, site_url: str, names: Mapping[str, str], known: frozenset[str]
    ) -> None:
        self._links, self._host, self._site_url = links, host, site_url
        self._names = names
        """By login and by name, what those who wrote the site are called now."""
        self._known = known
        """ULIDs that the site has already, decided upon or not."""

    def made(self, item: Item, place: Place) -> CommentsMade:
        """The files for the comments of an item whose text is at `place`."""
        fates = [(said, _fate(said)) for said in _told_apart(item)]
        kept = {said.id: said for said, fate in fates if fate in {"approved", "pending"}}
        files: list[NewFile] = []
        notes: dict[Note, None] = {}
        counts = {"approved": 0, "pending": 0}
        mentions: dict[str, int] = {}
        for said, fate in fates:
            if fate not in counts:
                continue
            comment, found = self._comment(said, place, kept)
            notes |= dict.fromkeys(found)
            if comment.is_mention and fate == "approved":
                mentions[comment.type] = mentions.get(comment.type, 0) + 1
            else:
                counts[fate] += 1
            path = comment.path if fate == "approved" else pending_path(comment)
            files += [NewFile(path=path, content=comment_bytes(comment))] if self._is_new(comment, path) else []
        return CommentsMade(
            files=tuple(files),
            approved=counts["approved"],
            pending=counts["pending"],
            mentions=mentions,
            spam=sum(fate == "spam" for _, fate in fates),
            trash=sum(fate == "trash" for _, fate in fates),
            internal=sum(fate == "internal" for _, fate in fates),
            notes=tuple(notes),
        )

    def _is_new(self, comment: Comment, path: str) -> bool:
        """A comment that lies elsewhere by now was decided upon."""
        return comment.id not in self._known or path in self._known

    def _comment(self, said: Said, place: Place, kept: Mapping[str, Said]) -> tuple[Comment, tuple[Note, ...]]:
        date = moment_of(said) or _day_of(place)
        name = plain(said.name)
        text, notes = self._text(said, name)
        above = kept.get(said.parent)
        by_author = said.user not in {"", "0"} and name in self._names
        kind: CommentType = _MENTIONS.get(said.type.lower(), "owner_reply" if by_author else "comment")
        comment = Comment(
            id=self._ulid(said, date, place),
            post=place.id,
            parent=self._ulid(above, moment_of(above) or _day_of(place), place) if above and above is not said else "",
            name=self._names[name] if by_author else "" if is_mailbox(name) else name,
            website=said.website.strip() if is_website(said.website.strip()) else "",
            date=date,
            type=kind,
            source=f"wordpress:{said.id}" if said.id.isdecimal() else "wordpress",
            text=text,
        )
        return comment, notes

    def _ulid(self, said: Said, date: datetime, place: Place) -> str:
        """Made of where the comment comes from alone, so that every import gives it the same."""
        marks = f"{self._host}\n{place.item.id}\n{said.id}\n{said.date_gmt}"
        chance = hashlib.sha256(marks.encode("utf-8", "replace")).digest()[:10]
        return new_ulid(date, chance)

    def _text(self, said: Said, name: str) -> tuple[str, tuple[Note, ...]]:
        """What was written in the small Markdown of comments."""
        html = _HEADINGS.sub(r"<p><strong>\1</strong></p>", said.content)
        html = _INLINE.sub("", _CELLS.sub(" ", _PARTS.sub("\n\n", html)))
        converted = markdown_of(paragraphs(html), rewrite=_Plainly(self._links, self._site_url))
        text = converted.markdown.strip()
        notes = [Note(kind="comment_changed", excerpt=name)] if converted.notes else []
        if len(text) > TEXT_LIMIT:
            text = f"{text[: TEXT_LIMIT - 1].rstrip()}…"
            notes = [Note(kind="comment_cut", excerpt=name)]
        return text, tuple(notes)


def known_comments(paths: Iterable[str]) -> frozenset[str]:
    """The ULIDs and the paths of comment files, given their paths."""
    listed = list(paths)
    return frozenset((*listed, *(path.rpartition("/")[2].removesuffix(".md") for path in listed)))


def _fate(said: Said) -> Fate:
    return "internal" if _INTERNAL.search(said.type.lower()) else _FATES.get(said.approved.lower(), "pending")


def _told_apart(item: Item) -> tuple[Said, ...]:
    """The comments of an item, each with an id of its own; one that stands there twice comes once."""
    found: dict[str, Said] = {}
    for said in item.comments:
        name, count = said.id, 1
        while name in found and found[name] != msgspec.structs.replace(said, id=name):
            count += 1
            name = f"{said.id}.{count}"
        found[name] = msgspec.structs.replace(said, id=name)
    return tuple(found.values())


class _Plainly:
    """Links of a comment as full addresses; pictures and embeds as what visitors' comments have here: none."""

    def __init__(self, links: Links, site_url: str) -> None:
        self._links, self._site_url = links, site_url

    def link(self, href: str) -> str:
        """As `markdown_of` asks."""
        address = self._links.address(href)
        return absolute_url(address, self._site_url) if address.startswith("/") else address

    def picture(self, src: str) -> str:  # noqa: ARG002 -- of the protocol
        """Left out, with a note."""
        return ""

    def embed(self, address: str) -> str | None:  # noqa: ARG002 -- likewise
        """A link."""
        return None


def _day_of(place: Place) -> datetime:
    day = place.date or datetime(2000, 1, 1)  # noqa: DTZ001 -- the site's own time
    return day.replace(tzinfo=BERLIN)
