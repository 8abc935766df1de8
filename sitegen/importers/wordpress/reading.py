"""Exports as they are read, one item at a time, as often as asked: strictly first, and leniently where that fails.

What had to be mended is told; what cannot be read is refused with its line. Memory holds one item and the heads.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.importers import wording
from sitegen.importers.refused import refuse
from sitegen.importers.wordpress.building import Builder
from sitegen.importers.wordpress.lenient import Broken, read_leniently
from sitegen.importers.wordpress.records import Channel, Item
from sitegen.importers.wordpress.source import Source, sources_of
from sitegen.importers.wordpress.strict import NotWellFormedError, read_strictly


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """What was wrong with a file and did not keep it from being read."""

    file: str
    line: int = 0
    """Where it first broke the rules of XML; 0 where it nowhere does."""
    ends_at: int = 0
    """The line at which it ends too early; 0 for a whole one."""
    lost: str | None = None
    """The title of the item that was not complete there; None for none."""
    letters: int = 0
    """Bytes that were no UTF-8 and were read as Windows' letters."""
    characters: int = 0
    """Characters that no text has, left out."""
    packed: bool = False
    """Whether the packed file itself ends too early."""


class Export:
    """One or several files of one site. `channel` and `damages` are known when the items were read once."""

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self._sources = sources
        self._faults: dict[str, int] = {}
        self.channel = Channel()
        self.damages: tuple[Damage, ...] = ()

    def items(self) -> Iterator[Item]:
        """All items in the order of the files, each with an id of its own; one that stands in them twice comes once.

        Raises RefusedError for what is no export, OSError from the disk.
        """
        seen: dict[str, tuple[str, ...]] = {}
        channels: list[Channel] = []
        damages: list[Damage] = []
        for number, source in enumerate(self._sources):
            builder, broken = Builder(), Broken()
            for item in self._of(source, builder, broken):
                one = _told_apart(item, seen, number)
                if one is not None:
                    yield one
            if not builder.seen:
                raise refuse("SG680", file=source.name, cure=wording.NO_EXPORT[_kind_of(source)])
            channels.append(builder.channel)
            damages.append(self._damage(source, broken))
        self.channel = _joined(channels)
        self.damages = tuple(one for one in damages if one != Damage(file=one.file))

    def _of(self, source: Source, builder: Builder, broken: Broken) -> Iterator[Item]:
        if source.name not in self._faults:
            try:
                # A first look at the whole file: what is well-formed up to a fault would else be read twice.
                for _ in read_strictly(source, Builder()):
                    pass
                self._faults[source.name] = 0
            except NotWellFormedError as error:
                self._faults[source.name] = error.line
        if self._faults[source.name]:
            yield from read_leniently(source, builder, broken)
        else:
            yield from read_strictly(source, builder)

    def _damage(self, source: Source, broken: Broken) -> Damage:
        return Damage(
            file=source.name,
            line=self._faults[source.name],
            ends_at=broken.line,
            lost=broken.title,
            letters=source.mended.get("letters", 0),
            characters=source.mended.get("characters", 0),
            packed=bool(source.mended.get("packed")),
        )


def open_exports(paths: tuple[Path, ...]) -> Export:
    """The exports in these files. Raises RefusedError for a file that holds none, OSError from the disk."""
    return Export(tuple(source for path in paths for source in sources_of(path)))


def _told_apart(item: Item, seen: dict[str, tuple[str, ...]], number: int) -> Item | None:
    """The item under an id that no other has; None if the very same has been there."""
    # Without an id of its own an item counts within its file.
    wanted = f"{number}{item.id}" if item.id.startswith("[") and number else item.id
    marks = (item.type, item.slug, item.title, item.date, item.link)
    name, count = wanted, 1
    while name in seen:
        if seen[name] == marks:
            return None
        count += 1
        name = f"{wanted}.{count}"
    seen[name] = marks
    return item if name == item.id else msgspec.structs.replace(item, id=name)


def _joined(channels: list[Channel]) -> Channel:
    """The head of the first file, with whom and what the others name besides."""
    authors = {author.login: author for channel in reversed(channels) for author in channel.authors}
    terms = {(term.taxonomy, term.slug): term for channel in reversed(channels) for term in channel.terms}
    return msgspec.structs.replace(channels[0], authors=tuple(authors.values()), terms=tuple(terms.values()))


def _kind_of(source: Source) -> str:
    """What a file that is no export seems to be: a key of `wording.NO_EXPORT`."""
    beginning = next(iter(source.pieces()), "").lstrip()[:2000].lower()
    if not beginning:
        return "empty"
    if "<html" in beginning or beginning.startswith("<!doctype html"):
        return "html"
    if "<rss" in beginning or "<feed" in beginning:
        return "feed"
    return "other"
