"""Pages for somebody who waits for them: rendered before all others, while the rest of the build still goes on.

What is shown early is what the build will write, save for the policy of the site, which follows from all its pages.
Nothing is shown where a finding of the site or of these pages stops the build. Without an audience nothing
is rendered twice.
"""

from __future__ import annotations

from typing import Final, Protocol

from sitegen.build.gathering import Gathered
from sitegen.build.paging import body_of, fill_bodies
from sitegen.build.planning import Planned
from sitegen.diagnostics import Findings


class Audience(Protocol):
    """Who looks at pages while they are made."""

    def looks_at(self, output: str) -> bool:
        """Whether the page with this path below the output folder is waited for."""
        ...

    def see(self, output: str, html: str) -> None:
        """Called with such a page as soon as it is rendered, in the thread of the build."""
        ...


class Nobody:
    """The audience of a build that is not watched."""

    def looks_at(self, output: str) -> bool:  # noqa: ARG002 -- the protocol's signature
        """No page at all."""
        return False

    def see(self, output: str, html: str) -> None:
        """Never called."""


NOBODY: Final = Nobody()


def show_first(gathered: Gathered, planned: Planned, audience: Audience) -> None:
    """Render what the audience waits for and hand it over; a page whose layout is faulty is left to the build."""
    routes = [route for route in planned.routes if audience.looks_at(route.output)]
    sources = {route.source for route in routes if route.has_body}
    entries = [entry for entry in gathered.entries if entry.source in sources] if sources else []
    filled = fill_bodies(entries, gathered.bodies, planned.around)
    if Findings.of((*gathered.findings, *planned.findings, *filled.findings)).stops(strict=False):
        return
    for route in routes:
        body, questions = body_of(route, filled.views), planned.around.questions
        rendered = planned.layouts.page(route, questions, body, where=gathered.where)
        if rendered.html is not None:
            audience.see(route.output, rendered.html)
