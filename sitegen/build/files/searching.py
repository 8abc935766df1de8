"""The search index of a build: which finished pages can be found, and the files that come of them.

Posts, pages and services can be found; lists, redirects and what search engines shall not show cannot, nor the home
page, which only tells in short what other pages say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec

from sitegen.build.memory.memo import CACHE_FOLDER, Memo
from sitegen.build.texts.gathering import Gathered
from sitegen.diagnostics import Diagnostic
from sitegen.output.files import OutputFile
from sitegen.plan.collisions import Claim
from sitegen.plan.routes import Route
from sitegen.settings.load import SITE_FILE
from sitegen.settings.settings import OFF, Settings

SEARCH_CACHE: Final = f"{CACHE_FOLDER}/search"
SCRIPT: Final = "search.js"
"""The asset that only the search page loads; a site without an index does without it."""
_FOLDER: Final = "pagefind"
_FOUND: Final = frozenset(("page", "post", "service"))


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The pages that can be found."""

    keys: Mapping[str, str]
    """Their digests, by output file."""
    found: Mapping[str, str]
    """What was found on those that were made now, likewise."""
    html_of: Callable[[str], str]
    """The HTML of a page, for those of which nothing is known."""


class Indexed(msgspec.Struct, frozen=True, kw_only=True):
    """The files of the index, and what there is to say about them."""

    files: tuple[OutputFile, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def index_folder(settings: Settings) -> str:
    """The folder of the index below the output folder; empty where the site has none."""
    place = settings.permalinks.search
    if place == OFF or not settings.search.enabled:
        return ""
    from sitegen.features.search.index import find_program

    return "" if find_program() is None else f"{place}/{_FOLDER}".strip("/").replace("//", "/")


def index_claims(settings: Settings) -> Iterator[Claim]:
    """The file by which the index claims its folder."""
    folder = index_folder(settings)
    if folder:
        yield Claim(output=f"{folder}/pagefind.js", owner="Suche", url=f"/{folder}/pagefind.js")


def index_site(pages: Words, gathered: Gathered, memo: Memo, *, root: Path, url: str) -> Indexed:
    """Make the index of the site in `root`, or take it from the cache. `url` is the search page."""
    from sitegen.features.search.index import SearchFailedError, find_program, index_files

    program = find_program()
    if program is None:
        return told("SG620", gathered, {"url": url})
    cache, folder = root / SEARCH_CACHE, index_folder(gathered.site.settings)
    try:
        return Indexed(files=index_files(pages_to_index(pages, memo), program, cache=cache, folder=folder))
    except SearchFailedError as error:
        return told("SG621", gathered, {"reason": str(error)})
    except OSError:
        return told("SG622", gathered, {"folder": SEARCH_CACHE})


def told(code: str, gathered: Gathered, facts: dict[str, str]) -> Indexed:
    """No index, and why."""
    span = gathered.where.field(SITE_FILE, "search")
    return Indexed(findings=(Diagnostic(code=code, span=span, facts=facts),))


def is_found(route: Route) -> bool:
    """Whether a page can be found."""
    return route.view.kind in _FOUND and not route.view.noindex


def pages_to_index(pages: Words, memo: Memo) -> dict[str, str]:
    """What the indexer reads, by output file; each state of a page is read once."""
    from sitegen.features.search.records import page_to_index

    known = memo.get_many("search", pages.keys.values(), type=str)
    for output, key in pages.keys.items():
        if key not in known:
            known[key] = pages.found[output] if output in pages.found else page_to_index(pages.html_of(output))
            memo.put("search", key, known[key])
    return {output: known[key] for output, key in pages.keys.items() if known[key]}
