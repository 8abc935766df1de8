"""An export that breaks the rules of XML, read by what exports are made of: known elements and CDATA.

Undefined entities, a bare `&` or `<`, `]]>` within a text, an end without a beginning: all of these are read as they
were meant. Where nothing of an export can be recognised any more, the rest is not guessed: the reader says where it
stopped, and the item that was open there is not taken. Works through the file in pieces.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from sitegen.importers.refused import refuse
from sitegen.importers.wordpress.building import Builder
from sitegen.importers.wordpress.records import Item
from sitegen.importers.wordpress.source import PIECE, Source

_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)((?:\s+[^<>]*?)?)(/?)>")
_ATTRIBUTE: Final = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLAIN: Final = frozenset(
    {"rss", "channel", "item", "title", "link", "description", "language", "pubDate", "generator", "guid", "category"}
    | {"image", "url", "width", "height", "cloud", "docs", "lastBuildDate"}
)
"""Elements without a prefix that an export has; any other stands in a text."""
_HOLDERS: Final = re.compile(
    r"rss|channel|item|image|\w+:(?:comment|commentmeta|postmeta|author|category|tag|term|termmeta)"
)
"""Elements that hold elements; every other holds text alone."""
_END_OF_CDATA: Final = re.compile(r"\]\]>(?=<!\[CDATA\[|\s*</[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?\s*>)")
_NEXT_ITEM: Final = re.compile(r"</item>\s*<item>|</wp:\w+>\s*<wp:\w+>")
_CDATA: Final = "<![CDATA["
_LONGEST_TEXT: Final = 64 << 20
"""Characters of one element; more is a CDATA that never ends."""


class Broken:
    """Where reading ended before the end: the line, and the title of the item that was open."""

    def __init__(self) -> None:
        self.line = 0
        self.title: str | None = None


def read_leniently(source: Source, builder: Builder, broken: Broken) -> Iterator[Item]:
    """The items that are complete; `broken` then says whether the file ends too early.

    Raises RefusedError for a file that declares entities.
    """
    reader = _Reader(source, builder)
    for piece in source.pieces():
        reader.take(piece, last=False)
        items, builder.items = builder.items, []
        yield from items
    reader.take("", last=True)
    yield from builder.items
    builder.items = []
    if reader.open:
        broken.line, broken.title = reader.line, builder.unfinished


class _Reader:
    """A cursor over text that comes in pieces."""

    def __init__(self, source: Source, builder: Builder) -> None:
        self.line = 1
        self.open: list[str] = []
        self._source = source
        self._builder = builder
        self._rest = ""
        self._wanted = 0
        self._kinds = (
            (_CDATA, self._cdata),
            ("<!--", self._comment),
            ("<?", self._instruction),
            ("<!", self._declaration),
        )

    def take(self, piece: str, *, last: bool) -> None:
        """Read on as far as it goes; what is not complete waits for the next piece."""
        self._rest += piece
        # A long CDATA is not looked through again with every piece.
        if not last and len(self._rest) < self._wanted:
            return
        at = 0
        while at < len(self._rest):
            end = self._token(at, last=last)
            if end is None:
                break
            self.line += self._rest.count("\n", at, end)
            at = end
        self._rest = self._rest[at:]
        self._wanted = 2 * len(self._rest) if len(self._rest) > PIECE else 0

    def _token(self, at: int, *, last: bool) -> int | None:
        """Read what begins at `at`; where it ends, or None if more is needed."""
        rest = self._rest
        if rest[at] != "<":
            return self._characters(at, last=last)
        if not last and _CDATA.startswith(rest[at:]):
            return None
        read = next((read for opening, read in self._kinds if rest.startswith(opening, at)), self._tag)
        return read(at, last=last)

    def _characters(self, at: int, *, last: bool) -> int | None:
        end = self._rest.find("<", at)
        if end < 0 and not last:
            return None
        end = len(self._rest) if end < 0 else end
        self._builder.text(html.unescape(self._rest[at:end]))
        return end

    def _comment(self, at: int, *, last: bool) -> int | None:
        return self._behind("-->", at, last=last)

    def _instruction(self, at: int, *, last: bool) -> int | None:
        return self._behind("?>", at, last=last)

    def _declaration(self, at: int, *, last: bool) -> int | None:
        end = self._behind(">", at, last=last)
        if end is not None and "<!ENTITY" in self._rest[at:end]:
            raise refuse("SG682", file=self._source.name, line=self.line)
        return end

    def _behind(self, closing: str, at: int, *, last: bool) -> int | None:
        end = self._rest.find(closing, at)
        if end < 0:
            return len(self._rest) if last else None
        return end + len(closing)

    def _cdata(self, at: int, *, last: bool) -> int | None:
        """Up to the `]]>` behind which the element ends; the first one where that would swallow the next item."""
        begin = at + len(_CDATA)
        found = _END_OF_CDATA.search(self._rest, begin)
        first = self._rest.find("]]>", begin)
        if found is None and not last and len(self._rest) - at < _LONGEST_TEXT:
            return None
        if first < 0:
            return len(self._rest)
        end = found.start() if found else first
        if end != first and _NEXT_ITEM.search(self._rest, first, end):
            end = first
        self._builder.text(self._rest[begin:end])
        return end + len("]]>")

    def _tag(self, at: int, *, last: bool) -> int | None:
        found = _TAG.match(self._rest, at)
        if found is None and not last and self._rest.find(">", at) < 0 and len(self._rest) - at < PIECE:
            return None
        if found is None or not self._is_element(found[2]):
            self._builder.text("<")
            return at + 1
        if found[1]:
            self._close(found[2])
        else:
            self._close_before(found[2])
            self._builder.start(found[2], _attributes(found[3]), self.line)
            self.open.append(found[2])
            if found[4]:
                self._close(found[2])
        return found.end()

    def _close_before(self, name: str) -> None:
        """What was never closed ends where something begins that it cannot hold."""
        while self.open and not _HOLDERS.fullmatch(self.open[-1]):
            self._close(self.open[-1])
        if name == "item" and "item" in self.open:
            self._close("item")

    def _is_element(self, name: str) -> bool:
        return ":" in name or name in _PLAIN

    def _close(self, name: str) -> None:
        """The element ends, and with it what was left open within; an end without a beginning is passed over."""
        if name not in self.open:
            return
        while self.open:
            last = self.open.pop()
            self._builder.end()
            if last == name:
                return


def _attributes(typed: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(typed)}
