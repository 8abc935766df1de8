"""The outline of each finished page: one main heading, and no level left out (WCAG 2.2, 1.3.1 and 2.4.6).

Headings typed in Markdown are looked at where they are rendered; this is about layouts, sections and raw HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.outline import PageHeading
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Span

_WITHOUT: Final = frozenset({"", "layouts/redirect.html"})
"""Layouts of what is no page to be read."""
_TYPED: Final = re.compile(r"[ >]*#{1,6}[ \t]+(.*)")
"""A heading in Markdown."""
_LEFT_OUT: Final = "SG232"
"""The same finding about one."""


def check_headings(site: FinishedSite) -> Iterator[Diagnostic]:
    """Every page without a main heading, with several, or with a gap between levels."""
    for page in site.pages:
        if page.layout not in _WITHOUT:
            yield from check_outline(page, site)


def check_outline(page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    """One page."""
    headings = page.facts.outline.headings
    if _is_sound(tuple([heading.level for heading in headings])):
        return
    main = [heading for heading in headings if heading.level == 1]
    if page.facts.law.is_page and not main:
        yield Diagnostic(code="SG630", span=_made_by(page, site), facts={"page": page.url})
    elif len(main) > 1:
        facts = {"page": page.url, "text": main[1].text}
        yield Diagnostic(code="SG631", span=_place(main[1], page, site) or _made_by(page, site), facts=facts)
    for above, heading in gaps(headings):
        if not (_is_told(heading, page, site) or _is_markdown(heading, site.texts.get(page.source, ""))):
            levels = {"level": heading.level, "above": above.level, "fitting": above.level + 1}
            span = _place(heading, page, site) or _made_by(page, site)
            yield Diagnostic(code="SG632", span=span, facts={"page": page.url, "text": heading.text, **levels})


@lru_cache(maxsize=1024)  # many pages share an outline
def _is_sound(levels: tuple[int, ...]) -> bool:
    """Whether there is nothing to say of headings of these levels."""
    return levels.count(1) == 1 and all(below <= above + 1 for above, below in pairwise(levels))


def gaps(headings: Sequence[PageHeading]) -> Iterator[tuple[PageHeading, PageHeading]]:
    """Where a level is left out: the heading above and the one that is too deep."""
    return ((above, below) for above, below in pairwise(headings) if below.level > above.level + 1)


def _place(heading: PageHeading, page: FinishedPage, site: FinishedSite) -> Span | None:
    """The tag of a heading as raw HTML: in the page's own text, else in the layouts of the site."""
    tag = re.compile(rf"<h{heading.level}\b[^>]*>", re.IGNORECASE)
    words = heading.text.split()
    for file, text in ((page.source, site.texts.get(page.source, "")), *site.layouts.items()):
        tags = list(tag.finditer(text))
        own = (match for match in tags if words and text[match.end() :].lstrip().startswith(words[0]))
        match = next(own, tags[0] if tags and file != page.source else None)
        if match:
            return span_at(text, match.start(), len(match[0]), file)
    return None


def _is_told(heading: PageHeading, page: FinishedPage, site: FinishedSite) -> bool:
    """Whether it was told when the text was rendered, as mostly, so that nobody has to read that again."""
    return any(found.code == _LEFT_OUT and found.facts["text"] == heading.text for found in site.told(page.source))


def _is_markdown(heading: PageHeading, text: str) -> bool:
    """Whether it was typed with signs of Markdown, which have a finding of their own."""
    typed = (match[1] for line in text.split("\n") if "#" in line and (match := _TYPED.match(line)))
    words = heading.text.split()
    return any(one.startswith(words[0]) if words else not one for one in typed)


def _made_by(page: FinishedPage, site: FinishedSite) -> Span:
    return Span(file=page.layout if page.layout in site.layouts else page.source or page.layout)
