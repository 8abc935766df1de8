"""Pages as the checks see them: those made now as soon as they are made, those that stand when a rule asks for them.

Whoever renders a page takes its facts, too, so that it goes from one process to another but once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memo import Memo, key_of
from sitegen.build.paging import Page, Rendering, Sheet
from sitegen.build.result import Progress
from sitegen.build.sorting import subject_of
from sitegen.build.trace import PageTrace, digest_of_value
from sitegen.checks.facts import PageFacts, facts_of
from sitegen.checks.finished import FinishedPage
from sitegen.checks.requests.request import hosts_of
from sitegen.diagnostics import Diagnostic
from sitegen.plan.routes import Route

_KIND: Final = "facts"
_WORTH: Final = 25
"""Pages for each worker; fewer are done sooner than a worker is made."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was made now, and how checks see it."""

    route: Route
    key: str
    """Of its HTML."""
    subject: str
    """The digest of what it is before a question is asked."""
    finished: FinishedPage
    anchors: str
    """The digest of all that can be pointed at on it."""
    shared: str
    """The digest of what rules that compare pages look at."""


class Sight(msgspec.Struct, frozen=True, array_like=True):
    """The same, small enough to be handed on."""

    key: str
    subject: str
    size: int
    anchors: str
    shared: str
    facts: bytes
    """A `PageFacts` as the memo keeps it. Bytes, since a `msgspec.Raw` would hold all that came with it."""


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """What comes of a route in one go."""

    sheet: Sheet
    sight: Sight | None


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """All pages that could be made, how checks see each, and the faults of layouts."""

    pages: tuple[Page, ...]
    seen: tuple[Seen, ...]
    findings: tuple[Diagnostic, ...]


class Looker:
    """Takes the facts of pages, or finds them in the memo."""

    def __init__(self, rendering: Rendering, *, memo: Memo, crew: Crew) -> None:
        self._rendering = rendering
        self._memo = memo
        self._crew = crew

    def made(self, routes: Sequence[Route], progress: Progress) -> Looked:
        """Make the pages of `routes`, and look at each."""
        import selectolax.lexbor  # noqa: F401 -- once, before the workers are made

        self._rendering.bodies.expect(routes)
        watch = partial(progress, "layouts")
        printed = self._crew.map(self._print, routes, type=Printed, worth=_WORTH, watch=watch)
        pages: list[Page] = []
        seen: list[Seen] = []
        for route, one in zip(routes, printed, strict=True):
            if one.sheet.html is not None and one.sight is not None:
                pages.append(Page(route=route, html=one.sheet.html, asked=one.sheet.asked, answers=one.sheet.answers))
                seen.append(self._seen(route, one.sight))
        findings = tuple(one.sheet.finding for one in printed if one.sheet.finding)
        return Looked(pages=tuple(pages), seen=tuple(seen), findings=findings)

    def again(self, routes: Iterable[Route], traces: Mapping[str, PageTrace]) -> tuple[FinishedPage, ...]:
        """Pages that stand, with their traces by output file. What the memo has lost is made once more."""
        wanted = [(route, traces[route.output]) for route in routes]
        known = self._memo.get_many(_KIND, [before.html for _, before in wanted], type=PageFacts)
        lost = {before.html: route for route, before in wanted if before.html not in known}
        known |= self._facts({key: self._rendering.page(route).html or b"" for key, route in lost.items()})
        return tuple(finished_page(route, known[before.html], size=before.size) for route, before in wanted)

    def _facts(self, htmls: Mapping[str, bytes]) -> dict[str, PageFacts]:
        return self._memo.remember_all(_KIND, htmls, lambda missing: map(facts_of, missing), type=PageFacts)

    def _print(self, route: Route) -> Printed:
        sheet = self._rendering.page(route)
        return Printed(sheet, None if sheet.html is None else _sight_of(route, sheet.html))

    def _seen(self, route: Route, sight: Sight) -> Seen:
        facts = self._memo.put_encoded(_KIND, sight.key, sight.facts, type=PageFacts)
        return Seen(
            route=route,
            key=sight.key,
            subject=sight.subject,
            finished=finished_page(route, facts, size=sight.size),
            anchors=sight.anchors,
            shared=sight.shared,
        )


def finished_page(route: Route, facts: PageFacts, *, size: int) -> FinishedPage:
    """A page as checks see it."""
    return FinishedPage(
        url=route.view.url,
        source=route.source,
        layout=f"layouts/{route.layout}",
        facts=facts,
        kind=route.view.kind,
        size=size,
    )


def _sight_of(route: Route, html: bytes) -> Sight:
    facts = facts_of(html)
    shared = (
        facts.law,
        facts.statements,
        facts.forms,
        facts.requests.referrer,
        facts.addresses,
        hosts_of(facts.requests),
    )
    return Sight(
        key=key_of(html),
        subject=subject_of(route),
        size=len(html.decode()),
        anchors=digest_of_value(facts.ids),
        shared=digest_of_value((route.view.url, route.source, route.layout, route.view.kind, shared)),
        facts=msgspec.msgpack.encode(facts),
    )
