"""The stages of a build, one after another. The one place that knows their order.

Every stage is a function with explicit arguments and new values. Findings of all stages come together and are judged
once, before anything is written: an error leaves the output folder as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.addressing import address_findings
from sitegen.build.audience import Audience
from sitegen.build.crew import Crew
from sitegen.build.faulty import addresses_to_come, faulty_findings, faulty_pages
from sitegen.build.firewall import StaticTexts, finished_files, policies_of, with_policies
from sitegen.build.gathering import Gathered, OwnLayouts, gather
from sitegen.build.lawfulness import law_findings
from sitegen.build.memo import Memo
from sitegen.build.offers import offer_findings
from sitegen.build.outputs import contributions, feed_findings, output_files
from sitegen.build.paging import Filled, Pages, Rendering, body_of, fill_bodies, finished_pages, render_pages
from sitegen.build.picturing import open_shelf
from sitegen.build.planning import Planned, plan
from sitegen.build.price_changes import tell_prices
from sitegen.build.promised import keep_addresses
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Progress, Tally
from sitegen.build.searching import Indexed, index_site
from sitegen.build.server_files import write_server_files
from sitegen.build.sizes import Sizes
from sitegen.build.stating import statement_findings
from sitegen.build.warmth import Warmth
from sitegen.build.workload import Shelf
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.own_addresses import addresses_abroad
from sitegen.checks.runner import check
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.features.feature import Finished
from sitegen.legal.judging import Court, court_of, judged
from sitegen.model.addresses import absolute_url, base_path, url_of_file
from sitegen.model.site import Site
from sitegen.model.third_party import host_of
from sitegen.output.commit import Changes, commit
from sitegen.output.compare import plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place
from sitegen.plan.due import changes_of, midnight
from sitegen.plan.gone import addresses_gone
from sitegen.plan.owners import addresses_now
from sitegen.plan.policy import Policies
from sitegen.render.compiled import Compiled

SECONDS_OF_A_DAY: Final = 86_400


def build_stages(
    root: Path,
    place: Place,
    *,
    options: BuildOptions,
    progress: Progress,
    warmth: Warmth | None,
    audience: Audience,
) -> BuildResult:
    """A whole build with the cache of the site; the caller holds the site's lock."""
    warmth = warmth or Warmth()
    today = int(options.now.timestamp()) // SECONDS_OF_A_DAY
    with Memo.open(root, version=warmth.version, today=today, values=warmth.values) as memo:
        shelf = open_shelf(root, memo, day=today, progress=progress)
        result = build_in(
            root, place, shelf, options=options, progress=progress, compiled=warmth.compiled, audience=audience
        )
        memo.save()
        if result.written:
            memo.prune()
            shelf.store.prune()
        noted = memo.findings
    if not noted:
        return result
    return msgspec.structs.replace(result, findings=result.findings + noted, until=None)


def build_in(
    root: Path,
    place: Place,
    shelf: Shelf,
    *,
    options: BuildOptions,
    progress: Progress,
    compiled: Compiled,
    audience: Audience,
) -> BuildResult:
    """The stages, one after another."""
    crew = Crew(options.workers)
    gathered = gather(root, shelf.memo, crew=crew, now=options.now, progress=progress, showing=options.showing)
    if isinstance(gathered, Findings):
        return BuildResult(out=place.out, findings=gathered, written=False)
    planned = plan(root, gathered, shelf, form_key=options.form_key, compiled=compiled)
    made = make(root, gathered, planned, memo=shelf.memo, crew=crew, progress=progress, audience=audience)
    progress("check", 1, 1)
    whole = finished(gathered, planned, made)
    contributed = contributions(planned, whole)
    court = court_of(gathered.site.settings, now=options.now, purpose=options.purpose)
    findings = Findings.of(judged((*made.findings, *feed_findings(contributed, made.site)), court))
    result = looked_at(gathered.site, made.site, findings, court, out=place.out)
    if findings.stops(strict=options.strict) or not options.writes:
        return result
    files = (*output_files(root, planned, made.pages), *contributed, *made.search.files)
    written = write(files, place)
    progress("write", 1, 1)
    result = msgspec.structs.replace(result, findings=findings + written.findings)
    if written.changes is None:
        return result
    if not place.is_preview:
        write_server_files(root, whole)
        note_addresses(place, planned)
    prices = tell_prices(
        place, planned.around.questions, made.pages.pages, bodies=gathered.bodies, changes=written.changes
    )
    return msgspec.structs.replace(
        result,
        written=True,
        changes=written.changes,
        price_changes=prices,
        until=None if written.findings else unchanged_until(gathered, form_key=options.form_key),
    )


def looked_at(site: Site, seen: FinishedSite, findings: Findings, court: Court, *, out: Path) -> BuildResult:
    """The result of a build that has made and checked everything and written nothing."""
    return BuildResult(
        out=out,
        findings=findings,
        written=False,
        base=base_path(site.settings.url),
        tally=tally(site),
        withheld=site.withheld,
        court=court,
        home=site.settings.url,
        abroad=addresses_abroad(seen),
    )


def note_addresses(place: Place, planned: Planned) -> None:
    """Keep what the site answers from now on, for whoever publishes it."""
    documents = (file.output for file in planned.static.values())
    keep_addresses(place, addresses_now(planned.routes, documents, planned.owners, planned.around.base))


def unchanged_until(gathered: Gathered, *, form_key: bytes) -> datetime:
    """The first instant at which the site may be another: when something appears or goes, or the day ends."""
    now = gathered.site.now.at
    changes = changes_of(gathered.read, gathered.site.settings, form_key=form_key)
    return min((midnight(now.date() + timedelta(days=1)), *(change.at for change in changes if change.at > now)))


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the site consists of, in memory, and all that was found on the way."""

    filled: Filled
    pages: Pages
    search: Indexed
    policies: Policies
    site: FinishedSite
    """As the checks have seen it."""
    findings: Findings


def make(
    root: Path,
    gathered: Gathered,
    planned: Planned,
    *,
    memo: Memo,
    crew: Crew,
    progress: Progress,
    audience: Audience,
) -> Made:
    """Render every page, make the index of the search, and check what came of it."""
    show_first(gathered, planned, audience)
    questions = planned.around.questions
    filled = fill_bodies(gathered.entries, gathered.bodies, planned.around)
    rendering = Rendering(bodies=filled.views, layouts=planned.layouts, questions=questions, where=gathered.where)
    pages = render_pages(planned.routes, rendering, crew=crew, progress=progress)
    looked_at = finished_pages(pages.pages, memo=memo, crew=crew)
    site = finished_site(root, gathered, planned, pages=looked_at, memo=memo)
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
        *address_findings(gathered, bodies_html(filled), site),
        *law_findings(gathered, site, questions),
        *statement_findings(gathered, site, questions),
    )
    return Made(
        filled=filled,
        pages=pages,
        search=search,
        policies=policies,
        site=site,
        findings=Findings.of(findings),
    )


def show_first(gathered: Gathered, planned: Planned, audience: Audience) -> None:
    """Render what the audience waits for and hand it over; a page whose layout is faulty is left to the build."""
    routes = [route for route in planned.routes if audience.looks_at(route.output)]
    sources = {route.source for route in routes if route.has_body}
    entries = [entry for entry in gathered.entries if entry.source in sources] if sources else []
    filled = fill_bodies(entries, gathered.bodies, planned.around)
    if Findings.of((*gathered.findings, *planned.findings, *filled.findings)).stops(strict=False):
        return
    for route in routes:
        body, questions = body_of(route, filled.views), planned.around.questions
        rendered = planned.layouts.page(route, questions, body, where=gathered.where)
        if rendered.html is not None:
            audience.see(route.output, rendered.html)


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


def finished_site(
    root: Path, gathered: Gathered, planned: Planned, *, pages: Iterable[FinishedPage], memo: Memo
) -> FinishedSite:
    """What the checks look at."""
    site_url = gathered.site.settings.url
    faulty = tuple(faulty_pages(gathered.faulty, planned.around))
    static = StaticTexts(root, tuple(planned.static))
    forms = planned.around.questions.forms
    return FinishedSite(
        pages=(*pages, *faulty),
        answered=planned.answered | {page.url for page in faulty},
        base=base_path(site_url),
        origin=absolute_url("", site_url),
        texts=gathered.readable,
        layouts=OwnLayouts(root),
        gone=addresses_gone(gathered.site),
        to_come=addresses_to_come(gathered.without_entry, gathered.site.settings),
        files=tuple(finished_files(root, planned, static, memo)),
        static=static,
        sizes=Sizes(root, base_path(site_url), assets=planned.assets, static=planned.static.values()),
        parties=planned.around.questions.third_parties(),
        receiver=host_of(gathered.site.settings.delivery.address) if forms.to_inbox else "",
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
