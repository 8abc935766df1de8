"""The pictures of a site on their way out: what is made of them, what layouts see, who made them, what is wrong.

Puts together what others know; a build in which no picture is new decodes none.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from sitegen.build.files.filing import StaticFile
from sitegen.build.files.showings import Finder
from sitegen.build.files.workload import STORE_FOLDER, Shelf, Workload
from sitegen.build.memory.memo import Memo
from sitegen.build.result import Progress
from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Diagnostic
from sitegen.features.credits import credit_findings, credits_of, read_sidecars
from sitegen.output.pictures.store import Store
from sitegen.output.pictures.tasks import Recipe
from sitegen.output.pictures.tints import colour_of
from sitegen.plan.credits import described
from sitegen.plan.pictures import PictureCredit, PictureView, Tint
from sitegen.plan.showing import Showing
from sitegen.settings.images import Images


class Pictured(msgspec.Struct, frozen=True, kw_only=True):
    """All files beside the pages, and the pictures as layouts see them."""

    files: dict[str, StaticFile]
    """By file; those made of a picture by their output."""
    views: dict[tuple[str, str], PictureView]
    """(source file of the entry, `src` as written) → picture."""
    tints: tuple[Tint, ...]
    credits: tuple[PictureCredit, ...]
    findings: tuple[Diagnostic, ...]


def open_shelf(root: Path, memo: Memo, *, day: int, progress: Progress, version: str) -> Shelf:
    """The store of the site in `root`; `day` is the day since 1970-01-01, `version` that of the code for pictures."""
    store = Store(root / STORE_FOLDER, day=day)
    return Shelf(memo=memo, store=store, version=version, progress=progress)


def picture_site(
    gathered: Gathered, shown: tuple[Showing, ...], finder: Finder, shelf: Shelf, *, linked: frozenset[str]
) -> Pictured:
    """Everything about the pictures of a site: those that are `shown`, and all among the files that are `linked`."""
    images = gathered.site.settings.images
    workload = Workload(finder, shelf, recipe_of(images))
    workload.show(showing.file for showing in shown)
    workload.publish(linked)
    workload.work()
    sidecars = read_sidecars(finder.root, [file.path for file in gathered.content])
    by_file = {
        file: described(workload.view(file), sidecars.by_picture.get(file), images.default_credit)
        for file in dict.fromkeys(showing.file for showing in shown)
    }
    views = {(showing.entry.source, showing.src): by_file[showing.file] for showing in shown}
    credited = tuple(showing for showing in shown if not showing.is_mark)
    return Pictured(
        files=workload.files(),
        views=views,
        tints=tints_in(views.values()),
        credits=credits_of(credited, views),
        findings=(
            *workload.findings(shown),
            *sidecars.findings,
            *credit_findings(credited, views, finder.place_of),
        ),
    )


def recipe_of(images: Images) -> Recipe:
    """Sizes and formats as the settings say."""
    return Recipe(widths=tuple(sorted(set(images.widths))), formats=tuple(dict.fromkeys(images.formats)))


def tints_in(views: Iterable[PictureView]) -> tuple[Tint, ...]:
    """The colours that the stylesheet has to know."""
    names = sorted({view.tint for view in views if view.tint})
    return tuple(Tint(name=name, colour=colour_of(int(name.removeprefix("tint-")))) for name in names)
