"""Rules about legal pages that need no settings: they can be asked of the pages of any generator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final
from urllib.parse import unquote

from sitegen.checks.amounts import sentences
from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.legal.finding_pages import LegalPages, is_legal, way_elsewhere, without_way
from sitegen.checks.legal.page_law import LegalKind, LegalText
from sitegen.checks.legal.spotting import spot, spot_once
from sitegen.checks.legal.words import Said, today
from sitegen.checks.places import span_at
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.settings.load import SITE_FILE

_CODES: Final[dict[LegalKind, tuple[str, str]]] = {"imprint": ("SG903", "SG904"), "privacy": ("SG905", "SG906")}
_TAX_NUMBER: Final = re.compile(
    r"(?<![\d/])\d{2,3}/\d{3}/\d{4,5}(?![\d/])|"
    r"\b(?:Steuer-?(?:nummer|[ ]?Nr\.?)|St\.?-?[ ]?Nr\.?)[ :]*(\d[\d /]{8,14}\d)"
)
_PHONE: Final = re.compile(r"\b(?:Tel|Fon|Fax|Mobil|Handy)", re.IGNORECASE)
_TAKES_PART: Final = re.compile(
    r"(?=.*(?:[Ss]chlichtungsstelle|[Ss]treitbeilegungsverfahren|[Vv]erbraucherschlichtung))(?=.*\b(?:bereit|verpflichtet)\b)"
)
_NOT: Final = re.compile(r"\b(?:nicht|weder|kein\w*|noch)\b")
_POSTCODE: Final = re.compile(r"\b\d{5}\b")
_WEB: Final = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:de|eu|org)\b")
_AFTER: Final = 6
"""So many lines from a promise on, its body has to be named."""


def check_pages(site: FinishedSite, pages: LegalPages) -> Iterator[Diagnostic]:
    """All of them."""
    yield from check_ways(site, pages, "imprint")
    yield from check_ways(site, pages, "privacy")
    for page in site.pages:
        for said in page.facts.law.said:
            yield from check_words(said, page, site)
    for page in pages.all:
        if page.facts.law.legal:
            yield from check_legal_text(page.facts.law.legal, page, site)


def check_ways(site: FinishedSite, pages: LegalPages, kind: LegalKind) -> Iterator[Diagnostic]:
    """The page is missing, or others do not lead there; one finding for each layout that leaves the way out."""
    missing, unlinked = _CODES[kind]
    target = pages.imprint if kind == "imprint" else pages.privacy
    whole = [page for page in site.pages if page.facts.law.is_page]
    wanted = unquote(target.url) if target else way_elsewhere(whole, kind, site)
    if not wanted:
        if whole:
            yield Diagnostic(code=missing, span=Span(file=SITE_FILE if SITE_FILE in site.texts else ""))
        return
    lost = without_way(whole, wanted, kind=kind, origin=site.origin)
    if not lost:
        return
    facts: dict[str, str | int] = {"target": target.source.removeprefix("content/") if target else wanted}
    if target and len(lost) == len(whole) - 1:
        yield Diagnostic(code=unlinked, span=_footer(site), facts={**facts, "who": "Keine Seite führt"})
        return
    for layout, group in groupby(sorted(lost, key=lambda page: page.layout), key=lambda page: page.layout):
        first, *more = group
        who = f"{first.url} führt nicht" if not more else f"{first.url} und {len(more)} weitere Seiten führen nicht"
        file = layout if layout in site.layouts else first.source
        yield Diagnostic(code=unlinked, span=Span(file=file), facts={**facts, "who": who})


def check_words(said: Said, page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    """A word that must not stand there. A text may name acts that are gone, and a post what others claim."""
    span, facts = spot_once(said.text, page, site), {"text": said.text, "page": page.url}
    if span is None:
        return
    match said.kind:
        case "dead_name" if said.applied or is_legal(page):
            yield Diagnostic(code="SG910", span=span, facts={**facts, "today": today(said.text)})
        case "odr_link":
            yield Diagnostic(code="SG913", span=span, facts=facts)
        case "odr_word" if is_legal(page):
            legal = page.facts.law.legal
            is_grave = legal is not None and bool({"imprint", "terms"} & set(legal.kinds))
            yield Diagnostic(code="SG914", span=span, facts=facts, judged=Severity.ERROR if is_grave else None)
        case "accessibility" if page.kind != "post":
            yield Diagnostic(code="SG918", span=span, facts=facts)
        case _:
            pass


def check_legal_text(legal: LegalText, page: FinishedPage, site: FinishedSite) -> Iterator[Diagnostic]:
    """What must not stand on a legal page, or not without something beside it."""
    for number, line in enumerate(legal.lines):
        if (match := _TAX_NUMBER.search(line)) and not _PHONE.search(line):
            typed = match[1] or match[0]
            yield Diagnostic(code="SG912", span=spot(typed, page, site), facts={"text": typed, "page": page.url})
        if any(_TAKES_PART.match(sentence) and not _NOT.search(sentence) for sentence in sentences(line)):
            below = " ".join(legal.lines[number : number + _AFTER])
            if not (_POSTCODE.search(below) and _WEB.search(below)):
                yield Diagnostic(code="SG915", span=spot(_beginning(line), page, site), facts={"page": page.url})


def _footer(site: FinishedSite) -> Span:
    """Where the links at the foot of every page are listed; the settings as a whole where they are not."""
    text = site.texts.get(SITE_FILE, "")
    match = re.search(r"^(?:footer|navigation):", text, re.MULTILINE)
    return span_at(text, match.start(), len(match[0]), SITE_FILE) if match else Span(file=SITE_FILE if text else "")


def _beginning(line: str) -> str:
    return " ".join(line.split()[:4])
