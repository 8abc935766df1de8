"""The stages of a build after what `opening` has gathered, one after another. The one place that knows their order.

Every stage is a function with explicit arguments and new values. Findings of all stages come together and are judged
once, before anything is written: an error leaves the output folder as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec

from sitegen.build.audience import Audience
from sitegen.build.crew import Crew
from sitegen.build.files.picturing import open_shelf
from sitegen.build.files.workload import Shelf
from sitegen.build.foresight import Soon
from sitegen.build.layouts import LAYOUTS
from sitegen.build.making import Last, Made, make
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.running import Code
from sitegen.build.memory.standing import Statuses
from sitegen.build.memory.trace import Frame, digest_of_value
from sitegen.build.memory.trace_keeping import TraceKeeper
from sitegen.build.memory.unchanged import Before
from sitegen.build.outputs import Contributor, output_files, standing_pages
from sitegen.build.pages.sorting import standing_files
from sitegen.build.planning import Planned, plan
from sitegen.build.price_changes import tell_prices
from sitegen.build.promised import keep_addresses
from sitegen.build.result import BuildOptions, BuildResult, FileChanges, Progress, Tally
from sitegen.build.server_files import write_server_files
from sitegen.build.texts.filling import FilledHtml
from sitegen.build.texts.gathering import Gathered
from sitegen.build.warmth import Warmth
from sitegen.checks.own_addresses import addresses_abroad
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.features.feature import Finished
from sitegen.legal.judging import Court, court_of, judged
from sitegen.model.addresses import base_path, url_of_file
from sitegen.model.published import published_text
from sitegen.model.site import Site
from sitegen.output.commit import Changes, commit
from sitegen.output.compare import plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import Manifest, read_manifest
from sitegen.output.place import Place
from sitegen.output.staging import Stage, as_seen
from sitegen.plan.due import changes_of, midnight
from sitegen.plan.owners import addresses_now


def build_gathered(
    root: Path,
    place: Place,
    gathered: Gathered,
    memo: Memo,
    *,
    today: int,
    code: Code,
    crew: Crew,
    options: BuildOptions,
    progress: Progress,
    warmth: Warmth | None,
    audience: Audience,
    before: Before | None = None,
) -> BuildResult:
    """Build what was gathered; `today` is the day since 1970-01-01, `code` what runs."""
    warmth = warmth or Warmth(code=code)
    shelf = open_shelf(root, memo, day=today, progress=progress, version=warmth.code.pictures)
    with Stage(place) as stage:
        result = build_in(
            root,
            place,
            shelf,
            gathered=gathered,
            crew=crew,
            stage=stage,
            options=options,
            progress=progress,
            warmth=warmth,
            audience=audience,
            before=before,
        )
    if result.written:
        shelf.store.prune()
    return result


def build_in(
    root: Path,
    place: Place,
    shelf: Shelf,
    *,
    gathered: Gathered,
    crew: Crew,
    stage: Stage,
    options: BuildOptions,
    progress: Progress,
    warmth: Warmth,
    audience: Audience,
    before: Before | None = None,
) -> BuildResult:
    """The stages after gathering, one after another."""
    memo, theme = shelf.memo, warmth.code.theme
    outputs = before.outputs if before else Statuses(place.out)
    soon = Soon(gathered, audience, warmth.foresight, root=root, theme=theme, form_key=options.form_key)
    planned = plan(root, gathered, shelf, form_key=options.form_key, theme=theme, compiled=warmth.compiled)
    soon.show(planned)
    keeper = TraceKeeper(memo, place)
    ours = read_manifest(place)
    last = Last(trace=keeper.kept(), standing=standing_files(ours[0], outputs))
    court = court_of(gathered.site.settings, now=options.now, purpose=options.purpose)
    lay = partial(stage.lay_early, standing=last.standing) if options.writes else as_seen
    made = make(root, gathered, planned, last=last, memo=memo, crew=crew, progress=progress, court=court, lay=lay)
    memo.keep_together(LAYOUTS, planned.layouts.compiled)
    whole = finished(gathered, planned, made)
    contributed = Contributor(planned, whole, made, last).contribute()
    findings = Findings.of(judged((*made.findings, *contributed.findings), court))
    abroad = () if options.writes else addresses_abroad(made.whole())
    stage.know({path: one.laid for path, one in made.pressed.items()})
    result = looked_at(gathered.site, findings, court, made=made, out=place.out, abroad=abroad)
    if findings.stops(strict=options.strict) or not options.writes:
        return result
    files = (*output_files(root, planned, made, stage.folder), *contributed.files, *made.search.files)
    written = write(files, place, ours=ours, stage=stage, standing=standing_pages(made), stood=last.standing)
    outputs.forget(written.paths)
    progress("write", 1, 1)
    result = msgspec.structs.replace(result, findings=findings + written.findings)
    if written.changes is None:
        return result
    soon.keep(planned, until := unchanged_until(gathered, form_key=options.form_key))
    keeper.keep(msgspec.structs.replace(made.trace, features=contributed.traces, remade=result.remade), until=until)
    note_for_others(place, whole, planned, memo=memo, frame=made.trace.frame)
    prices = tell_prices(place, planned.around.questions, made.routes, bodies=gathered.bodies, changes=written.changes)
    if options.held is not None:
        options.held.extend((gathered, planned, last, made, whole, keeper, ours, soon))
    done = msgspec.structs.replace(result, written=True, changes=written.changes, price_changes=prices)
    return done if written.findings else msgspec.structs.replace(done, until=until)


def looked_at(
    site: Site, findings: Findings, court: Court, *, made: Made, out: Path, abroad: tuple[tuple[str, str], ...]
) -> BuildResult:
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
        abroad=abroad,
        remade=tuple(stale.told for stale in made.sorted_pages.stale),
    )


def note_for_others(place: Place, whole: Finished, planned: Planned, *, memo: Memo, frame: Frame) -> None:
    """Write what servers, and whoever publishes the site, go by; of a preview nobody does."""
    if not place.is_preview:
        write_server_files(place.site, whole)
        note_addresses(place, planned, memo, frame)


def note_addresses(place: Place, planned: Planned, memo: Memo, frame: Frame) -> None:
    """Keep what the site answers from now on, for whoever publishes it: it follows from the frame and the files.

    Not from the words of posts.
    """
    files = [file.output for file in planned.static.values()]

    def listed() -> str:
        return published_text(addresses_now(planned.routes, files, planned.owners, planned.around.base))

    key = digest_of_value((frame.shape, sorted(files), sorted(file.path for file in planned.assets)))
    keep_addresses(place, memo.remember_latest("addresses", key, listed, type=str))


def unchanged_until(gathered: Gathered, *, form_key: bytes) -> datetime:
    """The first instant at which the site may be another: when something appears or goes, or the day ends."""
    now = gathered.site.now.at
    changes = changes_of(gathered.read, gathered.site.settings, form_key=form_key, after=now)
    return min((midnight(now.date() + timedelta(days=1)), *(change.at for change in changes)))


def finished(gathered: Gathered, planned: Planned, made: Made) -> Finished:
    """The finished site as features see it."""
    return Finished(
        site=gathered.site,
        questions=planned.around.questions,
        routes=planned.routes,
        bodies=FilledHtml(made.filled),
        policies=made.policies,
        assets=sorted(url_of_file(file.path, planned.around.base) for file in planned.assets),
        promises=planned.promises,
    )


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """How writing went. Without changes the output folder is as it was, or a journal says how to complete it."""

    changes: FileChanges | None
    findings: tuple[Diagnostic, ...]
    paths: tuple[str, ...]
    """Of files that were to be written or removed."""


def write(
    files: tuple[OutputFile, ...],
    place: Place,
    *,
    ours: tuple[Manifest, tuple[Diagnostic, ...]],
    stage: Stage,
    standing: Mapping[str, str],
    stood: Mapping[str, str],
) -> Written:
    """Bring the output folder up to date; `standing` are the digests of further files that stand as they shall.

    `ours` is what `read_manifest` said, and `stood` what stood when the build began, likewise.
    """
    manifest, noted = ours
    changes = plan_changes(files, manifest, place=place, standing=standing, stood=stood)
    refused = commit(changes, place=place, stage=stage)
    return Written(
        changes=None if refused else reported(changes),
        findings=(*noted, *refused),
        paths=(*(file.path for file in changes.written), *changes.removed),
    )


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
