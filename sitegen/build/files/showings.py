"""Which picture is shown where: by front matter, sections and bodies, with the file behind it and its credit there.

Finds and names; never opens a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import is_relative, url_of_file
from sitegen.model.body import Body, LinkSlot, PictureSlot
from sitegen.model.entries import Entry, Page
from sitegen.model.sections import Logo, SectionPicture
from sitegen.plan.files import FileRoute
from sitegen.plan.pictures import PictureView
from sitegen.plan.references import Meaning, References, meant
from sitegen.plan.showing import Showing
from sitegen.sources.whereabouts import Whereabouts


class Finder(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to find a picture."""

    root: Path
    references: References
    routes: Mapping[str, FileRoute]
    """Files beside the texts."""
    static: frozenset[str]
    """Files below `static/`."""
    base: str
    where: Whereabouts

    def file_of(self, src: str, source: str) -> str:
        """The file behind `src` in `source`; empty when there is none."""
        if src.startswith("/"):
            return f"static{src}" if f"static{src}" in self.static else ""
        return self.references.picture(src, source).file if is_relative(src) else ""

    def place_of(self, entry: Entry, slot: PictureSlot | None) -> Span:
        """Where a picture is named: in the body, or in the front matter where there is no slot."""
        if slot is None:
            return self.where.field(entry.source, "image", "src")
        line = slot.line + entry.body_line - 1
        return Span(file=entry.source, line=line, column=slot.column, end_column=slot.column + len(slot.src))

    def url_of(self, file: str) -> str:
        """The URL path of a file that is published as it is."""
        if file in self.routes:
            return self.routes[file].url
        return url_of_file(file.removeprefix("static/"), self.base)


def showings(entries: Iterable[Entry], bodies: Mapping[str, Body], finder: Finder) -> Iterator[Showing]:
    """Every picture that an entry or a body shows and that is there."""
    for entry in entries:
        credits_of, marks = front_credits(entry), marks_of(entry)
        for src in entry.pictures:
            file = finder.file_of(src, entry.source)
            if file:
                yield Showing(
                    entry=entry, src=src, file=file, slot=None, credit=credits_of.get(src, ""), is_mark=src in marks
                )
        body = bodies.get(entry.source)
        for slot in body.slots if body else ():
            if isinstance(slot, PictureSlot) and (file := finder.file_of(slot.src, entry.source)):
                yield Showing(entry=entry, src=slot.src, file=file, slot=slot, credit=slot.credit, is_mark=False)


def linked_files(entries: Iterable[Entry], bodies: Mapping[str, Body], references: References) -> frozenset[str]:
    """Files that a text leads to with a link, whatever else it does with them."""
    return frozenset(
        reference.file
        for entry in entries
        if entry.source in bodies
        for slot in bodies[entry.source].slots
        if isinstance(slot, LinkSlot) and is_relative(slot.target)
        if (reference := references.link(slot.target, entry.source)).meaning is Meaning.FILE
    )


def front_credits(entry: Entry) -> dict[str, str]:
    """The credits of the front matter by picture."""
    found = {entry.image.src: entry.image.credit} if entry.image else {}
    for section in entry.sections if isinstance(entry, Page) else ():
        image = getattr(section, "image", None)
        if isinstance(image, SectionPicture):
            found.setdefault(image.src, image.credit)
    return found


def marks_of(entry: Entry) -> frozenset[str]:
    """Pictures that are logos: the site's own, and those of others in a section."""
    if not entry.url:
        return frozenset(entry.pictures)
    items = (
        item
        for section in (entry.sections if isinstance(entry, Page) else ())
        for item in getattr(section, "items", ())
    )
    return frozenset(
        item.image.src for item in items if isinstance(item, Logo) and isinstance(item.image, SectionPicture)
    )


def missing_images(
    entries: Iterable[Entry], views: Mapping[tuple[str, str], PictureView], finder: Finder
) -> Iterator[Diagnostic]:
    """Pictures of front matter that are not there, or lack what stands for them."""
    for entry in entries:
        image = entry.image
        if image is None or not entry.source:
            continue
        view = views.get((entry.source, image.src))
        if view is None and "://" not in image.src:
            suggestion = finder.references.picture(image.src, entry.source).suggestion if is_relative(image.src) else ""
            facts = {"target": image.src, "cure": meant(suggestion)}
            yield Diagnostic(code="SG303", span=finder.place_of(entry, None), facts=facts)
        if not image.alt and not (view and view.alt):
            yield Diagnostic(code="SG314", span=finder.place_of(entry, None), facts={"target": image.src})
