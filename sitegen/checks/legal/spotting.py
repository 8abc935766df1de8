"""Where something that stands on a finished page was typed."""

from __future__ import annotations

import re

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import span_at
from sitegen.diagnostics import Span
from sitegen.settings.load import SITE_FILE


def spot(text: str, page: FinishedPage, site: FinishedSite) -> Span:
    """The first place of `text` in the page's own text, in `site.yaml` or in a layout, however it is wrapped."""
    pattern = re.compile(r"[\s\u00a0*_\\]+".join(map(re.escape, text.split())))
    own = ((file, site.texts.get(file, "")) for file in (page.source, SITE_FILE))
    for file, typed in (*own, *site.layouts.items()):
        match = pattern.search(typed)
        if match:
            return span_at(typed, match.start(), len(match[0].partition("\n")[0]), file)
    return Span(file=page.source or page.layout)
