"""Bodies with their slots answered: those about which there was nothing to say last time, only when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from markupsafe import Markup

from sitegen.build.memory.memo import key_of
from sitegen.build.memory.trace import Change, TextTrace
from sitegen.build.texts.bodies import Bodies
from sitegen.diagnostics import Diagnostic
from sitegen.model.body import Body
from sitegen.model.entries import Entry
from sitegen.plan.routes import Route
from sitegen.plan.views import BodyView
from sitegen.render.layouts import EMPTY_BODY
from sitegen.render.markdown.fill import fill
from sitegen.render.slots import Answered, Surroundings, answer_slots


class Filled(Mapping[str, BodyView]):
    """The bodies of a site by source file."""

    def __init__(
        self,
        entries: Iterable[Entry],
        bodies: Bodies,
        around: Surroundings,
        *,
        known: Mapping[str, TextTrace] | None = None,
        change: Change = Change.ANYTHING,
    ) -> None:
        """`known` is what the last build knew of texts about which there was nothing to say, by source.

        `change` says how far the site around them is another: where it is not, their slots need no new answers, and
        where only posts have other words, those alone that may hold some.
        """
        drafts = bodies.drafts
        self._entries: Final = {entry.source: entry for entry in entries if entry.source in drafts}
        self._bodies = bodies
        self._around = around
        self._answered: dict[str, Answered] = {}
        before = {source: text for source, text in (known or {}).items() if drafts.get(source) == text.draft}
        self._traces: Final = self._still(before, change)
        self.examined: Final = tuple(source for source in self._entries if source not in self._traces)
        """Those whose slots were answered now."""
        self._examine(before)

    def _still(self, before: dict[str, TextTrace], change: Change) -> dict[str, TextTrace]:
        match change:
            case Change.NOTHING:
                return before
            case Change.WORDS:
                return {source: text for source, text in before.items() if not self._bodies.calls(source)}
            case Change.ANYTHING:
                return {}

    def _examine(self, before: Mapping[str, TextTrace]) -> None:
        """Answer slots; where the answers are what they were, the body is, too."""
        for source in self.examined:
            answered = self._answered[source] = self._answers(source, self._bodies[source])
            body, known = key_of(self._bodies.view(source), *answered.html), before.get(source)
            if known is None or known.body != body:
                known = TextTrace(self._bodies.drafts[source], body)
            self._traces[source] = known

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is to be said about all of them, at its places in their files."""
        own = (
            found.in_file(source, entry.body_line - 1)
            for source, entry in self._entries.items()
            for found in self._bodies.findings(source)
        )
        return (*own, *self.unanswered)

    @property
    def unanswered(self) -> tuple[Diagnostic, ...]:
        """Those findings that depend on the rest of the site."""
        return tuple(found for source in self.examined for found in self._answered[source].findings)

    def __getitem__(self, source: str) -> BodyView:
        if source not in self._entries:
            raise KeyError(source)
        body = self._bodies[source]
        return BodyView(
            html=Markup(self._fill(source, body)),  # noqa: S704 - our own renderer made and escaped it
            headings=body.headings,
            has_ad=body.has_ad,
        )

    def html(self, source: str) -> str:
        """The body of a text without anything around it."""
        return self._fill(source, self._bodies[source])

    def __contains__(self, source: object) -> bool:
        return source in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def expect(self, routes: Iterable[Route]) -> None:
        """Say which pages will be made next."""
        self._bodies.expect(route.source for route in routes if route.has_body and route.source in self._entries)

    def of(self, route: Route) -> BodyView:
        """The body that stands on a page."""
        return self[route.source] if route.has_body and route.source in self._entries else EMPTY_BODY

    def digest_for(self, route: Route) -> str:
        """The digest of the body that stands on a page; empty for none."""
        trace = self._traces.get(route.source) if route.has_body else None
        return trace.body if trace else ""

    def digest(self, source: str) -> str:
        """The digest of one body."""
        return self._traces[source].body

    def may_stray(self, source: str) -> bool:
        """Whether a text as it stands filled may hold words in another tone than its own."""
        answered = self._answered.get(source) or self._answers(source, self._bodies[source])
        return self._bodies.may_stray(source, answered.html)

    def trace(self, source: str) -> TextTrace:
        """What the next build should know of a text."""
        return self._traces[source]

    def _answers(self, source: str, body: Body) -> Answered:
        line = self._entries[source].body_line
        return answer_slots(body, source=source, body_line=line, around=self._around)

    def _fill(self, source: str, body: Body) -> str:
        answered = self._answered.get(source) or self._answers(source, body)
        return fill(self._bodies.html(source), answered.html)


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
        return self._filled.html(source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
