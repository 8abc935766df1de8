"""Rules about comments on finished pages: each can be reported, no face comes from elsewhere, what stays is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.forms.page_forms import PageForm
from sitegen.checks.forms.rules import place_of_form
from sitegen.checks.places import find_in_text
from sitegen.diagnostics import Diagnostic, Span
from sitegen.text.patterns import later

_RULES: Final = later(
    r"\bregeln\b|erschein\w*|freigegeben|freigabe|freischalt|gelöscht|nicht veröffentlicht|netiquette", re.IGNORECASE
)
"""In some words of this kind it is said what becomes of a comment."""
_COMMENT: Final = re.compile(r"kommentar", re.IGNORECASE)


def check_comments(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of them; what a layout of the owner's leaves out is told once. The packaged ones leave out nothing."""
    own = _own_part(site)
    unreportable = [page for page in site.pages if page.facts.forms.comments_without_report]
    if own and unreportable:
        yield Diagnostic(code="SG957", span=Span(file=own), facts={"page": unreportable[0].url})
    for page in site.pages:
        for address in page.facts.forms.avatars:
            yield Diagnostic(
                code="SG958", span=_typed(address, page, site), facts={"target": address, "page": page.url}
            )
    yield from _without_rules(site)


def _without_rules(site: FinishedSite) -> Iterator[Diagnostic]:
    told: set[Span] = set()
    for page in site.pages:
        for form in page.facts.forms.forms:
            if not _is_for_comments(form) or _RULES().search(form.text):
                continue
            span = place_of_form(form, page, site)
            if span not in told:
                told.add(span)
                yield Diagnostic(code="SG959", span=span, facts={"page": page.url})


def _is_for_comments(form: PageForm) -> bool:
    """Whether it takes comments: it says so on its button, and asks for a text."""
    return any(map(_COMMENT.search, form.buttons)) and any(field.type == "textarea" for field in form.fields)


def _own_part(site: FinishedSite) -> str:
    """The owner's own layout that shows comments."""
    return next((file for file, text in site.layouts.items() if 'class="comment' in text), "")


def _typed(text: str, page: FinishedPage, site: FinishedSite) -> Span:
    for file, typed in ((page.source, site.texts.get(page.source, "")), *site.layouts.items()):
        if found := find_in_text(typed, text, file):
            return found
    return Span(file=page.source or page.layout)
