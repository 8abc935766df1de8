"""Everything that shall stand in the output folder, brought together from those who make it. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from sitegen.build.filing import copies
from sitegen.build.lineup import LINEUP
from sitegen.build.making import Made
from sitegen.build.planning import Planned
from sitegen.checks.feeds import check_feed
from sitegen.checks.finished import FinishedSite
from sitegen.checks.own_addresses import own_path, paths_named
from sitegen.diagnostics import Diagnostic
from sitegen.features.feature import Finished
from sitegen.output.files import OutputFile

_FEEDS: Final = (".xml", "feed.json")


def output_files(root: Path, planned: Planned, made: Made) -> tuple[OutputFile, ...]:
    """Pages, files of the theme and files of the owner, as they shall stand in the output folder."""
    standing = made.sorted_pages.current
    return (
        *(OutputFile.holding(page.route.output, page.html.encode()) for page in made.pages),
        *(OutputFile.standing(path, digest=before.digest) for path, before in standing.items()),
        *planned.assets,
        *copies(root, planned.static.values()),
    )


def contributions(planned: Planned, finished: Finished) -> tuple[OutputFile, ...]:
    """What features add to them."""
    return tuple(
        OutputFile.holding(contribution.output, contribution.make(finished))
        for feature in LINEUP
        for contribution in feature.contributions(finished.site)
        if contribution.output not in planned.replaced
    )


def feed_findings(
    files: Iterable[OutputFile], site: FinishedSite, whole: Callable[[], FinishedSite]
) -> Iterator[Diagnostic]:
    """What is wrong with the feeds and the sitemap among the files that features add, and with no page as well.

    `site` needs no pages; `whole` is asked only where something is wrong.
    """
    found = [
        finding
        for file in files
        if file.path.endswith(_FEEDS) and file.content is not None
        for finding in check_feed(file.path, file.content.decode(), site)
    ]
    told = paths_named(whole()) if found else frozenset()
    yield from (finding for finding in found if own_path(str(finding.facts["target"]), site) not in told)
