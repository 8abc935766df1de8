"""Former addresses that `site.yaml` names: where they lead now, or that they are gone.

What a text says about itself (`aliases:`) is a route like others. Pure; knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import msgspec

from sitegen.diagnostics import Diagnostic
from sitegen.model.addresses import with_base
from sitegen.model.common import alias_path, is_path
from sitegen.plan.navigation import link_url
from sitegen.plan.references import Meaning, References, meant
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import Settings
from sitegen.sources.whereabouts import Whereabouts


class Moved(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A former address and the one that visitors are sent to."""

    old: str
    """URL path with base path, percent-encoded."""
    new: str
    """Another one; it may end in a query and an anchor."""


class Asked(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A former address that only its query tells from another: `/?p=12`."""

    path: str
    """URL path with base path, percent-encoded."""
    pairs: tuple[tuple[str, str], ...]
    """Name and value, decoded, sorted by name: letters, digits, `_`, in a value also `.`, `~` and `-`."""
    new: str
    """URL path with base path; empty for what is gone."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """Who answers without any of this. URL paths with base path, percent-decoded."""

    pages: frozenset[str]
    """Everything the site has: pages, redirects of texts, files."""
    out_of_time: frozenset[str]
    """What time alone has taken away or not yet brought."""
    to_come: re.Pattern[str]
    """What may be there once faults are mended that are reported elsewhere."""
    faulty: bool
    """Whether there are such faults."""


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """What `redirects:` and `gone:` come to, and what `old-urls.csv` adds."""

    moved: tuple[Moved, ...] = ()
    gone: tuple[str, ...] = ()
    """URL paths with base path, percent-encoded."""
    asked: tuple[Asked, ...] = ()
    settled: frozenset[str] = frozenset()
    """URL paths with base path, percent-decoded, that nobody answers, which one of the findings says already."""
    findings: tuple[Diagnostic, ...] = ()


class StatedReader:
    """Reads the two sections of one site."""

    def __init__(
        self, settings: Settings, answers: Answers, *, base: str, references: References, where: Whereabouts
    ) -> None:
        self._settings = settings
        self._answers = answers
        self._base = base
        self._references = references
        self._where = where
        self._old = {one.old: self._former(one.old) for one in settings.redirects if is_path(one.old)}
        self._old |= {typed: self._former(typed) for typed in settings.gone if is_path(typed)}

    def read(self) -> Stated:
        """Both sections. A page that stands at such an address counts before them, and the earlier line does."""
        taken: set[str] = set()
        moved: list[Moved] = []
        findings: list[Diagnostic] = []
        for number, redirect in enumerate(self._settings.redirects):
            refused = list(self._refused(redirect.old, ("redirects", number, "from"), taken=taken))
            new, said = ("", ()) if refused else self._target(redirect.to, number)
            findings += (*refused, *said)
            if new:
                moved.append(Moved(old=self._old[redirect.old], new=new))
                taken.add(self._old[redirect.old])
        gone: list[str] = []
        for number, typed in enumerate(self._settings.gone):
            refused = list(self._refused(typed, ("gone", number), taken=taken))
            findings += refused
            if not refused:
                gone.append(self._old[typed])
                taken.add(self._old[typed])
        return Stated(moved=tuple(sorted(moved)), gone=tuple(sorted(gone)), findings=tuple(findings))

    def _former(self, typed: str) -> str:
        return with_base(alias_path(typed), self._base)

    def _refused(self, typed: str, place: tuple[str | int, ...], *, taken: set[str]) -> Iterator[Diagnostic]:
        """Why a former address cannot be one."""
        facts = {"key": str(place[0]), "path": typed}
        if typed not in self._old:
            yield Diagnostic(code="SG429", span=self._where.field(SITE_FILE, *place), facts=facts)
        elif unquote(self._old[typed]) in self._answers.pages or self._old[typed] in taken:
            yield Diagnostic(code="SG427", span=self._where.field(SITE_FILE, *place), facts=facts)

    def _target(self, typed: str, number: int) -> tuple[str, tuple[Diagnostic, ...]]:
        """The address behind `to:`, or none and why. For what time takes away the list of posts stands in."""
        url = link_url(typed, self._references.urls, self._base)
        place = unquote(re.sub(r"[?#].*", "", url))
        if place in self._answers.pages:
            return url, ()
        reference = self._references.link(typed.removeprefix("content/"), "content/")
        if reference.meaning is Meaning.FAULTY or (url and self._answers.to_come.fullmatch(place)):
            return "", ()
        span = self._where.field(SITE_FILE, "redirects", number, "to")
        if place in self._answers.out_of_time or reference.meaning in {Meaning.EXPIRED, Meaning.WITHHELD}:
            return self._references.list_url, (Diagnostic(code="SG422", span=span, facts={"to": typed}),)
        slashed = f"{place}/".removeprefix(self._base) if place and f"{place}/" in self._answers.pages else ""
        facts = {"to": typed, "suggestion": meant(slashed or reference.suggestion)}
        return "", (Diagnostic(code="SG426", span=span, facts=facts),)
