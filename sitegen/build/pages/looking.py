"""Pages as the checks see them: those made now as soon as they are made, those that stand when a rule asks for them.

Whoever renders a page takes its facts, too (`printing`). They are remembered by their own digest: where a page looks
otherwise and says what it said, as after most edits of a layout, they are there already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

import msgspec

from sitegen.build.memory.memo import Memo, key_of
from sitegen.build.memory.trace import PageTrace, digest_of_value
from sitegen.build.pages.hearing import Heard
from sitegen.build.pages.late_facts import Compared, late_facts
from sitegen.build.pages.paging import Rendering
from sitegen.build.pages.sorting import subject_of
from sitegen.checks.facts import PageFacts, facts_of, facts_on
from sitegen.checks.finished import FinishedPage
from sitegen.checks.margins import Gist, gist_of
from sitegen.checks.parsed import ParsedPage
from sitegen.checks.requests.request import Requests, hosts_of
from sitegen.output.files import digest_of
from sitegen.plan.routes import Route

_KIND: Final = "facts"
_ENCODE: Final = msgspec.msgpack.Encoder(order="deterministic").encode

T = TypeVar("T")


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was made now, and how checks see it."""

    route: Route
    facts: str
    """The digest of its facts, by which they are remembered."""
    gist: str
    """The digest of all that these follow from; empty where there is no telling."""
    subject: str
    """The digest of what it is before a question is asked."""
    finished: FinishedPage
    anchors: str
    """The digest of all that can be pointed at on it."""
    shared: str
    """The digest of what rules that compare pages look at."""
    heard: Heard


class Sight(msgspec.Struct, frozen=True, array_like=True):
    """The same, small enough to be handed on."""

    subject: str
    size: int
    anchors: str
    shared: str
    compared: bytes
    requests: bytes
    facts: str
    gist: str
    content: bytes | None
    """Facts that nobody has seen yet, as the memo keeps them. Bytes: a `msgspec.Raw` would hold all that came along."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was just made."""

    page: FinishedPage
    gist: str
    """As in `Seen`."""
    known: str = ""
    """The digest of its facts where they are those of the last build."""


class Looker:
    """Takes the facts of pages, or finds them in the memo."""

    def __init__(self, rendering: Rendering, memo: Memo, before: Mapping[str, PageTrace]) -> None:
        """`before` are the pages of the last build, by output file."""
        self._rendering = rendering
        self._memo = memo
        self._before = before
        self._parts: dict[tuple[object, bytes], Any] = {}
        """What many pages share, decoded once."""

    def again(self, routes: Iterable[Route], traces: Mapping[str, PageTrace]) -> tuple[FinishedPage, ...]:
        """Pages that stand, with their traces by output file. What the memo has lost is made once more."""
        wanted = [(route, traces[route.output]) for route in routes]
        known = self._facts({before.facts: route for route, before in wanted})
        return tuple(finished_page(route, known[before.facts], size=before.size) for route, before in wanted)

    def _facts(self, wanted: Mapping[str, Route]) -> dict[str, PageFacts]:
        """The facts of pages by their keys."""

        def taken(routes: Iterable[Route]) -> Iterator[PageFacts]:
            return (facts_of(self._rendering.page(route).html or b"") for route in routes)

        return self._memo.remember_all(_KIND, wanted, taken, type=PageFacts)

    def seen(self, route: Route, sight: Sight, heard: Heard) -> Seen:
        """A page that was made now; its facts are remembered."""
        key = sight.facts
        if sight.content is None:
            self._memo.keep_on(_KIND, key)
        else:
            self._memo.put_encoded(_KIND, key, sight.content)
        compared = self._part(sight.compared, Compared)
        requests = self._part(sight.requests, Requests)
        facts = late_facts(compared, requests, lambda: self._facts({key: route})[key])
        return Seen(
            route=route,
            facts=key,
            gist=sight.gist,
            subject=sight.subject,
            finished=finished_page(route, facts, size=sight.size),
            anchors=sight.anchors,
            shared=sight.shared,
            heard=heard,
        )

    def looks(self, made: Iterable[tuple[Route, bytes | None]]) -> list[Look | None]:
        """Pages that were made now, None where there is no HTML; where the gist is what it was, the facts are, too."""
        pages = [(route, html, self._still(route, html)) for route, html in made]
        keys = {before.facts for _, _, before in pages if before}
        known = self._memo.get_many(_KIND, keys, type=PageFacts)
        return [None if html is None else _look(route, html, before, known) for route, html, before in pages]

    def _still(self, route: Route, html: bytes | None) -> PageTrace | None:
        """What is known of a page whose gist is what it was."""
        before = self._before.get(route.output)
        return before if before and before.gist and html and _digest(gist_of(html)) == before.gist else None

    def sight_of(self, route: Route, look: Look) -> Sight:
        """What is handed on of a page that was made now."""
        page, facts = look.page, look.page.facts
        compared = _ENCODE(Compared(facts.law, facts.statements, facts.forms))
        others = (compared, facts.requests.referrer, facts.addresses, hosts_of(facts.requests))
        content = None if look.known else _ENCODE(facts)
        key = look.known if content is None else digest_of(content)
        before = self._before.get(route.output)
        return Sight(
            subject=subject_of(route),
            size=page.size,
            anchors=digest_of_value(facts.ids),
            shared=digest_of_value((page.url, page.source, page.layout, page.kind, others)),
            compared=compared,
            requests=_ENCODE(facts.requests),
            facts=key,
            gist=look.gist,
            content=None if before and before.facts == key else content,
        )

    def _part(self, content: bytes, type: type[T]) -> T:  # noqa: A002 - the name msgspec gives it
        if (type, content) not in self._parts:
            self._parts[type, content] = msgspec.msgpack.decode(content, type=type)
        part: T = self._parts[type, content]
        return part


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


def looked_at(route: Route, html: bytes | None) -> FinishedPage | None:
    """The page of a route as checks see it; None where there is no HTML."""
    return None if html is None else finished_page(route, facts_of(html), size=len(html))


def _digest(gist: Gist | None) -> str:
    return key_of(*gist) if gist else ""


def _look(route: Route, html: bytes, before: PageTrace | None, known: Mapping[str, PageFacts]) -> Look:
    """A page with its facts: those that are `known` of it `before`, or what is read on it now."""
    if before and before.facts in known:
        page = finished_page(route, known[before.facts], size=len(html))
        return Look(page=page, gist=before.gist, known=before.facts)
    parsed = ParsedPage(html)
    return Look(page=finished_page(route, facts_on(parsed), size=len(html)), gist=_digest(parsed.gist))
