"""Pictures on the finished pages that say nothing to those who cannot see them (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.finished import FinishedSite
from sitegen.checks.places import find_in_text
from sitegen.diagnostics import Diagnostic, Span


def check_pictures(site: FinishedSite) -> Iterator[Diagnostic]:
    """Images without the attribute `alt`: from raw HTML or a layout, since Markdown always writes one."""
    for page in site.pages:
        for src in page.facts.pictures_without_alt:
            text = site.texts.get(page.source, "")
            span = find_in_text(text, src, page.source) or Span(file=page.source or page.layout)
            yield Diagnostic(code="SG313", span=span, facts={"page": page.url, "target": src})
