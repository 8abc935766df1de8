"""The order of a build, from a folder to a folder. The one place that knows it.

Every stage is a function with explicit arguments and new values. Findings of all stages come together and are judged
once, before anything is written: an error leaves the output folder as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.code_version import code_version
from sitegen.build.faulty import addresses_to_come, faulty_findings, faulty_pages
from sitegen.build.filing import copies
from sitegen.build.gathering import Gathered, OwnLayouts, gather
from sitegen.build.lineup import LINEUP
from sitegen.build.lock import take_lock
from sitegen.build.memo import Memo
from sitegen.build.offers import offer_findings
from sitegen.build.paging import Filled, Pages, fill_bodies, finished_pages, render_pages
from sitegen.build.picturing import open_shelf
from sitegen.build.planning import Planned, plan
from sitegen.build.price_changes import tell_prices
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Progress, Tally
from sitegen.build.searching import index_site
from sitegen.build.workload import Shelf
from sitegen.checks.finished import FinishedSite
from sitegen.checks.runner import check
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.features.feature import Finished
from sitegen.model.addresses import absolute_url, base_path
from sitegen.model.site import Site
from sitegen.output.commit import Changes, commit
from sitegen.output.compare import plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted

OUTPUT_FOLDER: Final = "public"
SECONDS_OF_A_DAY: Final = 86_400


def quiet(_stage: str, _done: int, _total: int) -> None:
    """The progress of a build that nobody watches."""


def build(root: Path, options: BuildOptions, progress: Progress = quiet) -> BuildResult:
    """Build the site in `root`. Never raises for what an author can get wrong; OSError of the disk may pass through."""
    out = options.out or root / OUTPUT_FOLDER
    place = place_for(root, out)
    if isinstance(place, Diagnostic):
        return stopped(out, (place,))
    lock = take_lock(root)
    if isinstance(lock, Diagnostic):
        return stopped(out, (lock,))
    with lock:
        recovered = finish_interrupted(root)
        if Findings.of(recovered).stops(strict=False):
            return stopped(out, recovered)
        today = int(options.now.timestamp()) // SECONDS_OF_A_DAY
        with Memo.open(root, version=code_version(), today=today) as memo:
            shelf = open_shelf(root, memo, day=today, progress=progress)
            result = build_in(root, place, shelf, options=options, progress=progress)
            memo.save()
            if result.written:
                memo.prune()
                shelf.store.prune()
            noted = (*recovered, *memo.findings)
    return msgspec.structs.replace(result, findings=result.findings + noted)


def stopped(out: Path, findings: tuple[Diagnostic, ...]) -> BuildResult:
    """The end of a build that could not begin, or not go on."""
    return BuildResult(out=out, findings=Findings.of(findings), written=False)


def build_in(root: Path, place: Place, shelf: Shelf, *, options: BuildOptions, progress: Progress) -> BuildResult:
    """The stages, one after another."""
    memo = shelf.memo
    gathered = gather(root, memo, now=options.now, progress=progress)
    if isinstance(gathered, Findings):
        return BuildResult(out=place.out, findings=gathered, written=False)
    planned = plan(root, gathered, shelf)
    filled = fill_bodies(gathered.entries, gathered.bodies, planned.around)
    pages = render_pages(
        planned.routes,
        filled.views,
        planned.layouts,
        planned.around.questions,
        where=gathered.where,
        progress=progress,
    )
    search = index_site(pages.pages, gathered, memo, root=root, url=planned.around.questions.listing("search"))
    findings = Findings.of(
        (
            *gathered.findings,
            *planned.findings,
            *filled.findings,
            *faulty_findings(gathered.faulty, planned.around),
            *pages.findings,
            *search.findings,
            *offer_findings(gathered, bodies_html(filled), planned.around.questions),
            *check(finished_site(root, gathered, planned, pages=pages, memo=memo)),
        )
    )
    progress("check", 1, 1)
    if findings.stops(strict=options.strict):
        return BuildResult(
            out=place.out, findings=findings, written=False, tally=tally(gathered.site), withheld=gathered.site.withheld
        )
    html = bodies_html(filled)
    finished = Finished(
        settings=gathered.site.settings,
        now=gathered.site.now,
        questions=planned.around.questions,
        routes=planned.routes,
        bodies=html,
    )
    changes, refused = write((*output_files(root, planned, pages, finished), *search.files), place)
    progress("write", 1, 1)
    return BuildResult(
        out=place.out,
        findings=findings + refused,
        written=not refused,
        tally=tally(gathered.site),
        changes=changes,
        withheld=gathered.site.withheld,
        price_changes=()
        if refused
        else tell_prices(place, planned.around.questions, pages.pages, bodies=gathered.bodies, changes=changes),
    )


def bodies_html(filled: Filled) -> dict[str, str]:
    """The HTML of every body by its source file."""
    return {source: str(view.html) for source, view in filled.views.items()}


def finished_site(root: Path, gathered: Gathered, planned: Planned, *, pages: Pages, memo: Memo) -> FinishedSite:
    """What the checks look at."""
    site_url = gathered.site.settings.url
    faulty = tuple(faulty_pages(gathered.faulty, planned.around))
    return FinishedSite(
        pages=(*finished_pages(pages.pages, memo), *faulty),
        answered=planned.answered | {page.url for page in faulty},
        base=base_path(site_url),
        origin=absolute_url("", site_url),
        texts=gathered.readable,
        layouts=OwnLayouts(root),
        to_come=addresses_to_come(gathered.without_entry, gathered.site.settings),
    )


def output_files(root: Path, planned: Planned, pages: Pages, finished: Finished) -> tuple[OutputFile, ...]:
    """Everything that shall stand in the output folder."""
    return (
        *(OutputFile.holding(page.route.output, page.html.encode()) for page in pages.pages),
        *planned.assets,
        *copies(root, planned.static.values()),
        *(
            OutputFile.holding(contribution.output, contribution.make(finished))
            for feature in LINEUP
            for contribution in feature.contributions(finished.settings)
            if contribution.output not in planned.replaced
        ),
    )


def write(files: tuple[OutputFile, ...], place: Place) -> tuple[FileChanges, tuple[Diagnostic, ...]]:
    """Bring the output folder up to date; what changed, and what refused to."""
    manifest, noted = read_manifest(place)
    changes = plan_changes(files, manifest, place=place)
    refused = commit(changes, place=place)
    if refused:
        return FileChanges(), (*noted, *refused)
    return reported(changes), noted


def reported(changes: Changes) -> FileChanges:
    """Changes as the result of a build tells them."""
    return FileChanges(
        created=tuple(sorted(file.path for file in changes.created)),
        changed=tuple(sorted(file.path for file in changes.changed)),
        removed=tuple(sorted(changes.removed)),
        unchanged=len(changes.unchanged),
    )


def tally(site: Site) -> Tally:
    """How much is published."""
    return Tally(posts=len(site.posts), pages=len(site.pages), services=len(site.services))
