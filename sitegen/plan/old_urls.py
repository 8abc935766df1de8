"""What `content/data/old-urls.csv` comes to: where each address of the former site leads now, or that it is gone.

A path is answered as `redirects:` and `gone:` are. An address with a query (`/?p=12`) is answered by rules of servers
alone, since no file can tell one query from another. What `site.yaml` says counts before these lines. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal
from urllib.parse import unquote

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.diagnostics.catalogue.promises import and_more
from sitegen.model.addresses import with_base
from sitegen.model.common import alias_path, is_path
from sitegen.model.naming import bare_name, page_path
from sitegen.model.old_urls import OLD_URLS_FILE, KeptOldUrl
from sitegen.model.page import BLOG_INTRODUCTION, HOME, SERVICES_INTRODUCTION
from sitegen.model.published import Address
from sitegen.plan.comments import FEED_NAME
from sitegen.plan.moved import Answers, Asked, Moved, Stated
from sitegen.plan.navigation import link_url
from sitegen.plan.owners import Owners, above, is_list
from sitegen.plan.references import Meaning, References

OWNER: Final = re.compile(r"(?:post|page|service|author|category|tag|year|list):\S.*")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_VALUE: Final = re.compile(r"[\w.~-]+")
_ASKED_AT: Final = re.compile(r"[\w./~-]+")
"""What every server compares in the same way; nothing that means more to any of them."""
_KINDS: Final = {"blog": "post", "services": "service", "authors": "author"}
"""By the folder below `content/`."""
_LISTS: Final = {HOME: "list:home", BLOG_INTRODUCTION: "list:blog", SERVICES_INTRODUCTION: "list:services"}
"""Texts that stand above a list."""

Fate = Literal["leads", "lost", "waits", "faulty", "unshown", "missing"]
_CODES: Final[Mapping[Fate, str]] = {"missing": "SG431", "waits": "SG432", "unshown": "SG433"}


class Place(msgspec.Struct, frozen=True):
    """An old address as a server sees it."""

    path: str
    """URL path with base path, percent-encoded."""
    pairs: tuple[tuple[str, str], ...] = ()
    """What its query asks for, decoded and sorted by name."""


class Target(msgspec.Struct, frozen=True):
    """Where a line leads, and how sure that is."""

    fate: Fate
    url: str = ""
    """URL path with base path; for what waits, the list that stands in for it."""


class _SortedOut:
    """What the lines have come to so far."""

    def __init__(self) -> None:
        self.moved: list[Moved] = []
        self.gone: list[str] = []
        self.asked: list[Asked] = []
        self.settled: list[str] = []
        self.told: defaultdict[str, list[KeptOldUrl]] = defaultdict(list)

    def take(self, url: KeptOldUrl, place: Place, target: Target) -> None:
        if code := _CODES.get(target.fate):
            self.told[code].append(url)
        if target.fate in {"missing", "faulty"}:
            self.settled.append(unquote(place.path))
        elif place.pairs:
            self.asked.append(Asked(path=place.path, pairs=place.pairs, new=target.url))
        elif target.url:
            self.moved.append(Moved(old=place.path, new=target.url))
        else:
            self.gone.append(place.path)


class OldUrlsReader:
    """Reads the lines for one site."""

    def __init__(
        self,
        answers: Answers,
        owners: Owners,
        *,
        base: str,
        references: References,
        files: Callable[[], Mapping[str, str]],
        published: Iterable[Address] = (),
    ) -> None:
        """`files` says where the pictures and documents of the site are shown: file below the site → URL path.

        `published` are the addresses of the lock, by which a text that was renamed is found again.
        """
        self._answers = answers
        self._owners = owners
        self._base = base
        self._references = references
        self._files = files
        self._locked = {address.path: address.owner for address in published}
        self._owner_of: dict[str, str] = {}
        self._known: dict[str, Target] = {}

    def read(self, urls: Sequence[KeptOldUrl], stated: Stated) -> Stated:
        """`stated` together with what these lines say; the earlier one of two for the same address counts."""
        leads = {unquote(one.old): one.new for one in stated.moved}
        self._owner_of = self._owners_of_targets(urls)
        answered = self._answers.pages | leads.keys() | {unquote(url) for url in stated.gone}
        taken: set[Place] = set()
        sorted_out = _SortedOut()
        for url in urls:
            place = place_of(url.old, self._base)
            if place is None:
                sorted_out.told["SG430"].append(url)
            elif place not in taken and (place.pairs or unquote(place.path) not in answered):
                taken.add(place)
                sorted_out.take(url, place, self._target(url.target, leads))
        return msgspec.structs.replace(
            stated,
            moved=tuple(sorted((*stated.moved, *sorted_out.moved))),
            gone=tuple(sorted((*stated.gone, *sorted_out.gone))),
            asked=tuple(sorted(sorted_out.asked)),
            settled=frozenset(sorted_out.settled),
            findings=(*stated.findings, *_findings(sorted_out.told)),
        )

    def _owners_of_targets(self, urls: Iterable[KeptOldUrl]) -> dict[str, str]:
        """Whom the lock names for the paths that lead to a text: target → owner."""
        found: dict[str, str] = {}
        for url in urls:
            if url.target.endswith(".md") and "?" not in url.old and is_path(url.old):
                owner = self._locked.get(unquote(alias_path(url.old)), "")
                if owner:
                    found.setdefault(url.target, owner)
        return found

    def _target(self, typed: str, leads: Mapping[str, str]) -> Target:
        """Where visitors find it now; each target is looked for once."""
        if not typed:
            return Target("lost")
        if typed not in self._known:
            self._known[typed] = self._looked_for(typed, leads)
        return self._known[typed]

    def _looked_for(self, typed: str, leads: Mapping[str, str]) -> Target:
        if OWNER.fullmatch(typed):
            return self._answering(typed)
        if typed.startswith("/"):
            return self._address(typed, leads)
        return Target("missing") if "://" in typed else self._of_file(typed)

    def _of_file(self, typed: str) -> Target:
        """A file below `content/`."""
        url = link_url(typed, self._references.urls, self._base)
        reference = self._references.link(typed.removeprefix("content/"), "content/")
        match reference.meaning:
            case Meaning.ENTRY:
                return Target("leads", url)
            case Meaning.FILE:
                shown = self._files().get(reference.file, "")
                return Target("leads" if shown else "unshown", shown)
            case Meaning.FAULTY:
                return Target("faulty")
            case Meaning.EXPIRED | Meaning.WITHHELD:
                return Target("waits", self._references.list_url)
            case _:
                return self._renamed(typed) if typed.endswith(".md") else Target("unshown")

    def _renamed(self, typed: str) -> Target:
        """A text that is not there: by its id in the lock, else by its former name."""
        found = self._answering(self._owner_of.get(typed, ""))
        return found if found.url else self._answering(owner_word(typed))

    def _address(self, typed: str, leads: Mapping[str, str]) -> Target:
        url = with_base(typed, self._base)
        place = unquote(re.sub(r"[?#].*", "", url))
        if place in self._answers.pages:
            return Target("leads", url)
        if place in leads:
            return Target("leads", leads[place])
        if place in self._answers.out_of_time:
            return Target("waits", self._references.list_url)
        # The feed of comments is there only while there are any; an import has led readers to it.
        if place == with_base(f"/{FEED_NAME}", self._base):
            return Target("waits", self._references.list_url)
        return Target("faulty" if self._answers.to_come.fullmatch(place) else "missing")

    def _answering(self, owner: str) -> Target:
        """Where `owner` answers; for a list that is no more the one above."""
        steps = (owner, *above(owner)) if is_list(owner) else (owner,)
        url = next((self._owners.urls[step] for step in steps if step in self._owners.urls), "")
        if url:
            return Target("leads", url)
        return Target("faulty" if self._answers.faulty else "missing")


def place_of(old: str, base: str) -> Place | None:
    """An old address as a server sees it: `/?p=12` → `/` and `p`, `12`; None for what no rule can hold.

    An anchor never reaches a server and is left out.
    """
    path, _, query = old.partition("#")[0].partition("?")
    if not is_path(path):
        return None
    pairs = tuple(sorted(_pair(part) for part in query.split("&") if part))
    if pairs and not _ASKED_AT.fullmatch(unquote(path)):
        return None
    if not all(_NAME.fullmatch(name) and _VALUE.fullmatch(value) for name, value in pairs):
        return None
    return Place(with_base(alias_path(path), base), pairs)


def owner_word(file: str) -> str:
    """`content/blog/2019-03-01-x.md` → `post:x`: who a text was by its name alone."""
    path = f"content/{file.removeprefix('content/')}"
    if path in _LISTS:
        return _LISTS[path]
    kind = _KINDS.get(path.split("/")[1], "page")
    return f"{kind}:{page_path(path) if kind == 'page' else bare_name(path)}"


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return unquote(name), unquote(value)


def _findings(told: Mapping[str, Sequence[KeptOldUrl]]) -> Iterator[Diagnostic]:
    """What is to be said: one finding of each kind, but one for each target that is missing."""
    for code, urls in sorted(told.items()):
        by_target: dict[str, list[KeptOldUrl]] = defaultdict(list)
        for url in urls:
            by_target[url.target if code == "SG431" else ""].append(url)
        for target, some in by_target.items():
            paths = and_more([url.old for url in some])
            span = Span(file=OLD_URLS_FILE, line=some[0].line, column=1)
            yield Diagnostic(code=code, span=span, facts={"paths": paths, "target": target})
