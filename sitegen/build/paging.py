"""From routes to finished pages: bodies filled, layouts rendered, facts taken for the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

import msgspec
from markupsafe import Markup

from sitegen.build.crew import Crew
from sitegen.build.memo import Memo, key_of
from sitegen.build.result import Progress
from sitegen.checks.facts import PageFacts, facts_of
from sitegen.checks.finished import FinishedPage
from sitegen.diagnostics import Diagnostic
from sitegen.model.body import Body
from sitegen.model.entries import Entry
from sitegen.plan.questions import SiteView
from sitegen.plan.routes import Route
from sitegen.plan.views import BodyView
from sitegen.render.layouts import EMPTY_BODY, Layouts, Rendered
from sitegen.render.markdown.fill import fill
from sitegen.render.slots import Surroundings, answer_slots
from sitegen.sources.whereabouts import Whereabouts

_WORTH_RENDERING: Final = 300
_WORTH_LOOKING: Final = 150
"""Pages for each worker; fewer are done sooner than a worker is made."""


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """All bodies with their slots answered, by source file."""

    views: Mapping[str, BodyView]
    findings: tuple[Diagnostic, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One finished page."""

    route: Route
    html: str


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """All pages that could be made, and the faults of layouts."""

    pages: tuple[Page, ...]
    findings: tuple[Diagnostic, ...]


def fill_bodies(entries: Sequence[Entry], bodies: Mapping[str, Body], around: Surroundings) -> Filled:
    """Answer the slots of every body; the findings of bodies get their places in files here."""
    views: dict[str, BodyView] = {}
    findings: list[Diagnostic] = []
    for entry in entries:
        body = bodies.get(entry.source)
        if body is None:
            continue
        answered = answer_slots(body, source=entry.source, body_line=entry.body_line, around=around)
        findings.extend(found.in_file(entry.source, entry.body_line - 1) for found in body.findings)
        findings.extend(answered.findings)
        views[entry.source] = BodyView(
            html=Markup(fill(body, answered.html)),  # noqa: S704 - our own renderer made and escaped it
            headings=body.headings,
            has_ad=body.has_ad,
        )
    return Filled(views=views, findings=tuple(findings))


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """What every page is rendered with."""

    bodies: Mapping[str, BodyView]
    layouts: Layouts
    questions: SiteView
    where: Whereabouts

    def page(self, route: Route) -> Rendered:
        """One route with its layout."""
        return self.layouts.page(route, self.questions, body_of(route, self.bodies), where=self.where)


def render_pages(routes: Sequence[Route], rendering: Rendering, *, crew: Crew, progress: Progress) -> Pages:
    """Render every route with its layout."""
    rendered = crew.map(
        rendering.page, routes, type=Rendered, worth=_WORTH_RENDERING, watch=partial(progress, "layouts")
    )
    made = zip(routes, rendered, strict=True)
    return Pages(
        pages=tuple(Page(route=route, html=one.html) for route, one in made if one.html is not None),
        findings=tuple(one.finding for one in rendered if one.finding),
    )


def body_of(route: Route, bodies: Mapping[str, BodyView]) -> BodyView:
    """The body that stands on a page."""
    return bodies.get(route.source, EMPTY_BODY) if route.has_body else EMPTY_BODY


def finished_pages(pages: Sequence[Page], *, memo: Memo, crew: Crew) -> Iterator[FinishedPage]:
    """Pages as the checks see them."""
    keys = [key_of(page.html) for page in pages]

    def look(missing: Sequence[str]) -> list[PageFacts]:
        import selectolax.lexbor  # noqa: F401 -- once, before the workers are made

        return crew.map(facts_of, missing, type=PageFacts, worth=_WORTH_LOOKING)

    wanted = {key: page.html for key, page in zip(keys, pages, strict=True)}
    facts = memo.remember_all("facts", wanted, look, type=PageFacts)
    for key, page in zip(keys, pages, strict=True):
        yield FinishedPage(
            url=page.route.view.url,
            source=page.route.source,
            layout=f"layouts/{page.route.layout}",
            facts=facts[key],
            kind=page.route.view.kind,
            size=len(page.html),
        )
