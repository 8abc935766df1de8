"""Forms on pages of any generator: whether what is typed goes out encrypted, and whether one is told what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sitegen.checks.finished import FinishedPage
from sitegen.checks.places import find_in_text, span_at
from sitegen.diagnostics import Diagnostic, Span

_PERSONAL: Final = "textarea, input[type=email i], input[type=tel i]"
"""Fields that ask for something about a person; a search has none of them."""
_NOTICE: Final = re.compile(r"datenschutz|privacy", re.IGNORECASE)
_AROUND: Final = 2
"""So many elements around a form, as far as they hold little else, may hold its notice."""
_LITTLE: Final = 4_000
_FORM: Final = re.compile(r"<form\b[^>]*>", re.IGNORECASE)


def check_forms(page: FinishedPage, html: str) -> Iterator[Diagnostic]:
    """Every form of a page."""
    if "<form" not in html.lower():
        return
    for number, form in enumerate(LexborHTMLParser(html).css("form")):
        action = (form.attributes.get("action") or "").strip()
        if action.lower().startswith("http://"):
            span = find_in_text(html, action, page.source) or Span(file=page.source)
            yield Diagnostic(code="SG985", span=span, facts={"page": page.url, "target": action}, rule="FORM-001")
        if form.css_first(_PERSONAL) and not _NOTICE.search(_told(form)):
            yield Diagnostic(code="SG986", span=_place(number, page, html), facts={"page": page.url}, rule="FORM-002")


def _told(form: LexborNode) -> str:
    """What stands in a form and right around it."""
    html, node = form.html or "", form.parent
    for _ in range(_AROUND):
        if (
            node is None
            or node.tag in {"body", "main", "html"}
            or len(node.html or "") > len(form.html or "") + _LITTLE
        ):
            break
        html, node = node.html or "", node.parent
    return html


def _place(number: int, page: FinishedPage, html: str) -> Span:
    tags = [*_FORM.finditer(html)]
    if number >= len(tags):
        return Span(file=page.source)
    return span_at(html, tags[number].start(), len("<form"), page.source)
