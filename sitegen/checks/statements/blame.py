"""Whose fault it is when a whole page lacks something: the part of the theme that the owner has made her own.

Many pages with one layout make one finding, which names the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.plurals import counted


def blamed(page: FinishedPage, site: FinishedSite, parts: Sequence[str]) -> str:
    """The first of `parts` (below `layouts/`) that is the owner's, else the layout of the page, else its text."""
    return _own_part(site, parts) or _own_layout(page, site)


def _own_part(site: FinishedSite, parts: Sequence[str]) -> str:
    own = (file for part in parts if (file := f"layouts/{part}") in site.layouts)
    return next(own, "")


def _own_layout(page: FinishedPage, site: FinishedSite) -> str:
    if page.layout in site.layouts:
        return page.layout
    return page.source or page.layout.replace("layouts/", "theme/", 1)


def at_layouts(
    code: str,
    pages: Iterable[FinishedPage],
    site: FinishedSite,
    *,
    parts: Sequence[str],
    facts: Mapping[str, str] | None = None,
) -> Iterator[Diagnostic]:
    """One finding for each file that is to blame for `pages`; its sentence is given `pages` in words."""
    part = _own_part(site, parts)
    by_file: dict[str, list[str]] = {}
    for page in pages:
        by_file.setdefault(part or _own_layout(page, site), []).append(page.url)
    for file, urls in by_file.items():
        yield Diagnostic(code=code, span=Span(file=file), facts={**(facts or {}), "pages": in_words(urls)})


def in_words(urls: Sequence[str]) -> str:
    """„/preise/“, „/preise/ und 2 weiteren Seiten“."""
    first, *others = urls
    more = "einer weiteren Seite" if len(others) == 1 else counted(len(others), "", "weiteren Seiten")
    return f"{first} und {more}" if others else first
