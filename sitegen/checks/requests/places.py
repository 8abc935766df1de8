"""From a request or a forbidden piece back to where it stands: a text, `site.yaml`, a layout, or a static file."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedFile, FinishedPage, FinishedSite
from sitegen.checks.places import addresses_in_text, find_in_text
from sitegen.checks.requests.request import Requests
from sitegen.diagnostics import Span
from sitegen.settings.load import SITE_FILE

_BY_NUMBER: Final = "&#038;"
"""How WordPress writes „&“ in an address."""


class Bearer(msgspec.Struct, frozen=True, kw_only=True):
    """A page or file, and where its parts may have been typed."""

    requests: Requests
    own: str
    """The file of the owner it comes from; empty for none."""
    fallback: str
    """What is named where nothing is found."""
    is_page: bool


def bearers(site: FinishedSite) -> Iterator[Bearer]:
    """All whose requests may matter, pages first."""
    yield from (bearing_page(page, site) for page in site.pages if page.facts.requests.may_matter)
    yield from (bearing_file(file) for file in site.files if file.requests.may_matter)


def bearing_page(page: FinishedPage, site: FinishedSite) -> Bearer:
    """A page."""
    layout = page.layout if page.layout in site.layouts else page.layout.replace("layouts/", "theme/", 1)
    return Bearer(requests=page.facts.requests, own=page.source, fallback=layout or page.source, is_page=True)


def bearing_file(file: FinishedFile) -> Bearer:
    """A file."""
    return Bearer(requests=file.requests, own=file.source, fallback=file.source, is_page=False)


def places_of(address: str, bearer: Bearer, site: FinishedSite) -> Iterator[Span]:
    """Everywhere it was typed in the first file that holds it; else the file or layout as a whole."""
    needles = dict.fromkeys((address, escape(address), address.replace("&", _BY_NUMBER)))
    for file, text in _texts(bearer, site):
        found = [span for needle in needles for span in addresses_in_text(text, needle, file)]
        if found:
            yield from found
            return
    yield Span(file=bearer.fallback)


def place_of_piece(piece: str, bearer: Bearer, site: FinishedSite) -> Span:
    """The first place of a piece of code; else the file or layout as a whole."""
    found = (
        find_in_text(text, needle, file)
        for file, text in _texts(bearer, site)
        for needle in dict.fromkeys((piece, escape(piece)))
    )
    return next(filter(None, found), Span(file=bearer.fallback))


def _texts(bearer: Bearer, site: FinishedSite) -> Iterator[tuple[str, str]]:
    for texts in (site.static, site.texts, site.layouts):
        if bearer.own in texts:
            yield bearer.own, texts[bearer.own]
    if bearer.is_page:
        yield SITE_FILE, site.texts.get(SITE_FILE, "")
    yield from site.layouts.items()
