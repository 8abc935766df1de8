"""What is to be made of each picture file in one build, what was made of it, and where that goes.

A picture that a text shows becomes several files below `bilder/`, named after their content; one that is linked, or
lies below `static/`, keeps its address and loses its metadata. What was made once is in the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec

from sitegen.build.files.filing import FINGERPRINT_LENGTH, StaticFile
from sitegen.build.files.showings import Finder
from sitegen.build.memory.memo import CACHE_FOLDER, Memo, key_of
from sitegen.build.memory.seen import digest_of_seen
from sitegen.build.result import Progress
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.addresses import url_of_file
from sitegen.output.pictures.store import Kept, KeptFile, Store
from sitegen.output.pictures.tasks import STRIPPABLE, SVG, UNSTRIPPABLE, WIDEST_FALLBACK, Measure, Recipe, Task
from sitegen.output.pictures.tints import NO_TINT
from sitegen.plan.files import PICTURES_OUTPUT
from sitegen.plan.pictures import PictureSource, PictureView
from sitegen.plan.showing import Showing
from sitegen.text.slugs import slugify

STORE_FOLDER: Final = f"{CACHE_FOLDER}/pictures"
STATIC: Final = "static/"
STAGE: Final = "pictures"
_TYPES: Final = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}

Address = Callable[[KeptFile], str]


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """What pictures are made with and kept in."""

    memo: Memo
    store: Store
    version: str
    """Of the code and the library that make them."""
    progress: Progress


class Workload:
    """The pictures of one build."""

    def __init__(self, finder: Finder, shelf: Shelf, recipe: Recipe) -> None:
        self._finder = finder
        self._shelf = shelf
        self._recipe = recipe
        self._shown: dict[str, Task] = {}
        self._bare: dict[str, Task] = {}
        self._whole: dict[str, str] = {}
        """Files that go out at an address of their own, with their path there."""
        self._kept: dict[str, Kept] = {}

    def show(self, files: Iterable[str]) -> None:
        """These are shown by a text; those below `static/` keep their one file."""
        for file in files:
            if file not in self._shown and not file.startswith(STATIC):
                self._shown[file] = self._task(file, self._recipe)

    def publish(self, linked: frozenset[str]) -> None:
        """These have an address of their own: all below `static/`, and what texts do not only show."""
        self._whole = {file: file.removeprefix(STATIC) for file in sorted(self._finder.static)}
        for route in self._finder.routes.values():
            if route.file in linked or route.file not in self._shown:
                self._whole[route.file] = route.output
        for file in self._whole:
            ending = ending_of(file)
            if ending in STRIPPABLE | UNSTRIPPABLE or (ending == SVG and not file.startswith(STATIC)):
                self._bare[file] = self._task(file, None)

    def work(self) -> None:
        """Take from the store what is there and make the rest."""
        tasks = {task.key: task for task in (*self._shown.values(), *self._bare.values())}
        found = {key: self._shelf.store.read(key) for key in tasks}
        self._kept = {key: kept for key, kept in found.items() if kept is not None}
        missing = [task for key, task in tasks.items() if key not in self._kept]
        if missing:
            from sitegen.output.pictures.workshop import make_all

            made = make_all(missing, self._shelf.store, lambda done, of: self._shelf.progress(STAGE, done, of))
            self._kept.update(made)

    def files(self) -> dict[str, StaticFile]:
        """Every file that goes out: by its file, those made of a picture by their output."""
        found = {file: self._at_its_address(file, output) for file, output in self._whole.items()}
        for file, task in self._shown.items():
            kept = self._kept[task.key]
            for variant in kept.variants:
                output = output_of(file, task.key, variant)
                found[output] = StaticFile(file=f"{STORE_FOLDER}/{variant.name}", output=output, digest=variant.digest)
            if not kept.variants and file not in found:
                found[file] = self._as_kept(file, self._finder.routes[file].output, kept)
        return found

    def view(self, file: str) -> PictureView:
        """The picture made of `file` as layouts see it."""
        if file.startswith(STATIC):
            size = self._measured(file)
            return PictureView(url=self._finder.url_of(file), width=size.width, height=size.height)
        key = self._shown[file].key
        kept = self._kept[key]
        tint = "" if kept.tint == NO_TINT else f"tint-{kept.tint:02}"
        if not kept.variants:
            return PictureView(url=self._finder.url_of(file), width=kept.width, height=kept.height, tint=tint)

        def address(variant: KeptFile) -> str:
            return url_of_file(output_of(file, key, variant), self._finder.base)

        *lighter, fallback = by_format(kept.variants)
        plain = next((one for one in reversed(fallback) if one.width <= WIDEST_FALLBACK), fallback[0])
        return PictureView(
            url=address(plain),
            width=kept.width,
            height=kept.height,
            url_width=plain.width,
            url_height=plain.height,
            sources=tuple(PictureSource(type=_TYPES[one[0].ending], srcset=srcset(one, address)) for one in lighter),
            srcset=srcset(fallback, address) if len(fallback) > 1 else "",
            tint=tint,
        )

    def findings(self, shown: Iterable[Showing]) -> Iterator[Diagnostic]:
        """What is wrong with the files themselves: at the first place that shows each, or about the file."""
        lacking: set[str] = set()
        seen: set[str] = set()
        for showing in shown:
            if showing.file in seen:
                continue
            seen.add(showing.file)
            kept = self._kept_of(showing.file)
            span = self._finder.place_of(showing.entry, showing.slot)
            facts = {"file": showing.file}
            if kept.fault or not self._is_readable(showing.file):
                yield Diagnostic(code=kept.fault or "SG304", span=span, facts=facts)
            if kept.was_active:
                yield _was_active(showing.file)
            lacking.update(kept.lacking)
        for file in self._bare:
            if file not in seen:
                yield from self._bare_findings(file)
        for form in sorted(lacking):
            yield Diagnostic(code="SG336", span=Span(file=""), facts={"format": form.upper()})

    def _bare_findings(self, file: str) -> Iterator[Diagnostic]:
        kept = self._kept[self._bare[file].key]
        if kept.fault:  # a drawing that could not be cleaned does not go out as it is
            code = kept.fault if ending_of(file) == SVG else "SG335"
            yield Diagnostic(code=code, span=Span(file=file), facts={"file": file})
        if kept.was_active:
            yield _was_active(file)

    def _kept_of(self, file: str) -> Kept:
        return self._kept[self._shown[file].key] if file in self._shown else Kept()

    def _is_readable(self, file: str) -> bool:
        return not file.startswith(STATIC) or self._measured(file).readable

    def _task(self, file: str, recipe: Recipe | None) -> Task:
        path = self._finder.root / file
        digest = digest_of_seen(path, self._shelf.memo)
        how = msgspec.json.encode(recipe)
        return Task(key=key_of(ending_of(file), digest, how, self._shelf.version), path=path, recipe=recipe)

    def _measured(self, file: str) -> Measure:
        path = self._finder.root / file
        key = key_of(ending_of(file), digest_of_seen(path, self._shelf.memo))
        return self._shelf.memo.remember("picture", key, partial(measured, path), type=Measure)

    def _at_its_address(self, file: str, output: str) -> StaticFile:
        if file in self._bare:
            return self._as_kept(file, output, self._kept[self._bare[file].key])
        return self._as_kept(file, output, Kept())

    def _as_kept(self, file: str, output: str, kept: Kept) -> StaticFile:
        if kept.instead is None:
            digest = digest_of_seen(self._finder.root / file, self._shelf.memo)
            return StaticFile(file=file, output=output, digest=digest)
        instead = f"{STORE_FOLDER}/{kept.instead.name}"
        return StaticFile(file=file, output=output, digest=kept.instead.digest, instead=instead)


def _was_active(file: str) -> Diagnostic:
    return Diagnostic(code="SG334", span=Span(file=file), facts={"file": file})


def measured(path: Path) -> Measure:
    """The size of the picture at `path`, read from it now."""
    from sitegen.output.pictures.measure import measure

    return measure(path)


def ending_of(file: str) -> str:
    """`.jpg` of `content/pictures/Foto.JPG`."""
    return PurePosixPath(file).suffix.lower()


def output_of(file: str, key: str, variant: KeptFile) -> str:
    """Where a variant goes: `bilder/schreibtisch-0a1b2c3d4e-800.avif`."""
    name = slugify(PurePosixPath(file).stem) or "bild"
    return f"{PICTURES_OUTPUT}/{name}-{key[:FINGERPRINT_LENGTH]}-{variant.width}.{variant.ending}"


def by_format(variants: Iterable[KeptFile]) -> list[list[KeptFile]]:
    """The variants of each format, in their order."""
    found: dict[str, list[KeptFile]] = {}
    for variant in variants:
        found.setdefault(variant.ending, []).append(variant)
    return list(found.values())


def srcset(variants: Iterable[KeptFile], address: Address) -> str:
    """The HTML attribute."""
    return ", ".join(f"{address(variant)} {variant.width}w" for variant in variants)
