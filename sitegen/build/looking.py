"""Finished pages as the checks see them: those made now at once, those that stand only when a rule asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.memo import Memo, key_of
from sitegen.build.paging import Page, Rendering
from sitegen.build.trace import PageTrace, digest_of_value
from sitegen.checks.facts import PageFacts, facts_of
from sitegen.checks.finished import FinishedPage
from sitegen.checks.requests.request import hosts_of
from sitegen.plan.routes import Route

_KIND: Final = "facts"
_WORTH: Final = 150
"""Pages for each worker; fewer are done sooner than a worker is made."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was made now, and how checks see it."""

    route: Route
    key: str
    """Of its HTML."""
    finished: FinishedPage
    anchors: str
    """The digest of all that can be pointed at on it."""
    shared: str
    """The digest of what rules that compare pages look at."""


class Looker:
    """Takes the facts of pages, or finds them in the memo."""

    def __init__(self, rendering: Rendering, *, memo: Memo, crew: Crew) -> None:
        self._rendering = rendering
        self._memo = memo
        self._crew = crew

    def look(self, pages: Sequence[Page]) -> tuple[Seen, ...]:
        """Pages that were made now."""
        keys = [key_of(page.html) for page in pages]
        facts = self._facts({key: page.html for key, page in zip(keys, pages, strict=True)})
        return tuple(_seen(page, key, facts[key]) for key, page in zip(keys, pages, strict=True))

    def again(self, routes: Iterable[Route], traces: Mapping[str, PageTrace]) -> tuple[FinishedPage, ...]:
        """Pages that stand, with their traces by output file. What the memo has lost is made once more."""
        wanted = [(route, traces[route.output]) for route in routes]
        known = self._memo.get_many(_KIND, [before.html for _, before in wanted], type=PageFacts)
        lost = {before.html: route for route, before in wanted if before.html not in known}
        known |= self._facts({key: self._rendering.page(route).html or b"" for key, route in lost.items()})
        return tuple(finished_page(route, known[before.html], size=before.size) for route, before in wanted)

    def _facts(self, htmls: Mapping[str, bytes]) -> dict[str, PageFacts]:
        def compute(missing: Sequence[bytes]) -> list[PageFacts]:
            import selectolax.lexbor  # noqa: F401 -- once, before the workers are made

            return self._crew.map(_facts_of, missing, type=PageFacts, worth=_WORTH)

        return self._memo.remember_all(_KIND, htmls, compute, type=PageFacts)


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


def _facts_of(html: bytes) -> PageFacts:
    return facts_of(html.decode())


def _seen(page: Page, key: str, facts: PageFacts) -> Seen:
    route = page.route
    shared = (
        facts.law,
        facts.statements,
        facts.forms,
        facts.requests.referrer,
        facts.addresses,
        hosts_of(facts.requests),
    )
    return Seen(
        route=route,
        key=key,
        finished=finished_page(route, facts, size=len(page.html.decode())),
        anchors=digest_of_value(facts.ids),
        shared=digest_of_value((route.view.url, route.source, route.layout, route.view.kind, shared)),
    )
