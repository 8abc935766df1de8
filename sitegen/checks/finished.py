"""The finished site as the checks see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from sitegen.checks.facts import PageFacts
from sitegen.checks.requests.request import Requests
from sitegen.diagnostics import Diagnostic
from sitegen.plan.third_parties import DeclaredParty


class FinishedPage(msgspec.Struct, frozen=True, kw_only=True):
    """One HTML page."""

    url: str
    """URL path with base path."""
    source: str
    """The file of the owner that the page comes from; empty for generated lists."""
    layout: str
    """The layout it was made with, as a file of the owner: `layouts/post.html`."""
    facts: PageFacts
    kind: str = ""
    """What kind of page it is, as views name it: `post`, `page`, `blog` …"""
    size: int = 0
    """Bytes of its HTML."""


class FinishedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A stylesheet, a script, a drawing or a page that goes out and that no layout has made into a page."""

    source: str
    """The file of the owner, `static/karte.js`; for one of the theme `theme/style.css`."""
    requests: Requests
    output: str = ""
    """Where it goes out, below the output folder."""


class FinishedSite(msgspec.Struct, frozen=True, kw_only=True):
    """All pages, and every address that will be answered."""

    pages: Sequence[FinishedPage]
    answered: frozenset[str]
    """URL paths with base path, percent-decoded: pages, pictures, feeds, static files."""
    base: str
    origin: str
    """`https://www.example.org`, without a slash."""
    texts: Mapping[str, str]
    """Source file → its whole text: where an address of a finding is looked for."""
    elsewhere: Mapping[str, Collection[str]] = {}
    """URL path of a page that is not among `pages`, percent-decoded → all that can be pointed at on it."""
    to_come: re.Pattern[str] = re.compile(r"(?!)")
    """Further URL paths that are missing only because of a fault that is reported elsewhere."""
    told: Callable[[str], Iterable[Diagnostic]] = lambda _: ()
    """What was said of a text when it was rendered, by its source."""
    gone: frozenset[str] = frozenset()
    """URL paths, percent-decoded, that were answered until a post expired."""
    layouts: Mapping[str, str] = {}
    """The site's own layouts, likewise."""
    files: Sequence[FinishedFile] = ()
    sizes: Mapping[str, int] = {}
    """URL path as in `answered` → bytes, for what pages load; looked up only when somebody asks."""
    static: Mapping[str, str] = {}
    """The texts among the owner's static files, likewise."""
    parties: tuple[DeclaredParty, ...] = ()
    """Everybody who may be asked for anything."""
    receiver: str = ""
    """The host of the owner's inbox, which forms are sent to; empty for none."""
