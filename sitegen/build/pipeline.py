"""The order of a build, from a folder to a folder. The one place that knows it.

Every stage is a function with explicit arguments and new values. Findings of all stages come together and are judged
once, before anything is written: an error leaves the output folder as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.audience import NOBODY, Audience, show_first
from sitegen.build.code_version import code_version
from sitegen.build.faulty import addresses_to_come, faulty_findings, faulty_pages
from sitegen.build.filing import copies
from sitegen.build.firewall import StaticTexts, finished_files, policies_of, with_policies
from sitegen.build.gathering import Gathered, OwnLayouts, gather
from sitegen.build.lineup import LINEUP
from sitegen.build.lock import take_lock
from sitegen.build.memo import Memo, Warmth
from sitegen.build.offers import offer_findings
from sitegen.build.paging import Filled, Pages, fill_bodies, finished_pages, render_pages
from sitegen.build.picturing import open_shelf
from sitegen.build.planning import Planned, plan
from sitegen.build.price_changes import tell_prices
from sitegen.build.promised import keep_addresses
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Progress, Tally
from sitegen.build.searching import Indexed, index_site
from sitegen.build.server_files import write_server_files
from sitegen.build.workload import Shelf
from sitegen.checks.finished import FinishedSite
from sitegen.checks.runner import check
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.features.feature import Finished
from sitegen.model.addresses import absolute_url, base_path, url_of_file
from sitegen.model.site import Site
from sitegen.model.third_party import host_of
from sitegen.output.commit import Changes, commit
from sitegen.output.compare import plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted
from sitegen.plan.gone import addresses_gone
from sitegen.plan.owners import addresses_now
from sitegen.plan.policy import Policies

OUTPUT_FOLDER: Final = "public"
SECONDS_OF_A_DAY: Final = 86_400


def quiet(_stage: str, _done: int, _total: int) -> None:
    """The progress of a build that nobody watches."""


def build(
    root: Path,
    options: BuildOptions,
    progress: Progress = quiet,
    *,
    warmth: Warmth | None = None,
    audience: Audience = NOBODY,
) -> BuildResult:
    """Build the site in `root`. Never raises for what an author can get wrong; OSError of the disk may pass through.

    A process that builds a site again and again gives the same `warmth` each time, and an `audience` that waits for
    some pages more than for others. Neither changes a byte.
    """
    warmth = warmth or Warmth(code_version())
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
        with Memo.open(root, version=warmth.version, today=today, values=warmth.values) as memo:
            shelf = open_shelf(root, memo, day=today, progress=progress)
            result = build_in(
                root, place, shelf, options=options, progress=progress, compiled=warmth.templates, audience=audience
            )
            memo.save()
            if result.written:
                memo.prune()
                shelf.store.prune()
            noted = (*recovered, *memo.findings)
    return msgspec.structs.replace(result, findings=result.findings + noted)


def stopped(out: Path, findings: tuple[Diagnostic, ...]) -> BuildResult:
    """The end of a build that could not begin, or not go on."""
    return BuildResult(out=out, findings=Findings.of(findings), written=False)


def build_in(
    root: Path,
    place: Place,
    shelf: Shelf,
    *,
    options: BuildOptions,
    progress: Progress,
    compiled: dict[str, bytes],
    audience: Audience,
) -> BuildResult:
    """The stages, one after another."""
    gathered = gather(root, shelf.memo, now=options.now, progress=progress, showing=options.showing)
    if isinstance(gathered, Findings):
        return BuildResult(out=place.out, findings=gathered, written=False)
    planned = plan(root, gathered, shelf, form_key=options.form_key, compiled=compiled)
    made = make(root, gathered, planned, memo=shelf.memo, progress=progress, audience=audience)
    progress("check", 1, 1)
    site = gathered.site
    result = BuildResult(
        out=place.out,
        findings=made.findings,
        written=False,
        base=base_path(site.settings.url),
        tally=tally(site),
        withheld=site.withheld,
    )
    if made.findings.stops(strict=options.strict):
        return result
    whole = finished(gathered, planned, made)
    files = (*output_files(root, planned, made.pages, whole), *made.search.files)
    written = write(files, place)
    progress("write", 1, 1)
    result = msgspec.structs.replace(result, findings=made.findings + written.findings)
    if written.changes is None:
        return result
    if not place.is_preview:
        write_server_files(root, whole)
        documents = (file.output for file in planned.static.values())
        base = planned.around.base
        keep_addresses(place, addresses_now(planned.routes, documents, planned.owners, base))
    prices = tell_prices(
        place, planned.around.questions, made.pages.pages, bodies=gathered.bodies, changes=written.changes
    )
    return msgspec.structs.replace(result, written=True, changes=written.changes, price_changes=prices)


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the site consists of, in memory, and all that was found on the way."""

    filled: Filled
    pages: Pages
    search: Indexed
    policies: Policies
    findings: Findings


def make(
    root: Path, gathered: Gathered, planned: Planned, *, memo: Memo, progress: Progress, audience: Audience
) -> Made:
    """Render every page, make the index of the search, and check what came of it."""
    questions = planned.around.questions
    show_first(gathered, planned, audience)
    filled = fill_bodies(gathered.entries, gathered.bodies, planned.around)
    pages = render_pages(
        planned.routes, filled.views, planned.layouts, questions, where=gathered.where, progress=progress
    )
    site = finished_site(root, gathered, planned, pages=pages, memo=memo)
    policies = policies_of(site, questions)
    pages = with_policies(pages, policies)
    search = index_site(pages.pages, gathered, memo, root=root, url=questions.listing("search"))
    findings = (
        *gathered.findings,
        *planned.findings,
        *filled.findings,
        *faulty_findings(gathered.faulty, planned.around),
        *pages.findings,
        *search.findings,
        *offer_findings(gathered, bodies_html(filled), questions),
        *check(site),
    )
    return Made(filled=filled, pages=pages, search=search, policies=policies, findings=Findings.of(findings))


def finished(gathered: Gathered, planned: Planned, made: Made) -> Finished:
    """The finished site as features see it."""
    return Finished(
        site=gathered.site,
        questions=planned.around.questions,
        routes=planned.routes,
        bodies=bodies_html(made.filled),
        policies=made.policies,
        assets=sorted(url_of_file(file.path, planned.around.base) for file in planned.assets),
        promises=planned.promises,
    )


def bodies_html(filled: Filled) -> dict[str, str]:
    """The HTML of every body by its source file."""
    return {source: str(view.html) for source, view in filled.views.items()}


def finished_site(root: Path, gathered: Gathered, planned: Planned, *, pages: Pages, memo: Memo) -> FinishedSite:
    """What the checks look at."""
    site_url = gathered.site.settings.url
    faulty = tuple(faulty_pages(gathered.faulty, planned.around))
    static = StaticTexts(root, tuple(planned.static))
    forms = planned.around.questions.forms
    return FinishedSite(
        pages=(*finished_pages(pages.pages, memo), *faulty),
        answered=planned.answered | {page.url for page in faulty},
        base=base_path(site_url),
        origin=absolute_url("", site_url),
        texts=gathered.readable,
        layouts=OwnLayouts(root),
        gone=addresses_gone(gathered.site),
        to_come=addresses_to_come(gathered.without_entry, gathered.site.settings),
        files=tuple(finished_files(root, planned, static, memo)),
        static=static,
        parties=planned.around.questions.third_parties(),
        receiver=host_of(gathered.site.settings.delivery.address) if forms.to_inbox else "",
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
            for contribution in feature.contributions(finished.site)
            if contribution.output not in planned.replaced
        ),
    )


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """How writing went. Without changes the output folder is as it was, or a journal says how to complete it."""

    changes: FileChanges | None
    findings: tuple[Diagnostic, ...]


def write(files: tuple[OutputFile, ...], place: Place) -> Written:
    """Bring the output folder up to date."""
    manifest, noted = read_manifest(place)
    changes = plan_changes(files, manifest, place=place)
    refused = commit(changes, place=place)
    return Written(changes=None if refused else reported(changes), findings=(*noted, *refused))


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
