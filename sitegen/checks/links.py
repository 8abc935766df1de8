"""Dead links and anchors on the finished pages, whoever wrote them: a text, a menu, a layout or raw HTML.

Every finding names the place where the address was typed, as far as it can be found. Never asks the network.
"""

from __future__ import annotations

import posixpath
from collections import ChainMap, Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urljoin

import msgspec

from sitegen.checks.finished import FinishedPage, FinishedSite
from sitegen.checks.places import addresses_in_text, anchor_in_text, find_in_text
from sitegen.diagnostics import Diagnostic, Span
from sitegen.settings.load import SITE_FILE
from sitegen.text.suggest import Words, closest


def check_links(site: FinishedSite) -> Iterator[Diagnostic]:
    """All dead addresses and anchors."""
    doubtful = _doubtful(site)
    if not doubtful:
        return
    known = ChainMap[str, Collection[str]](_anchors(site), site.elsewhere)  # type: ignore[arg-type] # it is only read
    for page in site.pages:
        for address in filter(doubtful.__contains__, page.facts.addresses):
            found = tuple(check_address(address, page, site, known))
            if address.startswith("/") and not found:
                doubtful.discard(address)  # it leads to something from wherever it is written
            yield from found


def _doubtful(site: FinishedSite) -> set[str]:
    """Addresses on any page that may be dead; pages share most of theirs."""
    written = set[str]().union(*[page.facts.addresses for page in site.pages])
    answered = written & site.answered
    together = "".join(answered)
    if "#" in together or "?" in together or "%" in together:
        answered = {address for address in answered if is_answered_path(address, site)}
    return written - answered - {""}


def _anchors(site: FinishedSite) -> dict[str, Collection[str]]:
    """What can be pointed at, by path; two pages may want one address, which has a finding of its own."""
    anchors: dict[str, Collection[str]] = {}
    for page in site.pages:
        path = unquote(page.url)
        anchors[path] = (*anchors[path], *page.facts.ids) if path in anchors else page.facts.ids
    return anchors


def is_answered_path(address: str, site: FinishedSite) -> bool:
    """Whether an address is nothing but a path where somebody answers, as most are; others are to be taken apart."""
    return address in site.answered and not ("#" in address or "?" in address or "%" in address)


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """An address as seen from its page."""

    path: str
    """Percent-decoded URL path."""
    anchor: str


def target_of(address: str, page: FinishedPage) -> Target:
    """Resolve an address; queries do not matter here."""
    path, _, anchor = (address if address.startswith("/") else urljoin(page.url, address)).partition("#")
    return Target(path=unquote(path.partition("?")[0]), anchor=unquote(anchor))


def check_address(
    address: str, page: FinishedPage, site: FinishedSite, anchors: Mapping[str, Collection[str]]
) -> Iterator[Diagnostic]:
    """One address of one page."""
    target = target_of(address, page)
    if target.path not in site.answered:
        if site.to_come.fullmatch(target.path):
            return
        gone = target.path in site.gone
        facts = {"target": address} if gone else {"target": address, "cure": cure_for_path(target.path, site)}
        for span in places(address, page, site):
            yield Diagnostic(code="SG306" if gone else "SG310", span=span, facts=facts)
    elif target.anchor not in {"", "top"} and target.path in anchors and target.anchor not in anchors[target.path]:
        facts = {
            "page": target.path,
            "anchor": target.anchor,
            "cure": cure_for_anchor(target.anchor, anchors[target.path]),
        }
        for span in places(address, page, site):
            yield Diagnostic(code="SG311", span=span, facts=facts)


def places(address: str, page: FinishedPage, site: FinishedSite) -> Iterator[Span]:
    """Where the address was typed: everywhere in the page's own text, else in the settings, else in a layout."""
    without_base = address.removeprefix(site.base) if site.base else address
    written = tuple(filter(None, dict.fromkeys((address, without_base))))
    texts = ((file, site.texts.get(file, "")) for file in filter(None, (page.source, SITE_FILE)))
    for file, text in (*texts, *site.layouts.items()):
        found = [span for needle in written for span in addresses_in_text(text, needle, file)]
        if not found and file == page.source and "#" in address:
            found = [*filter(None, [find_in_text(text, address[address.index("#") :], file)])]
        if found:
            yield from found
            return
    yield Span(file=page.layout if page.layout in site.layouts else page.layout.replace("layouts/", "theme/", 1))


def cure_for_path(path: str, site: FinishedSite) -> str:
    """The German cure for an address that nobody answers."""
    if not path.endswith("/") and f"{path}/" in site.answered:
        return f"Es fehlt der Schrägstrich am Ende: {path}/"
    if suggestion := _as_deep_as(path.count("/"), site.answered).closest(path, cutoff=0.75):
        return f"Meinten Sie {suggestion}?"
    name = posixpath.basename(path.rstrip("/"))
    return f"Prüfen Sie die Schreibweise von „{name}“, oder nehmen Sie den Verweis heraus."


@lru_cache(maxsize=8)
def _as_deep_as(slashes: int, answered: frozenset[str]) -> Words:
    """Kept, since a menu is on every page."""
    return Words(sorted(known for known in answered if known.count("/") == slashes))


def cure_for_anchor(anchor: str, known: Collection[str]) -> str:
    """The German cure for an anchor that is not on the page."""
    suggestion = closest(anchor, sorted(set(known)), cutoff=0.6)
    if suggestion:
        return f"Meinten Sie „#{suggestion}“?"
    return "Prüfen Sie, wie die Überschrift heute heißt, oder nehmen Sie den Teil ab # heraus."


def check_anchors(site: FinishedSite) -> Iterator[Diagnostic]:
    """Names that occur twice on one page."""
    for page in site.pages:
        ids = page.facts.ids
        for anchor, count in Counter(ids).items() if len(set(ids)) < len(ids) else ():
            if count > 1:
                span = anchor_in_text(site.texts.get(page.source, ""), anchor, page.source) or Span(
                    file=page.source or page.layout
                )
                yield Diagnostic(code="SG312", span=span, facts={"page": page.url, "anchor": anchor})
