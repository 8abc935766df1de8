"""What texts show and lead to beside one another: remembered for as long as no text, no name and no setting changes.

Looking through every body of a large site for the few things that concern the whole of it takes longer than anything
else that is done with them; so only those are looked through that hold any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.files.showings import Finder, linked_files, showings
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.trace import digest_of_value
from sitegen.build.texts.gathering import Gathered
from sitegen.model.addresses import base_path
from sitegen.model.body import Body, EmbedSlot, PictureSlot
from sitegen.model.entries import Entry
from sitegen.model.third_party import host_of
from sitegen.plan.files import FileRoute, file_routes
from sitegen.plan.legal import shown_documents
from sitegen.plan.references import References
from sitegen.plan.showing import Showing

_KIND: Final = "referred"


class Shown(msgspec.Struct, frozen=True, array_like=True):
    """A `Showing` as it is kept."""

    entry: int
    """Its number among the entries."""
    src: str
    file: str
    slot: PictureSlot | None
    credit: str
    is_mark: bool


class Referred(msgspec.Struct, frozen=True, kw_only=True):
    """What all bodies and heads of a site refer to."""

    beside: dict[str, FileRoute]
    """Files that texts and entries refer to, by their file."""
    shown: tuple[Shown, ...]
    """Every picture at every place."""
    linked: frozenset[str]
    """Files that links lead to."""
    embedded: frozenset[str]
    """Hosts of what is embedded in texts."""
    legal: tuple[str, ...]
    """Texts that show a legal page."""

    def showings(self, entries: tuple[Entry, ...]) -> tuple[Showing, ...]:
        """Every picture at every place; `entries` are those it was made of."""
        return tuple(
            Showing(
                entry=entries[one.entry],
                src=one.src,
                file=one.file,
                slot=one.slot,
                credit=one.credit,
                is_mark=one.is_mark,
            )
            for one in self.shown
        )


def finder_of(root: Path, gathered: Gathered, references: References, beside: Mapping[str, FileRoute]) -> Finder:
    """Finds pictures of the site in `root`."""
    static = frozenset(file.path for file in gathered.static)
    base = base_path(gathered.site.settings.url)
    return Finder(root=root, references=references, routes=beside, static=static, base=base, where=gathered.where)


def referred(
    root: Path, gathered: Gathered, references: References, memo: Memo, *, entries: tuple[Entry, ...]
) -> Referred:
    """What the site refers to, from the memo or looked for now; `entries` are all that may show a picture."""
    site = msgspec.structs.replace(gathered.site, now=None, data={}, comments={}, posts=(), expired=())
    files = ([file.path for file in gathered.content], [file.path for file in gathered.static])
    key = digest_of_value((site, gathered.shapes, gathered.bodies.digest, files, gathered.without_entry))
    find = partial(_found, root, gathered, references, entries=entries)
    return memo.remember_latest(_KIND, key, find, type=Referred)


def embedded_hosts(bodies: Iterable[Body]) -> frozenset[str]:
    """Where everything comes from that is embedded in texts."""
    return frozenset(host_of(slot.source) for body in bodies for slot in body.slots if isinstance(slot, EmbedSlot))


def _found(root: Path, gathered: Gathered, references: References, *, entries: tuple[Entry, ...]) -> Referred:
    bodies = gathered.bodies.referring  # each is taken apart once for all who look through them
    beside = file_routes(entries, bodies, references, base=base_path(gathered.site.settings.url))
    finder = finder_of(root, gathered, references, beside)
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    return Referred(
        beside=beside,
        shown=tuple(
            Shown(numbers[id(one.entry)], one.src, one.file, one.slot, one.credit, one.is_mark)
            for one in showings(entries, bodies, finder)
        ),
        linked=linked_files(entries, bodies, references),
        embedded=embedded_hosts(bodies.values()),
        legal=tuple(dict.fromkeys(source for source, _, _ in shown_documents(bodies))),
    )
