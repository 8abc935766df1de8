"""`sitegen check FOLDER`: finished pages of any generator, judged by everything that needs no settings.

The same checks as over our own pages; only what to do about a finding is said in other words, since nobody has a
`site.yaml` here. Writes nothing and never asks the network.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import msgspec

from sitegen.build.folder.files import PAGES, FolderFiles, folder_files
from sitegen.build.folder.forms import check_forms
from sitegen.build.folder.redirects import redirected
from sitegen.build.folder.whereabouts import Home, home_of, home_said
from sitegen.build.pages.firewall import read_requests
from sitegen.checks.facts import PageFacts, facts_of
from sitegen.checks.feeds import READ as FEEDS
from sitegen.checks.feeds import check_feed
from sitegen.checks.finished import FinishedFile, FinishedPage, FinishedSite
from sitegen.checks.headings import check_headings
from sitegen.checks.legal.finding_pages import addresses_to, is_legal, legal_pages, path_of
from sitegen.checks.legal.of_pages import check_pages
from sitegen.checks.legal.page_law import LegalKind
from sitegen.checks.links import check_anchors, check_links
from sitegen.checks.names import check_names
from sitegen.checks.own_addresses import check_own_addresses
from sitegen.checks.pictures import check_pictures
from sitegen.checks.placeholders import check_placeholders
from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.places import bearers, place_of_piece
from sitegen.checks.requests.rules import check_requests
from sitegen.checks.statements.advertising import check_affiliates
from sitegen.checks.statements.prices import check_machine_prices
from sitegen.checks.statements.voices import check_own_ratings
from sitegen.checks.weight import check_weight
from sitegen.diagnostics import Diagnostic, Findings, Span
from sitegen.diagnostics.catalogue.folders import CURES
from sitegen.legal.judging import Court, judged
from sitegen.legal.purpose import Purpose
from sitegen.settings.business import Country
from sitegen.text.moments import BERLIN
from sitegen.text.plurals import counted

_CHECKS: Final = (
    *(check_links, check_anchors, check_own_addresses, check_headings, check_names, check_pictures),
    *(check_placeholders, check_weight, check_affiliates, check_own_ratings, check_machine_prices),
)
_ASKED: Final[Mapping[str, tuple[str, str]]] = {
    "SG820": ("SG981", "PRIV-001"),
    "SG821": ("SG982", "PRIV-002"),
    "SG824": ("SG983", ""),
    "SG825": ("SG981", "PRIV-005"),
}
"""Findings about requests, as they are called where nobody could have been declared, and their rules."""
_INDEX: Final = re.compile(r"/index\.html?\Z")
_SCRIPTS: Final = (".css", ".js", ".mjs")
_POST: Final = re.compile(
    r"property=[\"']?og:type[\"']?\s+content=[\"']?article|\"@type\"\s*:\s*\"(?:Blog|News)?(?:Posting|Article)\""
)
_LANGUAGE: Final = re.compile(r"<html\b[^>]*\blang\s*=\s*[\"']?de-(AT|CH)\b", re.IGNORECASE)
_ACTION: Final = re.compile(r"""\b(?:form)?action\s*=\s*(["'])(.*?)\1""", re.IGNORECASE)
_MOST_WITHIN: Final = 50_000_000
"""Templates times characters: each template is read again for whatever it stands in."""
_SAME: Final = frozenset({"page", "who", "cure"})
"""Facts that do not tell one fault from another."""
_OF_THE_PAGE: Final[Mapping[str, frozenset[str]]] = {
    "SG631": frozenset({"text"}),
    "SG638": frozenset({"size", "parts"}),
}
"""Nor do these, by code: one layout makes all those pages."""

RULES: Final = frozenset(
    {
        *(
            "IMP-001",
            "IMP-007",
            "IMP-012",
            "IMP-013",
            "ODR-001",
            "ODR-002",
            "VSBG-001",
            "DSE-001",
            "PRIV-001",
            "PRIV-002",
        ),
        *("PRIV-005", "PRIV-009", "FORM-001", "FORM-002", "PRICE-007", "REV-003", "AD-001", "IMG-001", "BFSG-001"),
    }
)
"""The rules that can be asked of such pages."""


class FolderResult(msgspec.Struct, frozen=True, kw_only=True):
    """How it went."""

    findings: Findings
    court: Court
    pages: int


def check_folder(root: Path, *, url: str = "", now: datetime) -> FolderResult:
    """Judge the pages in `root`, published at `url` if that is said."""
    files = folder_files(root)
    names = [name for name in files.texts if Path(name).suffix.lower() in PAGES]
    court = Court(
        country=_country(files.texts.get(name, "") for name in names),
        today=now.astimezone(BERLIN).date(),
        purpose=Purpose.PUBLISH,
    )
    if not names:
        nothing = Diagnostic(code="SG980", span=Span(file=""), facts={"folder": str(root)})
        return FolderResult(findings=Findings.of((nothing, *files.findings)), court=court, pages=0)
    home = home_of(url) if url else home_said(files.texts, {name: url_of(name, "") for name in names})
    site, unread = finished_folder(files, names, home)
    found = (*files.findings, *unread, *_findings(site, home))
    return FolderResult(findings=Findings.of(once(judged(found, court))), court=court, pages=len(site.pages))


def finished_folder(
    files: FolderFiles, names: Iterable[str], home: Home
) -> tuple[FinishedSite, tuple[Diagnostic, ...]]:
    """The folder as checks see it, and which of its pages nobody could read."""
    pages, unread = [], []
    for name in names:
        try:
            facts = _facts(files.texts[name])
        except RecursionError:
            facts_missing = {"file": name, "reason": "zu tief verschachtelt"}
            unread.append(Diagnostic(code="SG987", span=Span(file=name), facts=facts_missing))
            continue
        kind = "post" if _POST.search(files.texts[name]) else "page"
        size, address = files.sizes[name], url_of(name, home.base)
        pages.append(FinishedPage(url=address, source=name, layout=name, facts=facts, kind=kind, size=size))
    scripts = [name for name in files.texts if name.lower().endswith(_SCRIPTS)]
    site = FinishedSite(
        pages=tuple(pages),
        answered=frozenset(address for name in files.sizes for address in answered(name, home.base)),
        base=home.base,
        origin=home.origin,
        texts=files.texts,
        to_come=redirected(files.texts, home.base),
        files=tuple(
            FinishedFile(source=name, requests=read_requests(name, files.texts[name]), output=name) for name in scripts
        ),
        sizes={unquote(f"{home.base}/{name}"): size for name, size in files.sizes.items()},
    )
    return site, tuple(unread)


def _facts(html: str) -> PageFacts:
    """The facts of a page; RecursionError where templates within templates would be read for minutes."""
    if html.lower().count("<template") * len(html) > _MOST_WITHIN:
        raise RecursionError
    return facts_of(html)


def url_of(name: str, base: str) -> str:
    """The URL path of a page."""
    path = f"{base}/{name}"
    return _INDEX.sub("/", path)


def answered(name: str, base: str) -> Iterator[str]:
    """The URL paths at which servers show a file: some leave `.html` out, some mend a missing slash."""
    path = f"{base}/{name}"
    yield path
    if _INDEX.search(path):
        yield _INDEX.sub("/", path)
        yield _INDEX.sub("", path)
    elif path.endswith(".html"):
        yield path.removesuffix(".html")


def once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each fault at its first page; how many more there are in one line."""
    seen: set[tuple[object, ...]] = set()
    left_out = 0
    for found in sorted(findings, key=lambda found: found.span):
        same = _SAME | _OF_THE_PAGE.get(found.code, frozenset())
        facts = tuple(sorted((key, str(value)) for key, value in found.facts.items() if key not in same))
        if (found.code, facts) in seen:
            left_out += 1
        else:
            seen.add((found.code, facts))
            yield found
    if left_out:
        yield Diagnostic(code="SG989", span=Span(file=""), facts={"count": counted(left_out, "Befund", "Befunde")})


def _findings(site: FinishedSite, home: Home) -> Iterator[Diagnostic]:
    if not home.origin:
        yield Diagnostic(code="SG988", span=Span(file=""))
    yield from map(_adapted, _checked(site, home))
    yield from map(_adapted, check_pages(site, legal_pages(site.pages, lambda kind: _called(site, kind))))
    yield from _asked(site, home)
    for page in site.pages:
        yield from check_forms(page, site.texts[page.source])
    for file, text in site.texts.items():
        if file.lower().endswith(FEEDS):
            yield from check_feed(file, text, site)


def _called(site: FinishedSite, kind: LegalKind) -> Iterator[str]:
    """The page that links call Impressum or Datenschutz, where no page says so of itself; its file."""
    if any(is_legal(page, kind) for page in site.pages):
        return
    led_to = Counter(
        path_of(address, page.url, site.origin) for page in site.pages for address in addresses_to(page, kind)
    )
    files = {unquote(page.url): page.source for page in site.pages}
    yield from (files[path] for path, _ in led_to.most_common(1) if path in files)


def _checked(site: FinishedSite, home: Home) -> Iterator[Diagnostic]:
    """What the checks of our own pages say, without addresses that somebody else may answer."""
    from_the_top = _lies_here(site, home)
    receivers = frozenset(unescape(match[2]) for text in site.texts.values() for match in _ACTION.finditer(text))
    for check in _CHECKS:
        for found in check(site):
            if not _is_outside(found, home, from_the_top=from_the_top, receivers=receivers):
                yield found


def _asked(site: FinishedSite, home: Home) -> Iterator[Diagnostic]:
    """Requests to others, and what scripts keep on the device."""
    for found in check_requests(site):
        if found.code in _ASKED and not _is_own(str(found.facts["host"]), home):
            code, rule = _ASKED[found.code]
            yield Diagnostic(code=code, span=found.span, facts={"host": found.facts["host"]}, rule=rule)
    for bearer in bearers(site):
        for name in bearer.requests.storage:
            span = place_of_piece(name, bearer, site)
            yield Diagnostic(code="SG984", span=span, facts={"name": name}, rule="PRIV-009")


def _is_own(host: str, home: Home) -> bool:
    """Whether a host is that of the site, with or without `www.`, or below it."""
    own = host_asked(home.origin).removeprefix("www.")
    return bool(own) and f".{host}".endswith(f".{own}")


def _lies_here(site: FinishedSite, home: Home) -> bool:
    """Whether addresses from the top lead into the folder: as its home says, else if most of them do."""
    if home.origin:
        return True
    asked = {address for page in site.pages for address in page.facts.addresses if address.startswith("/")}
    found = sum(unquote(address.partition("#")[0].partition("?")[0]) in site.answered for address in asked)
    return found * 2 >= len(asked)


def _is_outside(found: Diagnostic, home: Home, *, from_the_top: bool, receivers: frozenset[str]) -> bool:
    """Whether an address that leads nowhere may be answered by somebody else on the same host, or by a program."""
    target = str(found.facts.get("target", ""))
    if found.code == "SG310" and target in receivers:
        return True
    if found.code not in {"SG310", "SG636"} or not target.startswith("/"):
        return False
    return not from_the_top or not target.startswith(f"{home.base}/")


def _adapted(found: Diagnostic) -> Diagnostic:
    return msgspec.structs.replace(found, advice=CURES.get(found.code, ""))


def _country(htmls: Iterable[str]) -> Country:
    """By the language that the pages say they are in."""
    said = {match[1].upper() for html in htmls for match in [_LANGUAGE.search(html[:2000])] if match}
    return Country(said.pop().lower()) if len(said) == 1 else Country.DE
