"""Who answers at an address, in words that stay when the address changes: a text by its id, a list by what it lists.

`published-urls.txt` keeps these words beside each address. Pure; knows no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from sitegen.model.addresses import base_path, with_base
from sitegen.model.entries import Entry
from sitegen.model.published import Address, owner_of
from sitegen.model.site import Site, Term
from sitegen.plan.routes import Route
from sitegen.plan.views import Kind, PageView
from sitegen.text.patterns import later

HOME: Final = "list:home"

_LISTS: Final[dict[Kind, str]] = {
    "archive": "list:archive",
    "blog": "list:blog",
    "search": "list:search",
    "services": "list:services",
}
_UNPROMISED: Final[frozenset[Kind]] = frozenset({"thanks", "error"})
"""Pages that nobody links to."""
_ABOVE: Final = {
    "tag": "list:tags",
    "category": "list:categories",
    "year": "list:archive",
    "author": "list:blog",
    "list:tags": "list:blog",
    "list:categories": "list:blog",
    "list:archive": "list:blog",
}
_NUMBER: Final = later(r"#\d+\Z")
_DOCUMENTS: Final = frozenset(
    {
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp"),
        *(".zip", ".ics", ".vcf", ".epub", ".mp3", ".mp4", ".m4a", ".webm"),
    }
)
"""What people link to and print on cards; pictures, looks and scripts come and go with their pages."""


def is_document(path: str) -> bool:
    """Whether a file of the site is one that people keep links to."""
    return PurePosixPath(path).suffix.lower() in _DOCUMENTS


def is_list(owner: str) -> bool:
    """Whether the program makes what stands there."""
    return owner.partition(":")[0] in {"tag", "category", "year", "author", "list"}


def above(owner: str) -> Iterator[str]:
    """Where visitors of a list that is no more look next: its first page, the lists above it, at last the home page."""
    if _NUMBER().search(owner):
        owner = _NUMBER().sub("", owner)
        yield owner
    while owner != HOME:
        owner = _ABOVE.get(owner) or _ABOVE.get(owner.partition(":")[0]) or HOME
        yield owner


class Owners:
    """Who answers at the pages of one site."""

    def __init__(self, routes: Sequence[Route], site: Site) -> None:
        self._home = with_base("", base_path(site.settings.url))
        self._authors = {author.slug: owner_of(author) for author in site.authors}
        self._routes = routes

    @cached_property
    def _pages(self) -> list[Route]:
        unasked = {*_UNPROMISED, "redirect"}
        return [route for route in self._routes if route.view.kind not in unasked]

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """Owner → URL path; where two texts share an id, none of them can be told."""
        urls: dict[str, str] = {}
        doubled = set()
        for route in self._pages:
            owner = self.at(route)
            doubled |= {owner} & urls.keys()
            urls[owner] = route.view.url
        return {owner: url for owner, url in urls.items() if owner not in doubled}

    @cached_property
    def _by_source(self) -> Mapping[str, str]:
        """Of a text that stands above a list, the list's first page."""
        return {route.source: self.at(route) for route in reversed(self._pages) if route.source}

    def at(self, route: Route) -> str:
        """Who answers at `route`; at a redirect whoever it leads to."""
        view = route.view
        if view.kind == "redirect":
            return self._by_source.get(route.source, "")
        owner = self._of_view(view)
        number = view.pagination.number if view.pagination else 1
        return f"{owner}#{number}" if number > 1 else owner

    def _of_view(self, view: PageView) -> str:
        entry = view.entry
        if view.kind == "terms":
            return {"category": "list:categories", "tag": "list:tags"}[view.taxonomy]
        if view.kind == "year":
            return f"year:{view.year}"
        if isinstance(entry, Term):
            return self._authors[entry.slug] if entry.taxonomy == "author" else f"{entry.taxonomy}:{entry.slug}"
        if view.kind in _LISTS and view.url != self._home:
            return _LISTS[view.kind]
        return owner_of(entry) if view.kind in {"post", "page", "service"} and isinstance(entry, Entry) else HOME


def addresses_now(routes: Sequence[Route], files: Iterable[str], owners: Owners, base: str) -> Iterator[Address]:
    """Every address that the site promises to answer: its pages and redirects, and the documents among `files`.

    `files` are paths below the output folder.
    """
    for route in routes:
        if route.view.kind not in _UNPROMISED:
            yield Address(path=unquote(route.view.url).removeprefix(unquote(base)), owner=owners.at(route))
    for file in files:
        if is_document(file):
            yield Address(path=f"/{file}")
