"""Who made the pictures of the site: sidecars read, credits gathered for the page of credits, what is missing found.

Works on what is shown; never opens a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.body import PictureSlot
from sitegen.model.entries import Entry
from sitegen.model.sidecar import ENDING, Sidecar, sidecar_from
from sitegen.plan.credits import credited, lacks_author_or_link
from sitegen.plan.pictures import PictureCredit, PictureView, ShownOn
from sitegen.plan.references import normal
from sitegen.plan.showing import Showing

Views = Mapping[tuple[str, str], PictureView]
PlaceOf = Callable[[Entry, PictureSlot | None], Span]

_ENDINGS: Final = "jpg jpeg jpe png webp gif svg avif heic heif hif tif tiff bmp"
"""Of pictures, which a sidecar may stand beside."""


class Sidecars(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside pictures."""

    by_picture: dict[str, Sidecar]
    findings: tuple[Diagnostic, ...]


def read_sidecars(root: Path, files: Iterable[str]) -> Sidecars:
    """Read every `foto.jpg.yaml` among `files` (paths below the site folder); raises OSError where the disk refuses."""
    files = tuple(files)
    known = {normal(file): file for file in files}
    found: dict[str, Sidecar] = {}
    findings: list[Diagnostic] = []
    for file in files:
        picture = file.removesuffix(ENDING)
        if picture == file or picture.rpartition(".")[2].lower() not in _ENDINGS.split():
            continue
        if normal(picture) not in known:
            findings.append(
                Diagnostic(
                    code="SG339", span=Span(file=file), facts={"file": file, "picture": picture.rpartition("/")[2]}
                )
            )
            continue
        read = sidecar_from(file, (root / file).read_bytes())
        findings.extend(read.findings)
        if read.value is not None:
            found[known[normal(picture)]] = read.value
    return Sidecars(by_picture=found, findings=tuple(findings))


def credits_of(shown: Iterable[Showing], views: Views) -> tuple[PictureCredit, ...]:
    """Every picture once, with the first credit that is given for it and the pages that show it."""
    pictures: dict[str, PictureView] = {}
    pages: dict[str, dict[str, ShownOn]] = {}
    for showing in shown:
        known = pictures.get(showing.file)
        if known is None or (showing.credit and not known.credit):
            view = _credited(showing, views)
            image = showing.entry.image
            alt = showing.slot.alt if showing.slot else image.alt if image and image.src == showing.src else ""
            pictures[showing.file] = msgspec.structs.replace(view, alt=alt or view.alt)
        page = ShownOn(title=showing.entry.title, url=showing.entry.url)
        if page.url:
            pages.setdefault(showing.file, {}).setdefault(page.url, page)
    return tuple(
        PictureCredit(picture=picture, pages=tuple(pages.get(file, {}).values())) for file, picture in pictures.items()
    )


def _credited(showing: Showing, views: Views) -> PictureView:
    """The picture with the credit that is written where it is shown; all others it has already."""
    view = views[showing.entry.source, showing.src]
    return credited(view, showing.credit) if showing.credit else view


def credit_findings(shown: Iterable[Showing], views: Views, place_of: PlaceOf) -> Iterator[Diagnostic]:
    """Pictures of which nobody says who made them, and licences whose demands are not met; each picture once."""
    first: dict[str, Showing] = {}
    named: set[str] = set()
    faulty: set[str] = set()
    each: dict[tuple[str, str], Showing] = {}
    for showing in shown:
        each.setdefault((showing.file, showing.credit), showing)  # nothing else counts, and most are shown often
    for showing in each.values():
        first.setdefault(showing.file, showing)
        view = _credited(showing, views)
        if view.credit:
            named.add(showing.file)
        if lacks_author_or_link(view) and showing.file not in faulty:
            faulty.add(showing.file)
            facts = {"file": showing.file, "licence": view.licence or "Creative Commons"}
            yield Diagnostic(code="SG338", span=place_of(showing.entry, showing.slot), facts=facts)
    for file, showing in first.items():
        if file not in named | faulty:
            span = place_of(showing.entry, showing.slot)
            yield Diagnostic(code="SG337", span=span, facts={"file": file})
