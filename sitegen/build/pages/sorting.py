"""Which pages of the last build still stand, and why each of the others has to be made again.

Compares digests and looks at files, nothing else; what a page depends on is written down in `trace`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from sitegen.build.memory.pieces import numbered_near
from sitegen.build.memory.standing import Statuses
from sitegen.build.memory.trace import Change, Frame, PageTrace, Trace, digest_of_value
from sitegen.build.result import Reason, Remade
from sitegen.build.texts.filling import Filled
from sitegen.output.manifest import Manifest
from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.asked import Again, in_words
from sitegen.plan.questions.reach import NAMING, Reach
from sitegen.plan.routes import Route
from sitegen.plan.views import PageView


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

    def __init__(
        self, trace: Trace, frame: Frame, *, filled: Filled, again: Again, words: Mapping[str, str] | None = None
    ) -> None:
        """`words` are the digests of posts, by source."""
        self._trace = trace
        self._change = trace.frame.change(frame)
        self._same_layouts = trace.frame.layouts == frame.layouts
        self._filled = filled
        self._again = again
        self._words = words or {}
        self._others: frozenset[int] = frozenset()

    def sort(self, routes: Sequence[Route], standing: Mapping[str, str]) -> Sorted:
        """`standing` are the digests of files that stand as they were written, by output file."""
        stale: list[Stale] = []
        current: dict[str, PageTrace] = {}
        if self._same_layouts and self._change is not Change.NOTHING:
            self._others = frozenset(self._answered_otherwise({route.view.url: route.view for route in routes}))
        is_still, pages = self._change is Change.NOTHING, self._trace.pages
        for route in routes:
            before = pages.get(route.output)
            if is_still and before is not None and self._stands_at_once(route, before, standing):
                current[route.output] = before
                continue
            found = self._why(route, before, standing)
            if found is None and before is not None:
                current[route.output] = before
            elif found is not None:
                stale.append(found)
        return Sorted(stale=tuple(stale), current=current, routes=routes)

    def _stands_at_once(self, route: Route, before: PageTrace, standing: Mapping[str, str]) -> bool:
        """Of most pages nothing more has to be said, where nothing that all share is another."""
        return (
            standing.get(route.output) == before.digest
            and before.body == self._filled.digest_for(route)
            and route.view.kind != "redirect"
        )

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
        elif self._may_be_about_something_else(route) and before.subject != subject_of(route):
            reason = Reason.SUBJECT
        if reason:
            return Stale(route=route, reason=reason)
        if self._others.isdisjoint(before.asked):
            return None
        number = next(number for number in before.asked if number in self._others)
        return Stale(route=route, reason=Reason.ANSWER, question=self._trace.questions[number])

    @cached_property
    def _reworded(self) -> frozenset[str]:
        """The sources of posts that are not what they were."""
        return frozenset(source for source, _ in self._trace.words.items() ^ self._words.items())

    def _may_be_about_something_else(self, route: Route) -> bool:
        """Whether its subject has to be compared. Where redirects lead follows from more than the site."""
        match self._change:
            case Change.ANYTHING:
                return True
            case Change.WORDS:
                return route.source in self._reworded or route.view.kind == "redirect"
            case Change.NOTHING:
                return route.view.kind == "redirect"

    def _answered_otherwise(self, pages: Mapping[str, PageView]) -> Iterator[int]:
        """The questions that have another answer now, by number; `pages` are all pages by their address."""
        questions, answers = self._trace.questions, self._trace.answers
        numbers: Iterable[int] = range(len(questions))
        if self._change is Change.WORDS:
            yield from (number for number, answer in numbered_near(answers, [""]) if not answer)
            reach = Reach(self._reworded, self._again)
            numbers = reach.among(numbered_near(questions, reach.names, usual=NAMING), pages)
        for number in numbers:
            answer = answers[number]
            if not answer or self._again.digest(questions[number], pages) != answer:
                yield number


def subject_of(route: Route) -> str:
    """The digest of everything that a page is before a question is asked."""
    return digest_of_value((route.layout, route.source, route.has_body, route.view))


def standing_files(manifest: Manifest, statuses: Statuses) -> dict[str, str]:
    """Which of the files of a manifest stand as it says they were written, each with its digest.

    Goes by size and time, as every comparison with the output folder does (see `output.compare`).
    """
    files = manifest.files
    found = {}
    for path, (_, size, mtime_ns, _) in statuses.of(files).items():
        entry = files[path]
        if mtime_ns == entry.mtime_ns and size == entry.size:
            found[path] = entry.digest
    return found
