"""Links and buttons whose name says nothing: none at all, or „hier klicken“ (WCAG 2.2, 2.4.4 and 4.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.links import places
from sitegen.checks.outline import PageLink
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Span

_EMPTY: Final = re.compile(r"\[\s*\](?:\(|\[)")
"""A link without text in Markdown, which has a finding of its own."""


def check_names(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of them; those that say too little only where the owner has typed them."""
    for page in site.pages:
        nameless = page.facts.outline.nameless
        if nameless and _EMPTY.search(site.texts.get(page.source, "")):
            nameless = ()  # that has been told
        for link in nameless:
            facts = {"page": page.url, "target": link.address or "<button>"}
            spans = places(link.address, page, site) if link.address else [Span(file=page.source or page.layout)]
            for span in spans:
                yield Diagnostic(code="SG633", span=span, facts=facts)
        for link in page.facts.outline.vague:
            for span in typed(link, page, site):
                yield Diagnostic(code="SG634", span=span, facts={"text": link.text})


def typed(link: PageLink, page: FinishedPage, site: FinishedSite) -> Iterator[Span]:
    """Where its text was typed as that of a link."""
    text = site.texts.get(page.source, "")
    words = r"\s+".join(map(re.escape, link.text.split()))
    for match in re.finditer(rf"(?<=[\[>])\s*({words})\s*(?=\]\(|\]\[|</a)", text):
        yield span_at(text, match.start(1), len(match[1]), page.source)
