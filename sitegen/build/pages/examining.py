"""What rules say of a site of which most has not changed: each is asked again where its answer can be another.

Rules about single texts and single pages are asked about those that are new, and about those of which they had
something to say; rules that compare pages, when something they look at has changed on any page. What all of them share
is compared as a digest, and where it differs everything is asked. So no finding is ever remembered, only silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.build.findings.addressing import address_findings
from sitegen.build.memory.trace import Change, Frame, PageTrace, TextTrace, Trace, digest_of_value, pictures_in_short
from sitegen.build.pages.hearing import Heard
from sitegen.build.pages.looking import Looker, Seen
from sitegen.build.pages.sorting import Sorted
from sitegen.build.planning import Planned
from sitegen.build.texts.filling import Filled, FilledHtml
from sitegen.build.texts.gathering import Gathered
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.prices import check_prices, price_records
from sitegen.checks.runner import OF_ONE_PAGE, PAGE_RULES, SITE_RULES, check
from sitegen.diagnostics import Diagnostic
from sitegen.legal.document import Kind
from sitegen.legal.judging import Court, judged
from sitegen.plan.legal import shown_documents
from sitegen.plan.routes import Route
from sitegen.settings.load import SITE_FILE
from sitegen.text.tone import Tone

_OWN: Final = "layouts/"


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules say, and of what they say nothing."""

    findings: tuple[Diagnostic, ...]
    addresses: str
    context: str
    manner: str
    matter: tuple[str, str]
    quiet_texts: dict[str, TextTrace]
    loud_pages: frozenset[str]
    """Output files of pages about which there is something to say."""
    is_quiet: bool
    """Whether rules that compare pages say nothing that counts."""


class Anchors(Mapping[str, frozenset[str]]):
    """What can be pointed at on pages that rules are not asked about, looked up when a link leads to one of them."""

    def __init__(
        self,
        looker: Looker,
        made: Mapping[str, FinishedPage],
        current: Mapping[str, PageTrace],
        routes: Iterable[Route],
    ) -> None:
        """Pages that were `made` now and those that stand, by output file, each with its route among `routes`."""
        self._looker = looker
        self._made = made
        self._current = current
        self._all = routes
        self._known: dict[str, frozenset[str]] = {}

    @cached_property
    def _routes(self) -> dict[str, Route]:
        there = (route for route in self._all if route.output in self._made or route.output in self._current)
        return {unquote(route.view.url): route for route in there}

    def __getitem__(self, path: str) -> frozenset[str]:
        if path not in self._known:
            route = self._routes[path]
            made = self._made.get(route.output)
            self._known[path] = frozenset(made.facts.ids if made else self._standing(route))
        return self._known[path]

    def _standing(self, route: Route) -> Iterable[str]:
        (page,) = self._looker.again((route,), self._current)
        return page.facts.ids

    def __contains__(self, path: object) -> bool:
        return path in self._routes

    def __iter__(self) -> Iterator[str]:
        return iter(self._routes)

    def __len__(self) -> int:
        return len(self._routes)

    def hold(self, anchor: tuple[str, str]) -> bool:
        """Whether an anchor is on the page with the path, or that is none of these."""
        path, name = anchor
        return path not in self or name in self[path]


class Examiner:
    """Asks the rules about one build, knowing the last one."""

    def __init__(
        self,
        gathered: Gathered,
        planned: Planned,
        *,
        site: FinishedSite,
        filled: Filled,
        sorted_pages: Sorted,
        seen: Sequence[Seen],
        looker: Looker,
        trace: Trace,
        frame: Frame,
        court: Court,
    ) -> None:
        """`site` holds everything but the pages; of pages only those of faulty texts."""
        self._gathered = gathered
        self._planned = planned
        self._site = site
        self._filled = filled
        self._sorted = sorted_pages
        self._seen = seen
        self._looker = looker
        self._trace = trace
        self._frame = frame
        self._court = court

    @cached_property
    def _made(self) -> dict[str, FinishedPage]:
        return {one.route.output: one.finished for one in self._seen}

    @cached_property
    def whole(self) -> FinishedSite:
        """The site with all its pages, in their order."""
        standing = [route for route in self._sorted.routes if route.output in self._sorted.current]
        again = self._looker.again(standing, self._sorted.current)
        return self._with_pages((*self._in_order(standing, again), *self._site.pages))

    def verdict(self) -> Verdict:
        """All that rules have to say."""
        texts = self._texts_to_judge
        examined = self._examined
        of_texts = tuple(self._of_texts(texts, self._at_hand))
        of_pages = tuple(check(examined, PAGE_RULES))
        of_site = tuple(self._of_site()) if self._site_has_changed else ()
        blamed = {found.span.file for found in (*self._filled.unanswered, *of_texts)}
        return Verdict(
            findings=(*of_texts, *of_pages, *of_site),
            addresses=self._addresses,
            context=self._context,
            manner=self._manner,
            matter=self._matter,
            quiet_texts={source: self._filled.trace(source) for source in self._filled if source not in blamed},
            loud_pages=self._loud(of_pages),
            is_quiet=not any(judged(of_site, self._court)),
        )

    # Texts

    @cached_property
    def _manner(self) -> str:
        return digest_of_value(price_records(self._planned.around.questions))

    @cached_property
    def _texts_to_judge(self) -> tuple[str, ...]:
        """Texts that were not judged before, in this manner, with this body and on a page that says what it says now.

        The page counts, because legal texts are judged in their own way.
        """
        if self._manner != self._trace.manner:
            return tuple(self._filled)
        known, filled = self._trace.texts, self._filled
        others = {source for source in filled.examined if known.get(source) != filled.trace(source)}
        others |= {one.route.source for one in self._seen if self._says_something_else(one)}
        return tuple(source for source in filled if source in others)

    def _of_texts(self, sources: Sequence[str], site: FinishedSite) -> Iterator[Diagnostic]:
        bodies = FilledHtml(self._filled, sources)
        yield from check_prices(bodies, price_records(self._planned.around.questions), self._gathered.readable)
        straying = FilledHtml(self._filled, filter(self._filled.may_stray, sources))
        yield from address_findings(self._gathered, straying, site)

    # Single pages

    @cached_property
    def _addresses(self) -> str:
        """The digest of what decides whether an address of the site is dead."""
        site = self._site
        return digest_of_value(
            (
                self._planned.answering,
                [page.url for page in site.pages],
                site.base,
                site.origin,
                site.receiver,
                site.to_come.pattern,
                site.gone,
            ),
        )

    @cached_property
    def _context(self) -> str:
        """The digest of what rules about single pages look at beside the page and its text."""
        site, texts = self._site, self._gathered.readable
        files = {name: file.digest for name, file in self._planned.static.items()}
        return digest_of_value(
            (
                *(self._addresses, site.files, site.parties),
                *(self._frame.layouts, files, self._gathered.data, texts[SITE_FILE]),
            )
        )

    @cached_property
    def _at_hand(self) -> FinishedSite:
        """The site with the pages that were made, and those of others that rules are asked about."""
        if self._everything_is_open:
            return self.whole
        wanted, loud, current = frozenset(self._texts_to_judge), self._trace.loud, self._sorted.current
        standing = [
            route
            for route in self._sorted.routes
            if (route.source in wanted or route.output in loud) and route.output in current
        ]
        pages = self._in_order(standing, self._looker.again(standing, current))
        return self._with_pages((*pages, *self._site.pages), elsewhere=self._anchors)

    @cached_property
    def _examined(self) -> FinishedSite:
        """The same without pages of which it was heard that nothing is to be said."""
        is_whole = len(self._made) + len(self._sorted.current) == len(self._sorted.routes)
        # While two want to be one page, or a layout is at fault, everything is asked.
        silent = frozenset(one.finished.url for one in self._seen if is_whole and self._is_silent(one.heard))
        pages = tuple(page for page in self._at_hand.pages if page.url not in silent)
        return self._with_pages(pages, elsewhere=self._anchors)

    @cached_property
    def _anchors(self) -> Anchors:
        return Anchors(self._looker, self._made, self._sorted.current, self._sorted.routes)

    def _is_silent(self, heard: Heard) -> bool:
        """Whether it still holds that nothing is to be said."""
        return heard.is_silent and (not heard.pointed or all(map(self._anchors.hold, heard.pointed)))

    @cached_property
    def _everything_is_open(self) -> bool:
        """Whether anything is another that could matter to a page which itself has not changed."""
        if self._context != self._trace.context:
            return True
        before = self._trace.pages
        return any(
            one.route.output not in before or before[one.route.output].anchors != one.anchors for one in self._seen
        )

    def _loud(self, findings: Sequence[Diagnostic]) -> frozenset[str]:
        """The pages a finding may be about; all of them where it neither names its page nor stands in a text of one."""
        if not findings:
            return frozenset()
        named = {found.facts["page"] for found in findings if found.code in OF_ONE_PAGE}
        files = {file.source for file in self._site.files if not file.source.startswith(_OWN)}
        blamed = {found.span.file for found in findings if found.code not in OF_ONE_PAGE} - files
        sources = {route.source for route in self._sorted.routes if route.source}
        everywhere = not blamed <= sources
        return frozenset(
            route.output
            for route in self._sorted.routes
            if everywhere or route.view.url in named or (route.source and route.source in blamed)
        )

    # All pages together

    @cached_property
    def _site_has_changed(self) -> bool:
        trace = self._trace
        if not (trace.is_quiet and trace.frame.is_in_time(self._frame)):
            return True
        if (self._matter, self._context) != (trace.matter, trace.context):
            return True
        if len(trace.pages) != len(self._sorted.routes) or self._site.pages or self._says_what_counts:
            return True
        return any(map(self._says_something_else, self._seen))

    def _says_something_else(self, one: Seen) -> bool:
        """Whether a page is new, or holds something else of what rules that compare pages look at."""
        before = self._trace.pages.get(one.route.output)
        return before is None or before.shared != one.shared

    @property
    def _says_what_counts(self) -> bool:
        """Whether a text is another whose page says words that count where a text holds them."""
        texts = frozenset(self._texts_to_judge)
        return any(
            page.source in texts and (page.facts.law.said or page.facts.law.legal) for page in self._at_hand.pages
        )

    @cached_property
    def _matter(self) -> tuple[str, str]:
        """The digests of what these rules look at beside the pages: of the site, and of legal pages."""
        is_still = self._trace.frame.change_of_site(self._frame) is not Change.ANYTHING
        return self._trace.matter[0] if is_still else self._matter_of_site(), digest_of_value(self._shown)

    def _matter_of_site(self) -> str:
        """Follows from the shape of the site: posts may be called otherwise."""
        site, planned = self._gathered.site, self._planned
        posts = [(post.source, post.url, post.ad, post.ai, post.image) for post in site.posts]
        pictures = pictures_in_short(planned.files.pictures)
        rest = msgspec.structs.replace(site, now=None, posts=(), expired=(), withheld=(), comments={}, data={})
        return digest_of_value((rest, posts, bool(site.comments), pictures, planned.files.embedded))

    @cached_property
    def _shown(self) -> tuple[tuple[str, Kind, Tone], ...]:
        """The legal pages made from settings, by the texts that show them."""
        return tuple(shown_documents({source: self._gathered.bodies[source] for source in self._planned.legal}))

    def _of_site(self) -> Iterator[Diagnostic]:
        from sitegen.build.findings.lawfulness import law_findings
        from sitegen.build.findings.stating import statement_findings

        questions = self._planned.around.questions
        yield from check(self.whole, SITE_RULES)
        yield from law_findings(self._gathered, self.whole, questions, shown=self._shown)
        yield from statement_findings(self._gathered, self.whole, questions)

    def _in_order(self, standing: Iterable[Route], again: Iterable[FinishedPage]) -> Sequence[FinishedPage]:
        """Pages that were made, and others that stand, in the order of the site."""
        pages = self._made | {route.output: page for route, page in zip(standing, again, strict=True)}
        return [pages[route.output] for route in self._sorted.routes if route.output in pages]

    def _with_pages(
        self, pages: Sequence[FinishedPage], elsewhere: Mapping[str, frozenset[str]] | None = None
    ) -> FinishedSite:
        # Not `or`: whether there are any anchors at all would be seen by looking at the address of every page.
        return msgspec.structs.replace(self._site, pages=pages, elsewhere={} if elsewhere is None else elsewhere)
