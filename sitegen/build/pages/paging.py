"""From a route to a page: rendered with its layout."""

from __future__ import annotations

from typing import Final

import msgspec

from sitegen.build.memory.trace import NOTHING, Trace
from sitegen.build.pages.pressing import Pressed
from sitegen.build.texts.filling import Filled
from sitegen.diagnostics import Diagnostic
from sitegen.plan.questions.answers import Question
from sitegen.plan.questions.site import SiteView
from sitegen.plan.routes import Route
from sitegen.render.layouts import Layouts
from sitegen.sources.whereabouts import Whereabouts

_REDIRECT: Final = "redirect"
"""Where redirects lead follows from more than the site."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One finished page."""

    route: Route
    html: bytes | None
    """UTF-8, with gaps where policies belong; None where the page was pressed."""
    pressed: Pressed | None
    asked: tuple[Question, ...] = ()
    answers: tuple[str, ...] = ()
    """What its layout asked, and the digests of the answers."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of a route: its page, or the fault of its layout."""

    html: bytes | None
    """UTF-8: as text, German quotation marks would make each letter twice as large."""
    finding: Diagnostic | None = None
    asked: tuple[Question, ...] = ()
    answers: tuple[str, ...] = ()


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """What every page is rendered with."""

    bodies: Filled
    layouts: Layouts
    questions: SiteView
    where: Whereabouts
    before: Trace = NOTHING
    """The last build, where every question still has the answer that it had then."""

    def page(self, route: Route) -> Sheet:
        """One route with its layout."""
        if route.view.kind != _REDIRECT:
            self.layouts.digests.update(self.before.told(route.output))
        made = self.layouts.page(route, self.questions, self.bodies.of(route), where=self.where)
        html = None if made.html is None else made.html.encode()
        return Sheet(html=html, finding=made.finding, asked=made.asked, answers=made.answers)
