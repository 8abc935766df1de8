"""The middle of a build: what has changed is rendered and looked at; what stands is left alone.

Brings together the pages of the last build (`sorting`), those that are made now (`paging`), and what rules say of both
(`examining`). What is made is laid ready while rules are asked about it; whether it is ever written is for others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.files.searching import Indexed, Words, index_site, is_found
from sitegen.build.files.sizes import Sizes
from sitegen.build.findings.claiming import claim_findings
from sitegen.build.findings.offers import offer_findings
from sitegen.build.memory.memo import Memo
from sitegen.build.memory.trace import NOTHING, Change, Frame, Trace, digest_of_value, frame_of
from sitegen.build.pages.examining import Examiner
from sitegen.build.pages.firewall import StaticTexts, finished_files, policies_of
from sitegen.build.pages.hearing import Listener
from sitegen.build.pages.looking import Looker, Seen
from sitegen.build.pages.paging import Rendering
from sitegen.build.pages.pressing import Lay, Press, Pressed
from sitegen.build.pages.printing import Printer, samples_of
from sitegen.build.pages.sorting import Sorted, Sorter
from sitegen.build.pages.tracing import StandingPages, traced
from sitegen.build.planning import Planned
from sitegen.build.result import Progress, Reason
from sitegen.build.texts.faulty import addresses_to_come, faulty_findings, faulty_pages
from sitegen.build.texts.filling import Filled
from sitegen.build.texts.gathering import Gathered, OwnLayouts
from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.request import Requests
from sitegen.diagnostics import Diagnostic
from sitegen.legal.judging import Court
from sitegen.model.addresses import absolute_url, base_path
from sitegen.model.third_party import host_of
from sitegen.plan.gone import addresses_gone
from sitegen.plan.policy import Policies
from sitegen.plan.questions.asked import Again
from sitegen.plan.routes import Route

_WORTH_PRESSING: Final = 100
"""Pages for each worker; fewer are written sooner than a worker is made."""
_WORTH_GUESSING: Final = 100
"""Pages of which nothing is known; the files of fewer are written in the end, in no time."""
_FEW: Final = 25
"""Pages; fewer are not even worth looking through what is known of all others."""


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the site consists of, and all that was found on the way."""

    filled: Filled
    routes: tuple[Route, ...]
    """The pages that were made now."""
    pressed: Mapping[str, Pressed]
    """The same as they shall stand, by output file."""
    sorted_pages: Sorted
    """All of them, and why some were made."""
    search: Indexed
    policies: Policies
    site: FinishedSite
    """What checks look at but for the pages."""
    whole: Callable[[], FinishedSite]
    """The same with all pages, for whoever compares them."""
    findings: tuple[Diagnostic, ...]
    trace: Trace
    """For the next build, once these pages are written."""


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the last build."""

    trace: Trace = NOTHING
    standing: Mapping[str, str] = {}
    """The digests of pages that stand as they were written, by output file."""


def make(
    root: Path,
    gathered: Gathered,
    planned: Planned,
    *,
    last: Last,
    memo: Memo,
    crew: Crew,
    progress: Progress,
    court: Court,
    lay: Lay,
) -> Made:
    """Render every page that is not current, make the index of the search, and check what came of it.

    `lay` is given each page as the file that it shall become.
    """
    frame = frame_of_site(gathered, planned)
    maker = Maker(root, gathered, planned, frame=frame, memo=memo, crew=crew, progress=progress, court=court, lay=lay)
    return maker.make(last)


def frame_of_site(gathered: Gathered, planned: Planned) -> Frame:
    """What all pages share."""
    return frame_of(
        gathered.site,
        planned.files,
        (
            *(planned.form_key, [file.path for file in gathered.content], gathered.without_entry),
            *(gathered.data, gathered.published, gathered.shapes),
        ),
        words=gathered.posts,
        layouts=planned.layout_digests,
        now=gathered.site.now.at,
    )


class Maker:
    """Makes the pages of one build."""

    def __init__(
        self,
        root: Path,
        gathered: Gathered,
        planned: Planned,
        *,
        frame: Frame,
        memo: Memo,
        crew: Crew,
        progress: Progress,
        court: Court,
        lay: Lay,
    ) -> None:
        self._root = root
        self._gathered = gathered
        self._planned = planned
        self._frame = frame
        self._memo = memo
        self._crew = crew
        self._progress = progress
        self._court = court
        self._lay = lay
        self._questions = planned.around.questions

    def make(self, last: Last, policies: Policies | None = None) -> Made:
        """All pages, whether they stand or are made now; `policies` where it is known what they will be."""
        gathered, planned, trace = self._gathered, self._planned, last.trace
        change = trace.frame.change_of_site(self._frame)  # no text sees a layout
        filled = Filled(gathered.entries, gathered.bodies, planned.around, known=trace.texts, change=change)
        rendering = self._rendering(filled, trace if change is Change.NOTHING else NOTHING)
        sorted_pages = self._sorted(last, filled)
        site = finished_site(self._root, gathered, planned, self._memo)
        looker = Looker(rendering, self._memo, trace.pages)
        printer = self._printer(rendering, looker, site)
        stale = [one.route for one in sorted_pages.stale]
        prints = printer.prints(stale, policies or self._likely(site, printer, sorted_pages, trace), self._progress)
        policies = policies_of(site, _requests(prints.seen, sorted_pages, trace), self._questions)
        if sorted_pages.current and digest_of_value(policies) != trace.policies:
            return self._with_other_policies(sorted_pages, policies)
        examiner = self._examiner(site, filled, sorted_pages=sorted_pages, seen=prints.seen, looker=looker, trace=trace)
        self._progress("check", 1, 1)
        again = partial(printer.again, Press(self._lay, policies))
        unfinished = prints.unfinished(policies)
        with self._crew.begin(again, unfinished, type=Pressed, worth=_WORTH_PRESSING) as pressing:
            verdict = examiner.verdict()
            late = zip(unfinished, pressing.results(), strict=True)
        pressed = prints.pressed | {page.route.output: one for page, one in late}
        search = self._index(sorted_pages, pressed, found=prints.words, rendering=rendering)
        return Made(
            filled=filled,
            routes=tuple(page.route for page in prints.pages),
            pressed=pressed,
            sorted_pages=sorted_pages,
            search=search,
            policies=policies,
            site=site,
            whole=lambda: examiner.whole,
            findings=(
                *(*filled.findings, *prints.findings, *search.findings),
                *(*verdict.findings, *self._findings()),
            ),
            trace=traced(
                zip(prints.pages, prints.seen, strict=True),
                pressed,
                frame=self._frame,
                verdict=verdict,
                policies=policies,
                filled=filled,
                standing=StandingPages(pages=sorted_pages.current, trace=trace),
                words=gathered.words,
            ),
        )

    def _rendering(self, filled: Filled, before: Trace) -> Rendering:
        return Rendering(
            bodies=filled,
            layouts=self._planned.layouts,
            questions=self._questions,
            where=self._gathered.where,
            before=before,
        )

    def _printer(self, rendering: Rendering, looker: Looker, site: FinishedSite) -> Printer:
        return Printer(
            rendering,
            looker,
            Listener(site),
            crew=self._crew,
            lay=self._lay,
            is_searched=bool(self._questions.search_index),
            meanwhile=self._memo.save_ahead,
        )

    def _likely(self, site: FinishedSite, printer: Printer, pages: Sorted, trace: Trace) -> Policies | None:
        """The policies that pages will most likely have; None where there are too few to guess."""
        if len(pages.stale) < _FEW:
            return None
        known = [(route, trace.pages[route.output].requests) for route in pages.routes if route.output in trace.pages]
        if known:
            asked = ((route.view.url, trace.requests[number]) for route, number in known)
            return policies_of(site, asked, self._questions)
        if len(pages.stale) < _WORTH_GUESSING:
            return None
        samples = samples_of(one.route for one in pages.stale)
        return policies_of(site, printer.asked(samples), self._questions)

    def _examiner(
        self,
        site: FinishedSite,
        filled: Filled,
        *,
        sorted_pages: Sorted,
        seen: Sequence[Seen],
        looker: Looker,
        trace: Trace,
    ) -> Examiner:
        return Examiner(
            self._gathered,
            self._planned,
            site=site,
            filled=filled,
            sorted_pages=sorted_pages,
            seen=seen,
            looker=looker,
            trace=trace,
            frame=self._frame,
            court=self._court,
        )

    def _sorted(self, last: Last, filled: Filled) -> Sorted:
        again = Again(self._questions, self._gathered.entries, self._planned.layouts.digests)
        sorter = Sorter(last.trace, self._frame, filled=filled, again=again, words=self._gathered.words)
        return sorter.sort(self._planned.routes, last.standing)

    def _findings(self) -> Iterator[Diagnostic]:
        """What there is to say apart from pages."""
        gathered, planned = self._gathered, self._planned
        yield from gathered.findings
        yield from planned.findings
        yield from faulty_findings(gathered.faulty, planned.around)
        yield from offer_findings(gathered, self._questions)
        yield from claim_findings(gathered)

    def _with_other_policies(self, sorted_pages: Sorted, policies: Policies) -> Made:
        """Every page holds the policy of the site: so all of them anew, if that is another."""
        made = self.make(Last(), policies)
        stood = sorted_pages.current
        why = (
            msgspec.structs.replace(stale, reason=Reason.POLICY) if stale.route.output in stood else stale
            for stale in made.sorted_pages.stale
        )
        return msgspec.structs.replace(made, sorted_pages=msgspec.structs.replace(made.sorted_pages, stale=tuple(why)))

    def _index(
        self, sorted_pages: Sorted, pressed: Mapping[str, Pressed], *, found: Mapping[str, str], rendering: Rendering
    ) -> Indexed:
        url = self._questions.listing("search")
        if not url:
            return Indexed()
        keys = {output: page.laid.entry.digest for output, page in pressed.items()}
        keys |= {output: before.digest for output, before in sorted_pages.current.items()}
        routes = {route.output: route for route in sorted_pages.routes if is_found(route) and route.output in keys}
        words = Words(
            keys={output: keys[output] for output in routes},
            found=found,
            html_of=lambda output: (rendering.page(routes[output]).html or b"").decode(),
        )
        return index_site(words, self._gathered, self._memo, root=self._root, url=url)


def _requests(seen: Iterable[Seen], sorted_pages: Sorted, trace: Trace) -> Iterator[tuple[str, Requests]]:
    """What pages ask for, each by its address; of those that stand and ask for the same, one, and the search page."""
    yield from ((one.finished.url, one.finished.facts.requests) for one in seen)
    current = sorted_pages.current
    told: set[int] = set()
    for route in sorted_pages.routes if current else ():
        before = current.get(route.output)
        if before is not None and (before.requests not in told or route.view.kind == "search"):
            told.add(before.requests)
            yield route.view.url, trace.requests[before.requests]


def finished_site(root: Path, gathered: Gathered, planned: Planned, memo: Memo) -> FinishedSite:
    """What the checks look at but for the pages; of those only the ones of faulty texts."""
    site_url = gathered.site.settings.url
    faulty = tuple(faulty_pages(gathered.faulty, planned.around))
    static = StaticTexts(root, tuple(planned.static))
    forms, bodies = planned.around.questions.forms, gathered.bodies
    return FinishedSite(
        pages=faulty,
        answered=planned.answered | {page.url for page in faulty},
        base=base_path(site_url),
        origin=absolute_url("", site_url),
        texts=gathered.readable,
        layouts=OwnLayouts(root),
        told=lambda source: bodies.findings(source) if source in bodies else (),
        gone=addresses_gone(gathered.site),
        to_come=addresses_to_come(gathered.without_entry, gathered.site.settings),
        files=tuple(finished_files(root, planned, static, memo)),
        static=static,
        sizes=Sizes(root, base_path(site_url), assets=planned.assets, static=planned.static.values()),
        parties=planned.around.questions.third_parties(),
        receiver=host_of(gathered.site.settings.delivery.address) if forms.to_inbox else "",
    )
