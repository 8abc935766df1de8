"""Addresses are promises: what was published once answers, leads on, or is said to be gone.

Compares `published-urls.txt` with what the site answers now. A text that is known again by its id, and a list that has
another address or is no more, need nobody: visitors are led there. Everything else is said. What time alone has done
is a note. Pure; knows no file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import quote, unquote

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue.promises import REPLACED, REPLACED_FILE, WITHDRAWN, WITHDRAWN_POST, and_more
from sitegen.model.addresses import base_path
from sitegen.model.entries import Author, Entry
from sitegen.model.naming import bare_name, page_path
from sitegen.model.published import PUBLISHED_FILE, KeptAddress, owner_of
from sitegen.model.site import Site
from sitegen.plan.moved import Answers, Asked, Moved, Stated
from sitegen.plan.owners import Owners, above, is_document, is_list
from sitegen.sources.whereabouts import Whereabouts
from sitegen.text.suggest import closest

_CHOSEN: Final = ("tag:", "category:", "author:")
"""Lists that end by what the owner has written; the others come and go by themselves."""
_ALIKE: Final = 0.5
"""How much of its name a renamed file keeps at least, by difflib's ratio."""


class Promises(msgspec.Struct, frozen=True, kw_only=True):
    """How former addresses are answered."""

    moved: tuple[Moved, ...] = ()
    """By former address; those of `aliases:` are not among them, as they are routes already."""
    gone: tuple[str, ...] = ()
    """URL paths with base path, percent-encoded, sorted."""
    asked: tuple[Asked, ...] = ()
    """Former addresses with a query, for servers that know rules."""
    findings: tuple[Diagnostic, ...] = ()


class Keeper:
    """Keeps the promises of one site."""

    def __init__(self, site: Site, owners: Owners, *, answers: Answers, base: str, where: Whereabouts) -> None:
        self._site = site
        self._owners = owners
        self._answers = answers
        self._base = base
        self._where = where
        self._withheld = {entry.owner: entry for entry in site.withheld}

    def keep(self, published: Sequence[KeptAddress], stated: Stated) -> Promises:
        """Everything that has been published, and what `site.yaml` says about former addresses."""
        said = {unquote(url) for url in (*(one.old for one in stated.moved), *stated.gone)} | stated.settled
        fates: dict[str, list[KeptAddress]] = defaultdict(list)
        for address in published:
            if (url := self._url(address)) not in self._answers.pages and url not in said:
                fates[self._fate(address)].append(address)
        moved = (Moved(old=quote(self._url(one)), new=self._leads_to(one.owner)) for one in fates["moved"])
        # A text whose head has faults may be the one that stood there; the build stops for it anyway.
        lost = [] if self._answers.faulty else fates["lost"]
        guess = Guess(self._site, published, lost)
        return Promises(
            moved=tuple(sorted((*stated.moved, *moved))),
            gone=tuple(sorted({*stated.gone, *(quote(self._url(one)) for one in fates["expired"])})),
            asked=stated.asked,
            findings=(
                *stated.findings,
                *self._ended(
                    [one for one in fates["moved"] if is_chosen(one.owner) and one.owner not in self._owners.urls]
                ),
                *self._waiting([*fates["expired"], *fates["scheduled"]]),
                *(self._withdrawn(one) for one in fates["draft"]),
                *(self._lost(one, guess) for one in lost),
            ),
        )

    def _url(self, address: KeptAddress) -> str:
        """With base path, percent-decoded."""
        return f"{unquote(self._base)}{address.path}"

    def _fate(self, address: KeptAddress) -> str:
        """What has become of an address that nobody answers."""
        if self._leads_to(address.owner):
            return "moved"
        held = self._withheld.get(address.owner)
        return held.reason if held else "lost"

    def _leads_to(self, owner: str) -> str:
        """Where whoever answered there can be found now, percent-encoded; empty for nowhere."""
        steps = (owner, *above(owner)) if is_list(owner) else (owner,)
        url = next((self._owners.urls[step] for step in steps if step in self._owners.urls), "")
        return quote(unquote(url))

    def _ended(self, addresses: Sequence[KeptAddress]) -> Iterator[Diagnostic]:
        if addresses:
            first = addresses[0]
            known = {url.removeprefix(self._base): url for url in self._owners.urls.values()}
            facts = {
                "paths": and_more([one.path for one in addresses]),
                "path": first.path,
                "target": closest(first.path, known) or self._leads_to(first.owner).removeprefix(self._base),
            }
            yield Diagnostic(code="SG425", span=_span(first), facts=facts)

    def _waiting(self, addresses: Sequence[KeptAddress]) -> Iterator[Diagnostic]:
        if addresses:
            facts = {"paths": and_more([one.path for one in addresses])}
            yield Diagnostic(code="SG424", span=Span(file=PUBLISHED_FILE), facts=facts)

    def _withdrawn(self, address: KeptAddress) -> Diagnostic:
        sentence = WITHDRAWN_POST if address.owner.startswith("post:") else WITHDRAWN
        facts = {"path": address.path}
        cure = sentence.format(**facts, today=self._site.now.at.date().isoformat())
        place = self._where.field(self._withheld[address.owner].source, "draft")
        return Diagnostic(code="SG423", span=place, facts={**facts, "cure": cure})

    def _lost(self, address: KeptAddress, guess: Guess) -> Diagnostic:
        facts = {"path": address.path}
        if is_document(address.path):
            other = closest(address.path, filter(is_document, self._answers.pages), cutoff=_ALIKE)
            target = other.removeprefix(self._base) if other else "/"
            return Diagnostic(
                code="SG420", span=_span(address), facts={**facts, "cure": REPLACED_FILE.format(**facts, target=target)}
            )
        if (entry := guess.of(address)) is None:
            return Diagnostic(code="SG420", span=_span(address), facts={**facts, "cure": REPLACED.format(**facts)})
        facts |= {"file": entry.source, "line": line_for(entry, address, base=self._base)}
        return Diagnostic(code="SG421", span=self._where.field(entry.source, "title"), facts=facts)


class Guess:
    """Which text may have been renamed: one that nobody has published yet, most like the lost one by its name."""

    def __init__(self, site: Site, published: Iterable[KeptAddress], lost: Sequence[KeptAddress]) -> None:
        self._site = site
        self._published = published
        self._lost = lost

    @cached_property
    def _new(self) -> list[Entry]:
        site, base = self._site, unquote(base_path(self._site.settings.url))
        known = {word for address in self._published for word in (address.owner, address.path)}
        entries: tuple[Entry, ...] = (*site.posts, *site.pages, *site.services, *site.authors)
        return [
            entry
            for entry in entries
            if entry.source and not known & {owner_of(entry), unquote(entry.url).removeprefix(base)}
        ]

    def of(self, address: KeptAddress) -> Entry | None:
        """The text that the address may belong to now."""
        kind = f"{address.owner.partition(':')[0]}:"
        entries = [entry for entry in self._new if owner_of(entry).startswith(kind)]
        others = [one for one in self._lost if one.owner.startswith(kind) and one.owner != address.owner]
        if len(entries) == 1 and not others:
            return entries[0]
        by_name = {entry.slug: entry for entry in entries}
        name = closest(address.path.rstrip("/").rpartition("/")[2], by_name, cutoff=_ALIKE)
        return by_name[name] if name else None


def line_for(entry: Entry, address: KeptAddress, *, base: str) -> str:
    """The line for the head of a text by which it keeps a former address: its former id where it has no other.

    Else all its former addresses: the line takes the place of the one that is there.
    """
    usual = page_path(entry.source) if address.owner.startswith("page:") else bare_name(entry.source)
    if entry.id == usual and not isinstance(entry, Author):
        return f"id: {address.owner.partition(':')[2]}"
    known = (unquote(alias.removeprefix(base)) for alias in entry.aliases)
    return f"aliases: {', '.join((*known, address.path))}"


def is_chosen(owner: str) -> bool:
    """Whether a list ends by what the owner has written; the others come and go by themselves."""
    return owner.startswith(_CHOSEN) and "#" not in owner


def _span(address: KeptAddress) -> Span:
    return Span(file=PUBLISHED_FILE, line=address.line, column=1)
