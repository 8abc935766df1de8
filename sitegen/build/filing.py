"""Files that are published as they are: pictures and downloads beside the texts, static files, files of the theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.memo import Memo, key_of
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import url_of_file
from sitegen.model.body import Body, PictureSlot
from sitegen.model.entries import Entry
from sitegen.output.files import OutputFile, digest_of, digest_of_file
from sitegen.output.pictures.measure import Measure, measure
from sitegen.plan.files import FileRoute, is_relative
from sitegen.plan.pictures import PictureView
from sitegen.plan.references import References, meant
from sitegen.sources.whereabouts import Whereabouts

ASSETS_OUTPUT: Final = "assets"
FINGERPRINT_LENGTH: Final = 10


class StaticFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file that goes out with the bytes it has."""

    file: str
    """Path below the site folder."""
    output: str
    digest: str


def static_files(root: Path, paths: Iterable[str]) -> tuple[StaticFile, ...]:
    """The files of `static/`, each at its own path."""
    return tuple(
        StaticFile(file=path, output=path.removeprefix("static/"), digest=digest_of_file(root / path)) for path in paths
    )


def beside_texts(root: Path, routes: Mapping[str, FileRoute]) -> tuple[StaticFile, ...]:
    """The files that texts refer to."""
    return tuple(
        StaticFile(file=route.file, output=route.output, digest=digest_of_file(root / route.file))
        for route in routes.values()
    )


def copies(root: Path, files: Iterable[StaticFile]) -> Iterator[OutputFile]:
    """Those files as part of the output."""
    return (OutputFile.copying(file.output, root / file.file, digest=file.digest) for file in files)


def fingerprinted(name: str, content: bytes) -> OutputFile:
    """A file of the theme whose name changes with its content, so that browsers may keep it for ever."""
    stem, dot, ending = name.rpartition(".")
    output = f"{ASSETS_OUTPUT}/{stem}.{digest_of(content)[:FINGERPRINT_LENGTH]}{dot}{ending}"
    return OutputFile.holding(output, content)


class Pictures(msgspec.Struct, frozen=True, kw_only=True):
    """The published pictures by where they are shown, and what is wrong with some."""

    views: dict[tuple[str, str], PictureView]
    findings: tuple[Diagnostic, ...]


class PictureShop(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to find and measure a picture."""

    root: Path
    references: References
    routes: Mapping[str, FileRoute]
    files: Mapping[str, StaticFile]
    """Everything published as it is, by its file."""
    base: str
    where: Whereabouts

    def file_of(self, src: str, source: str) -> str:
        """The file behind `src` in `source`; empty when there is none."""
        if src.startswith("/"):
            return f"static{src}" if f"static{src}" in self.files else ""
        return self.references.picture(src, source).file if is_relative(src) else ""

    def place_of(self, entry: Entry, slot: PictureSlot | None) -> Span:
        """Where a picture is named: in the body, or in the front matter where there is no slot."""
        if slot is None:
            return self.where.field(entry.source, "image", "src")
        line = slot.line + entry.body_line - 1
        return Span(file=entry.source, line=line, column=slot.column, end_column=slot.column + len(slot.src))

    def url_of(self, file: str) -> str:
        """The URL path of a published file."""
        if file in self.routes:
            return self.routes[file].url
        return url_of_file(self.files[file].output, self.base)


def pictures_of(entries: Iterable[Entry], bodies: Mapping[str, Body], shop: PictureShop, memo: Memo) -> Pictures:
    """Every picture that an entry or a body shows, measured."""
    views: dict[tuple[str, str], PictureView] = {}
    findings: list[Diagnostic] = []
    for entry in entries:
        for src, slot in shown_by(entry, bodies.get(entry.source)):
            file = shop.file_of(src, entry.source)
            if not file or (entry.source, src) in views:
                continue
            size = memo.remember(
                "picture",
                key_of(file.rpartition(".")[2].lower(), shop.files[file].digest),
                lambda file=file: measure(shop.root / file),  # type: ignore[misc]
                type=Measure,
            )
            if not size.readable:
                findings.append(Diagnostic(code="SG304", span=shop.place_of(entry, slot), facts={"file": file}))
            views[entry.source, src] = PictureView(url=shop.url_of(file), width=size.width, height=size.height)
    return Pictures(views=views, findings=tuple(findings))


def shown_by(entry: Entry, body: Body | None) -> Iterator[tuple[str, PictureSlot | None]]:
    """Pictures of an entry as written, with the slot of each in its body; None for that of the front matter."""
    for src in entry.pictures:
        yield src, None
    for slot in body.slots if body else ():
        if isinstance(slot, PictureSlot):
            yield slot.src, slot


def missing_images(entries: Iterable[Entry], pictures: Pictures, shop: PictureShop) -> Iterator[Diagnostic]:
    """Pictures of front matter that are not there, or lack what stands for them."""
    for entry in entries:
        image = entry.image
        if image is None or not entry.source:
            continue
        if (entry.source, image.src) not in pictures.views and "://" not in image.src:
            suggestion = shop.references.picture(image.src, entry.source).suggestion if is_relative(image.src) else ""
            facts = {"target": image.src, "cure": meant(suggestion)}
            yield Diagnostic(code="SG303", span=shop.place_of(entry, None), facts=facts)
        if not image.alt:
            yield Diagnostic(code="SG314", span=shop.place_of(entry, None), facts={"target": image.src})
