"""Everything that shall stand in the output folder, brought together from those who make it. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.files.filing import copies
from sitegen.build.lineup import LINEUP
from sitegen.build.making import Last, Made
from sitegen.build.memory.trace import Change, FeatureTrace
from sitegen.build.pages.pressing import Pressed
from sitegen.build.planning import Planned
from sitegen.build.texts.filling import FilledHtml
from sitegen.checks.finished import FinishedSite
from sitegen.checks.own_addresses import own_path, paths_named
from sitegen.diagnostics import Diagnostic
from sitegen.features.feature import Contribution, Finished
from sitegen.output.files import OutputFile

_FEEDS: Final = (".xml", "feed.json")


def output_files(root: Path, planned: Planned, made: Made, stage: Path) -> tuple[OutputFile, ...]:
    """Pages made now, files of the theme and files of the owner, as they shall stand in the output folder.

    In the folder `stage` lies what is ready.
    """
    return (
        *(_file_of(path, one, stage) for path, one in made.pressed.items()),
        *planned.assets,
        *copies(root, planned.static.values()),
    )


def _file_of(path: str, page: Pressed, stage: Path) -> OutputFile:
    name, digest = page.laid.name, page.laid.entry.digest
    return OutputFile(path=path, content=page.html, source=f"{stage}/{name}" if name else None, digest=digest)


def standing_pages(made: Made) -> dict[str, str]:
    """The pages that stand, by output file, with their digests: of most sites nearly all, so they are no values yet."""
    return {output: before.digest for output, before in made.sorted_pages.current.items()}


class Contributed(msgspec.Struct, frozen=True, kw_only=True):
    """What features add to the pages."""

    files: tuple[OutputFile, ...]
    findings: tuple[Diagnostic, ...]
    traces: dict[str, FeatureTrace]


class Contributor:
    """Has the files of features made that are not what they were."""

    def __init__(self, planned: Planned, finished: Finished, made: Made, last: Last) -> None:
        self._planned = planned
        self._finished = finished
        self._made = made
        before, now = last.trace, made.trace
        is_fine = before.addresses == now.addresses
        same = is_fine and before.policies == now.policies
        self._change = before.frame.change_of_site(now.frame) if same else Change.ANYTHING
        self._before = before.features
        self._fine = before.features if is_fine else {}
        self._standing = last.standing

    def contribute(self) -> Contributed:
        """All files that features add, and what is wrong with feeds and sitemaps among them."""
        files: list[OutputFile] = []
        traces: dict[str, FeatureTrace] = {}
        for feature in LINEUP:
            for contribution in feature.contributions(self._finished.site):
                if contribution.output not in self._planned.replaced:
                    file, traces[contribution.output] = self._file(contribution)
                    files.append(file)
        fine = {output: before.digest for output, before in self._fine.items()}
        changed = [file for file in files if fine.get(file.path) != file.digest]
        found = tuple(feed_findings(changed, self._made.site))
        findings = tuple(told_nowhere_else(found, self._made.whole())) if found else ()
        return Contributed(files=tuple(files), findings=findings, traces={} if found else traces)

    def _file(self, contribution: Contribution) -> tuple[OutputFile, FeatureTrace]:
        output, digest = contribution.output, self._made.filled.digest
        before = self._before.get(output) if self._may_stand(contribution) else None
        if before and self._standing.get(output) == before.digest:
            known = self._made.filled
            if all(source in known and digest(source) == body for source, body in before.bodies.items()):
                return OutputFile.standing(output, digest=before.digest), before
        bodies = FilledHtml(self._made.filled)
        content = contribution.make(msgspec.structs.replace(self._finished, bodies=bodies))
        file = OutputFile.holding(output, content)
        return file, FeatureTrace(file.digest, bodies.read)

    def _may_stand(self, contribution: Contribution) -> bool:
        return self._change is Change.NOTHING or (self._change is Change.WORDS and contribution.wordless)


def feed_findings(files: Iterable[OutputFile], site: FinishedSite) -> Iterator[Diagnostic]:
    """What is wrong with the feeds and the sitemap among the files that features add; `site` needs no pages."""
    for file in files:
        if file.path.endswith(_FEEDS) and file.content is not None:
            from sitegen.checks.feeds import check_feed

            yield from check_feed(file.path, file.content.decode(), site)


def told_nowhere_else(findings: Iterable[Diagnostic], site: FinishedSite) -> Iterator[Diagnostic]:
    """Those of `findings` whose address no page of the whole site names: what a page says as well is told there."""
    told = paths_named(site)
    return (finding for finding in findings if own_path(str(finding.facts["target"]), site) not in told)
