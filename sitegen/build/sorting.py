"""Which pages of the last build still stand, and why each of the others has to be made again.

Compares digests and looks at files, nothing else; what a page depends on is written down in `trace`.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sitegen.build.filling import Filled
from sitegen.build.result import Reason, Remade
from sitegen.build.standing import Statuses
from sitegen.build.trace import Frame, PageTrace, Trace, digest_of_value
from sitegen.output.manifest import Manifest
from sitegen.plan.answers import Question
from sitegen.plan.asked import Again, in_words
from sitegen.plan.routes import Route


class Stale(msgspec.Struct, frozen=True, kw_only=True):
    """A page that must be made again."""

    route: Route
    reason: Reason
    question: Question = ()
    """For an answer."""

    @property
    def told(self) -> Remade:
        """The same for whoever wants to know."""
        return Remade(output=self.route.output, reason=self.reason, question=in_words(self.question))


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """All pages of a site."""

    stale: tuple[Stale, ...]
    current: Mapping[str, PageTrace]
    """Those that stand, by output file."""
    routes: Sequence[Route]


class Sorter:
    """Compares the pages of one build with those of the last one."""

    def __init__(self, trace: Trace, frame: Frame, *, filled: Filled, again: Again) -> None:
        self._trace = trace
        self._is_still = trace.frame.is_still(frame)
        self._same_layouts = trace.frame.layouts == frame.layouts
        self._filled = filled
        self._again = again

    def sort(self, routes: Sequence[Route], standing: Mapping[str, str]) -> Sorted:
        """`standing` are the digests of files that stand as they were written, by output file."""
        stale: list[Stale] = []
        current: dict[str, PageTrace] = {}
        for route in routes:
            before = self._trace.pages.get(route.output)
            found = self._why(route, before, standing)
            if found is None and before is not None:
                current[route.output] = before
            elif found is not None:
                stale.append(found)
        return Sorted(stale=tuple(stale), current=current, routes=routes)

    def _why(self, route: Route, before: PageTrace | None, standing: Mapping[str, str]) -> Stale | None:
        """The first reason to make a page again; what is quickly seen comes first."""
        reason: Reason | None = None
        if before is None:
            return Stale(route=route, reason=Reason.NEW)
        if not self._same_layouts:
            reason = Reason.LAYOUTS
        elif before.body != self._filled.digest_for(route):
            reason = Reason.BODY
        elif standing.get(route.output) != before.digest:
            reason = Reason.FILE
        elif not (self._is_still and route.view.kind != "redirect") and before.subject != subject_of(route):
            reason = Reason.SUBJECT
        if reason:
            return Stale(route=route, reason=reason)
        return None if self._is_still else next(self._other_answers(route, before), None)

    def _other_answers(self, route: Route, before: PageTrace) -> Iterator[Stale]:
        for number in before.asked:
            question, answer = self._trace.questions[number], self._trace.answers[number]
            if not answer or self._again.digest(question, route.view) != answer:
                yield Stale(route=route, reason=Reason.ANSWER, question=question)


def subject_of(route: Route) -> str:
    """The digest of everything that a page is before a question is asked."""
    return digest_of_value((route.layout, route.source, route.has_body, route.view))


def standing_files(paths: Iterable[str], manifest: Manifest, statuses: Statuses) -> dict[str, str]:
    """Which of the files `paths` stand as the manifest says they were written, each with its digest.

    Goes by size and time, as every comparison with the output folder does (see `output.compare`).
    """
    found: dict[str, str] = {}
    for path in paths:
        entry = manifest.files.get(path)
        status = statuses.of(path) if entry else None
        if entry is None or status is None:
            continue
        if status.st_mtime_ns == entry.mtime_ns and status.st_size == entry.size and stat.S_ISREG(status.st_mode):
            found[path] = entry.digest
    return found
