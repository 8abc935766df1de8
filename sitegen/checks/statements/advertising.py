"""Advertising that does not say it is, claims about nature without a proof, and what a machine has made in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from typing import Final, Literal

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import addresses_in_text, span_at
from sitegen.checks.statements.blame import at_layouts, blamed
from sitegen.diagnostics import Diagnostic, Span
from sitegen.model.naming import bare_name
from sitegen.settings.load import SITE_FILE
from sitegen.text.patterns import later

_LISTS: Final = frozenset({"home", "blog", "term", "archive", "year"})
"""Pages on which posts are listed."""
_ITEMS: Final = ("parts/ad_mark.html", "parts/post_item.html", "parts/post_card.html", "parts/post_line.html")

CLAIM: Final = re.compile(
    r"\b(?:(?:klima|CO2-|CO₂-|co2-)(?:neutral|positiv|freundlich|schonend)\w*|umwelt(?:freundlich|schonend|verträglich|bewusst)\w*|"
    r"ökologisch\w*|biologisch abbaubar\w*|emissionsfrei\w*|"
    r"(?:nachhaltig|grün)e[nmrs]?\s+(?:Büro\w*|Unternehmen\w*|(?:Web)?Hosting|Web\w+|Arbeitsweise|Dienstleist\w+|Produkt\w*|"
    r"Firma|Betrieb\w*|Strom|Druck\w*|Papier|Assistenz))\b",
    re.IGNORECASE,
)
"""A claim that something is good for nature, in general; „nachhaltig“ and „grün“ only beside what may be so."""
_DENIED: Final = later(r"\b(?:kein\w*|nicht|weder|noch|ohne|nie)\W+(?:\w+\W+){0,2}\Z", re.IGNORECASE)
_ABOUT_OTHERS: Final = later(
    r"\b(?:Ihre?[nmrs]?|deine?[nmrs]?|Kund\w+|Mandant\w+|Them(?:a|en)|Beitr[aä]g\w*|Studie\w*|Seminar\w*|Workshop\w*|"
    r"\w*[Bb]egriff\w*|Wort|Wörter|Wer)\b[^.!?\n]{0,80}\Z"
)
"""How a sentence begins that does not praise the own offer."""
_BEFORE: Final = 200
_PARAGRAPH: Final = 4000
"""So many characters around a claim are read at most."""
_LINK: Final = later(r"\]\(|https?://|<a\s|\{\{-?\s*(?:post|link|page)\b|\[\^")


_AI_LINES: Final = {
    "der Text": '<p>{{ say("ai_generated") }}</p>',
    "das Bild am Anfang": "{{ picture|credit }}",
}
"""By which layouts say it."""


class PaidPost(msgspec.Struct, frozen=True, kw_only=True):
    """A published post with `ad:`."""

    source: str
    url: str


class MadeByAi(msgspec.Struct, frozen=True, kw_only=True):
    """A published text, or the picture at its head, that a machine has made."""

    source: str
    what: Literal["der Text", "das Bild am Anfang"]
    shown_by: frozenset[str] = frozenset()
    """Addresses of which a page has one that shows it; none for a text, which every page of it shows."""


def check_affiliates(site: FinishedSite) -> Iterator[Diagnostic]:
    """Links that bring money and do not say so, to people or to machines."""
    for page in site.pages:
        for link in page.facts.statements.affiliates:
            code = "SG933" if link.is_marked else "SG932"
            if not (link.is_marked and link.is_sponsored):
                for span in _places(link.address, page, site):
                    facts = {"target": link.address, "cure": _cure(span.file, link.address)}
                    yield Diagnostic(code=code, span=span, facts=facts)


def check_paid_posts(site: FinishedSite, posts: Collection[PaidPost]) -> Iterator[Diagnostic]:
    """Posts that somebody has paid for and that do not say so: above their own text, or where they are listed."""
    urls = {post.source: post.url for post in posts}
    own = (page for page in site.pages if page.source in urls and page.kind == "post")
    silent = (page for page in own if not page.facts.statements.begins_with_ad)
    yield from at_layouts("SG934", silent, site, parts=("parts/ad_mark.html",))
    lists = [page for page in site.pages if page.kind in _LISTS]
    for post in posts:
        unmarked = (page for page in lists if _lists_unmarked(page, post, site))
        yield from at_layouts("SG935", unmarked, site, parts=_ITEMS, facts={"target": post.url})


def check_made_by_ai(site: FinishedSite, made: Collection[MadeByAi]) -> Iterator[Diagnostic]:
    """Pages that do not say what of them a machine has made."""
    for what in dict.fromkeys(one.what for one in made):
        sources = {one.source: one for one in made if one.what == what}
        pages = (page for page in site.pages if page.kind and page.source in sources)
        shown = (page for page in pages if _shows(page, sources[page.source]))
        silent = (page for page in shown if not page.facts.statements.names_ai)
        yield from at_layouts(
            "SG937", silent, site, parts=("parts/picture.html",), facts={"what": what, "line": _AI_LINES[what]}
        )


def check_claims(files: Iterable[str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Claims about nature in `files` that no link in their paragraph bears out."""
    for file in files:
        text = texts.get(file, "")
        for match in CLAIM.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
            if not _is_proved(text, match) and not _DENIED().search(before) and not _ABOUT_OTHERS().search(before):
                span = span_at(text, match.start(), len(match[0]), file)
                yield Diagnostic(code="SG936", span=span, facts={"text": " ".join(match[0].split())})


def _cure(file: str, address: str) -> str:
    """How a link is marked where it was typed."""
    if file.endswith(".md"):
        return f"[Name]({address}){{ad}}"
    if file.endswith((".yaml", ".yml", ".json", ".csv")):
        return "ad: ja"
    return f'Anzeige: <a href="{address}" rel="sponsored noopener">Name</a>'


def _is_proved(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _PARAGRAPH) : match.start()].rpartition("\n\n")[2]
    paragraph = before + text[match.start() : match.start() + _PARAGRAPH].partition("\n\n")[0]
    return _LINK().search(paragraph) is not None


def _shows(page: FinishedPage, made: MadeByAi) -> bool:
    return not made.shown_by or not made.shown_by.isdisjoint(page.facts.addresses)


def _lists_unmarked(page: FinishedPage, post: PaidPost, site: FinishedSite) -> bool:
    """Whether a page lists the post, of its own accord, without a mark beside it."""
    if post.url not in page.facts.addresses or post.url in page.facts.statements.marked:
        return False
    by_hand = f"{site.texts.get(page.source, '')}\n{site.texts.get(SITE_FILE, '')}"
    return bare_name(post.source) not in by_hand and post.url not in by_hand


def _places(address: str, page: FinishedPage, site: FinishedSite) -> Iterator[Span]:
    texts = ((page.source, site.texts.get(page.source, "")), *site.texts.items(), *site.layouts.items())
    for file, text in texts:
        spellings = dict.fromkeys((address, escape(address)))
        found = [span for typed in spellings for span in addresses_in_text(text, typed, file)]
        if found:
            yield from found
            return
    yield Span(file=blamed(page, site, ()))
