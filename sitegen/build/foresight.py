"""Pages for somebody who waits for them, shown as soon as they can be: if need be by the plan of the last build.

Where only the words of texts have changed, everything else that a page is made of is what it was: the routes, the files
beside it, what its text refers to. So the page is shown before the site is planned anew, which the build then does as
ever. What is shown early never decides what is written.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from sitegen.build.audience import NOBODY, Audience
from sitegen.build.layouts import digests_of_layouts
from sitegen.build.planning import Planned
from sitegen.build.texts.filling import Filled
from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Findings
from sitegen.model.published import KeptAddress
from sitegen.model.site import Site
from sitegen.sources.scan import SourceFile


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """All that a plan follows from, but for the clock."""

    site: Site
    """Without its posts, its data and its clock."""
    posts: str
    bodies: str
    texts: tuple[str, ...]
    files: tuple[SourceFile, ...]
    data: tuple[tuple[str, str], ...]
    published: tuple[KeptAddress, ...]
    without_entry: tuple[str, ...]
    layouts: tuple[str, ...]
    form_key: bytes


def basis_of(gathered: Gathered, *, layouts: tuple[str, ...], form_key: bytes) -> Basis:
    """The basis of a plan; `layouts` are the digests of their folders."""
    texts = [file for file in gathered.content if file.path.endswith(".md")]
    others = [file for file in gathered.content if not file.path.endswith(".md")]
    return Basis(
        site=msgspec.structs.replace(gathered.site, now=None, posts=(), data={}),
        posts=gathered.posts,
        bodies=gathered.bodies.digest,
        texts=tuple(file.path for file in texts),
        files=(*others, *gathered.static),
        data=gathered.data,
        published=gathered.published,
        without_entry=gathered.without_entry,
        layouts=layouts,
        form_key=form_key,
    )


class Foresight:
    """The plan of the last build, for a process that builds again and again."""

    def __init__(self) -> None:
        self._kept: tuple[Basis, Planned, datetime] | None = None

    def plan_for(self, basis: Basis, now: datetime) -> Planned | None:
        """The plan that a build would make now, as far as that is known beforehand."""
        if self._kept is None:
            return None
        known, planned, until = self._kept
        return planned if now < until and basis == known else None

    def keep(self, basis: Basis, planned: Planned, until: datetime) -> None:
        """Remember a plan; up to `until` time alone changes nothing."""
        self._kept = (basis, planned, until)


class Soon:
    """One build before its audience."""

    def __init__(
        self, gathered: Gathered, audience: Audience, foresight: Foresight, *, root: Path, theme: str, form_key: bytes
    ) -> None:
        """Shows at once what can be shown without a plan of this build.

        `theme` is the digest of the theme's layouts.
        """
        self._gathered = gathered
        self._audience = audience
        self._foresight = foresight
        self._was_shown = False
        self._basis: Basis | None = None
        if audience is NOBODY:
            return
        self._basis = basis_of(gathered, layouts=digests_of_layouts(root, theme), form_key=form_key)
        planned = foresight.plan_for(self._basis, gathered.site.now.at)
        if planned is not None:
            self.show(planned)

    def show(self, planned: Planned) -> None:
        """Show it now, unless that was done."""
        if not self._was_shown:
            show_first(self._gathered, planned, self._audience)
        self._was_shown = True

    def keep(self, planned: Planned, until: datetime) -> None:
        """Remember the plan of this build for the next."""
        if self._basis is not None:
            self._foresight.keep(self._basis, planned, until)


def show_first(gathered: Gathered, planned: Planned, audience: Audience) -> None:
    """Render what the audience waits for and hand it over; a page whose layout is faulty is left to the build."""
    routes = [route for route in planned.routes if audience.looks_at(route.output)]
    sources = {route.source for route in routes if route.has_body}
    if not routes:
        return
    entries = [entry for entry in gathered.entries if entry.source in sources]
    filled = Filled(entries, gathered.bodies, planned.around)
    if Findings.of((*gathered.findings, *planned.findings, *filled.findings)).stops(strict=False):
        return
    for route in routes:
        rendered = planned.layouts.page(route, planned.around.questions, filled.of(route), where=gathered.where)
        if rendered.html is not None:
            audience.see(route.output, rendered.html)
