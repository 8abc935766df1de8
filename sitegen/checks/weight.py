"""Pages that make visitors wait: what comes before anybody has scrolled weighs too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urljoin

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.links import places
from sitegen.checks.loads import Load
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.amounts import format_size

BUDGET: Final = 2_000_000
"""Bytes, unpacked: half a minute with the slow connection that a train or a village has."""
_NAMED: Final = 3
"""So many of the heaviest parts are named."""


def check_weight(site: FinishedSite) -> Iterator[Diagnostic]:
    """Every page over the budget."""
    scales = Scales(site)
    for page in site.pages:
        parts = scales.weights(page)
        total = sum(parts.values())
        if total > BUDGET:
            heaviest = sorted(parts, key=lambda address: (-parts[address], address))
            named = ", ".join(f"{address} ({format_size(parts[address])})" for address in heaviest[:_NAMED])
            facts = {"page": page.url, "size": format_size(total), "parts": named}
            yield Diagnostic(code="SG638", span=_place(heaviest[0], page, site), facts=facts)


class Scales:
    """Weighs pages of one site; what is the same from wherever it is loaded is weighed once."""

    def __init__(self, site: FinishedSite) -> None:
        self._site: Final = site
        self._sheets: Final = {
            f"{site.base}/{file.output}": file for file in site.files if file.output.endswith(".css")
        }
        self._known: Final[dict[Load, dict[str, int]]] = {}

    def weights(self, page: FinishedPage) -> dict[str, int]:
        """Address as written → bytes: the page itself, what it loads, and the fonts of its stylesheets."""
        found = {page.url: page.size}
        for load in page.facts.loads:
            parts = self._known.get(load)
            if parts is None:
                parts = dict(self._parts(load, page.url))
                if all(address.startswith("/") for address in load):
                    self._known[load] = parts
            found |= parts
        return found

    def _parts(self, load: Load, url: str) -> Iterator[tuple[str, int]]:
        sizes = {address: _size(urljoin(url, address), self._site) for address in load}
        largest = max(sizes, key=sizes.__getitem__)
        yield largest, sizes[largest]
        for sheet in filter(None, (self._sheets.get(_path(urljoin(url, address))) for address in load)):
            for fetch, address in sheet.requests.addresses:
                if fetch == "font-src":
                    yield address, _size(urljoin(f"{self._site.base}/{sheet.output}", address), self._site)


def _size(url: str, site: FinishedSite) -> int:
    return site.sizes.get(_path(url), 0)


def _path(url: str) -> str:
    return unquote(url.partition("#")[0].partition("?")[0])


def _place(address: str, page: FinishedPage, site: FinishedSite) -> Span:
    """Where the heaviest part was typed."""
    return next(places(address, page, site)) if address != page.url else Span(file=page.source or page.layout)
