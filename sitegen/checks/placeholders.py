"""What is left of a template on a finished page, whoever wrote it: a text, `site.yaml`, a layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.finding_pages import is_legal
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.settings.load import SITE_FILE
from sitegen.text.placeholders import Leftover, Placeholder

_POST: Final = "post"
_DATA: Final = "content/data/"


def check_placeholders(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of them, each where it was typed; what a list shows of a post is that post's matter.

    A post may show a letter to Frau Muster on purpose; filler has no place in it either.
    """
    for page in site.pages:
        for placeholder in page.facts.outline.placeholders:
            span = place_of(placeholder, page, site)
            if span:
                finding = Diagnostic(code="SG639", span=span, facts={"text": placeholder.text, "page": page.url})
                yield _grave(finding) if is_legal(page) else finding


def _grave(finding: Diagnostic) -> Diagnostic:
    """The same on a legal page, where a template's words are an untrue statement."""
    return msgspec.structs.replace(finding, rule="IMP-013", judged=Severity.ERROR)


def place_of(placeholder: Placeholder, page: FinishedPage, site: FinishedSite) -> Span | None:
    """Where it was typed, however its blanks and lines were: in the page's text, in settings, data or layouts."""
    words = re.compile(r"[\s\u00a0*_]+".join(map(re.escape, placeholder.text.split())))
    data = (file for file in site.texts if file.startswith(_DATA))
    own = () if page.kind == _POST and placeholder.kind is not Leftover.FILLER else (page.source,)
    texts = ((file, site.texts.get(file, "")) for file in (*own, SITE_FILE, *data))
    for file, text in (*texts, *site.layouts.items()):
        match = words.search(text)
        if match:
            return span_at(text, match.start(), match.end() - match.start(), file)
    return None
