"""From routes to pages: each rendered with its layout, in this process or in several."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import msgspec

from sitegen.build.crew import Crew
from sitegen.build.filling import Filled
from sitegen.build.result import Progress
from sitegen.diagnostics import Diagnostic
from sitegen.plan.answers import Question
from sitegen.plan.questions import SiteView
from sitegen.plan.routes import Route
from sitegen.render.layouts import Layouts
from sitegen.sources.whereabouts import Whereabouts

_WORTH_RENDERING: Final = 300
"""Pages for each worker; fewer are done sooner than a worker is made."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One finished page."""

    route: Route
    html: bytes
    """UTF-8: as text, German quotation marks would make each letter twice as large."""
    asked: tuple[Question, ...] = ()
    answers: tuple[str, ...] = ()
    """What its layout asked, and the digests of the answers."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page as `Rendered` has it, small enough to be handed on."""

    html: bytes | None
    finding: Diagnostic | None = None
    asked: tuple[Question, ...] = ()
    answers: tuple[str, ...] = ()


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """All pages that could be made, and the faults of layouts."""

    pages: tuple[Page, ...]
    findings: tuple[Diagnostic, ...]


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """What every page is rendered with."""

    bodies: Filled
    layouts: Layouts
    questions: SiteView
    where: Whereabouts

    def page(self, route: Route) -> Sheet:
        """One route with its layout."""
        made = self.layouts.page(route, self.questions, self.bodies.of(route), where=self.where)
        html = None if made.html is None else made.html.encode()
        return Sheet(html=html, finding=made.finding, asked=made.asked, answers=made.answers)


def render_pages(routes: Sequence[Route], rendering: Rendering, *, crew: Crew, progress: Progress) -> Pages:
    """Render every route with its layout."""
    rendered = crew.map(rendering.page, routes, type=Sheet, worth=_WORTH_RENDERING, watch=partial(progress, "layouts"))
    made = zip(routes, rendered, strict=True)
    return Pages(
        pages=tuple(
            Page(route=route, html=one.html, asked=one.asked, answers=one.answers)
            for route, one in made
            if one.html is not None
        ),
        findings=tuple(one.finding for one in rendered if one.finding),
    )
