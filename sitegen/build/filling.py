"""Bodies with their slots answered: those about which there was nothing to say last time, only when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec
from markupsafe import Markup

from sitegen.build.bodies import Bodies
from sitegen.build.memo import key_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.entries import Entry
from sitegen.plan.routes import Route
from sitegen.plan.views import BodyView
from sitegen.render.layouts import EMPTY_BODY
from sitegen.render.markdown.fill import fill
from sitegen.render.slots import Surroundings, answer_slots


class Filled(Mapping[str, BodyView]):
    """The bodies of a site by source file."""

    def __init__(
        self,
        entries: Iterable[Entry],
        bodies: Bodies,
        around: Surroundings,
        *,
        known: Mapping[str, str] | None = None,
    ) -> None:
        """`known` are the digests of bodies that need not be filled to be judged, by source."""
        self._entries: Final = {entry.source: entry for entry in entries if entry.source in bodies}
        self._bodies = bodies
        self._around = around
        self._views: dict[str, BodyView] = {}
        self._digests: Final = dict(known or {})
        self._unanswered: list[Diagnostic] = []
        self.examined: Final = tuple(source for source in self._entries if source not in self._digests)
        """Those that nothing is known of."""
        bodies.load(self.examined)
        for source in self.examined:
            self._digests[source] = digest_of_view(self._fill(source))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is to be said about all of them, at its places in their files."""
        own = (
            found.in_file(source, entry.body_line - 1)
            for source, entry in self._entries.items()
            for found in self._bodies[source].findings
        )
        return (*own, *self._unanswered)

    @property
    def unanswered(self) -> tuple[Diagnostic, ...]:
        """Those findings that depend on the rest of the site."""
        return tuple(self._unanswered)

    def __getitem__(self, source: str) -> BodyView:
        if source not in self._entries:
            raise KeyError(source)
        return self._views[source] if source in self._views else self._fill(source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def of(self, route: Route) -> BodyView:
        """The body that stands on a page."""
        return self[route.source] if route.has_body and route.source in self._entries else EMPTY_BODY

    def digest_for(self, route: Route) -> str:
        """The digest of the body that stands on a page; empty for none."""
        return self._digests.get(route.source, "") if route.has_body else ""

    def digest(self, source: str) -> str:
        """The digest of one body."""
        return self._digests[source]

    def _fill(self, source: str) -> BodyView:
        entry, body = self._entries[source], self._bodies[source]
        answered = answer_slots(body, source=source, body_line=entry.body_line, around=self._around)
        if source not in self._digests:
            self._unanswered.extend(answered.findings)
        view = BodyView(
            html=Markup(fill(self._bodies.html(source), answered.html)),  # noqa: S704 - our own renderer made and escaped it
            headings=body.headings,
            has_ad=body.has_ad,
        )
        self._views[source] = view
        return view


class FilledHtml(Mapping[str, str]):
    """The same as plain HTML; remembers which of them somebody has read."""

    def __init__(self, filled: Filled, sources: Iterable[str] | None = None) -> None:
        self._filled = filled
        self._sources: Final = dict.fromkeys(filled if sources is None else sources)
        self.read: Final[dict[str, str]] = {}
        """The digests of those that were read, by source."""

    def __getitem__(self, source: str) -> str:
        if source not in self._sources:
            raise KeyError(source)
        self.read[source] = self._filled.digest(source)
        return str(self._filled[source].html)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def digest_of_view(view: BodyView) -> str:
    """What pages that show a body depend on."""
    return key_of(str(view.html), msgspec.msgpack.encode((view.headings, view.has_ad)))
