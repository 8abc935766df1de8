"""Where something that stands on a finished page was typed."""

from __future__ import annotations

import re

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import span_at
from sitegen.diagnostics import Span
from sitegen.settings.load import SITE_FILE


def spot(text: str, page: FinishedPage, site: FinishedSite) -> Span:
    """The first place of `text` in the page's own text, in `site.yaml` or in a layout, however it is wrapped."""
    for file in (page.source, SITE_FILE, *site.layouts):
        span = _in_file(text, file, site.texts.get(file) or site.layouts.get(file, ""))
        if span:
            return span
    return Span(file=page.source or page.layout)


def spot_once(text: str, page: FinishedPage, site: FinishedSite) -> Span | None:
    """As `spot`; None for what another page says that this one only shows, as in a list of posts."""
    span = spot(text, page, site)
    if span.line or not site.texts:
        return span
    pages = {other.source for other in site.pages}
    for file, typed in site.texts.items():
        found = _in_file(text, file, typed)
        if found:
            return None if file in pages else found
    return span if page.source else None


def _in_file(text: str, file: str, typed: str) -> Span | None:
    pattern = re.compile(r"[\s\u00a0*_\\]+".join(map(re.escape, text.split())))
    match = pattern.search(typed)
    return span_at(typed, match.start(), len(match[0].partition("\n")[0]), file) if match else None
