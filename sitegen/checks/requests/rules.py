"""Whether a page may ask for what it asks for: only of those the owner has named, and for what they are named.

Of those who need consent only in what is inert. Forms go nowhere else either. Plain links are no requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.addresses import host_asked
from sitegen.checks.requests.known_hosts import FONTS, LIBRARIES, PREVIEWS
from sitegen.checks.requests.places import Bearer, bearers, places_of
from sitegen.checks.requests.request import Request
from sitegen.diagnostics import Diagnostic
from sitegen.model.third_parties import shipped_of_host
from sitegen.model.third_parties.trackers import is_tracker
from sitegen.model.third_party import Directive, Host, ThirdParty, host_in
from sitegen.plan.third_parties import DeclaredParty, party_of_host

FORM: Final = "form-action"
DIRECTIVES: Final = frozenset(get_args(Directive))
_TRACKING: Final = "PRIV-012"
_COUNTING: Final = frozenset({"analytics", "marketing"})
_WITHOUT_ORIGIN: Final = frozenset({"no-referrer", "same-origin"})
_SELF_HOSTED: Final[dict[str, str]] = {
    "font": "Legen Sie die Schriftdateien nach static/, und binden Sie sie von dort ein.",
    "library": "Laden Sie die Datei herunter, legen Sie sie nach static/, und binden Sie sie von dort ein.",
}
_IN_GERMAN: Final[dict[str, str]] = {
    "script-src": "ein Programm",
    "style-src": "eine Gestaltung",
    "img-src": "ein Bild",
    "font-src": "eine Schrift",
    "connect-src": "Daten",
    "media-src": "Ton oder Film",
    "frame-src": "ein Fenster in der Seite",
    "form-action": "was ein Formular abschickt",
}


def check_requests(site: FinishedSite) -> Iterator[Diagnostic]:
    """Everything asked of a foreign host that must not be."""
    for bearer in bearers(site):
        for request in bearer.requests.foreign:
            host = host_asked(request.address)
            if host == host_asked(site.origin) or (request.fetch == FORM and host == site.receiver):
                continue
            code, facts = judged(request, host, site.parties)
            if code:
                for span in places_of(request.address, bearer, site):
                    rule = _rule(code, host, site.parties)
                    yield Diagnostic(code=code, span=span, facts={"host": host, **facts}, rule=rule)
        yield from _silent_senders(bearer, site)


def _rule(code: str, host: str, parties: tuple[DeclaredParty, ...]) -> str:
    """The rule that a tracker breaks where anybody else breaks another; empty for that other one."""
    party = party_asked(parties, host)
    counts = code == "SG822" and party is not None and party.category in _COUNTING
    return _TRACKING if counts or (code in {"SG820", "SG822"} and is_tracker(host)) else ""


def judged(request: Request, host: str, parties: tuple[DeclaredParty, ...]) -> tuple[str, dict[str, str]]:
    """The code of what is wrong with a request and the facts of its sentence; an empty code for nothing."""
    party = party_asked(parties, host)
    if host in FONTS | LIBRARIES and not (party and party.needs_consent and request.inert):
        return "SG821", {"cure": _SELF_HOSTED["font" if host in FONTS else "library"]}
    if party is None:
        return _undeclared(request, host)
    if request.fetch == FORM and _may(party, host, request):
        return "", {}
    return _of_party(request, host, party)


def _of_party(request: Request, host: str, party: ThirdParty) -> tuple[str, dict[str, str]]:
    if is_tracker(host) and not party.needs_consent:
        return "SG942", {"name": party.name, "id": party.id}
    if party.needs_consent and not request.inert:
        return "SG822", {"name": party.name, "cure": _inert_cure(request, party)}
    if party.needs_consent and request.waits_for != party.id:
        waits = f"auf die Zustimmung zu „{request.waits_for}“" if request.waits_for else "auf keine Zustimmung"
        return "SG828", {"name": party.name, "waits": waits, "id": party.id}
    if request.fetch in DIRECTIVES and not _may(party, host, request):
        return "SG823", {"name": party.name, "what": _IN_GERMAN[request.fetch], "id": party.id}
    return "", {}


def party_asked(parties: tuple[DeclaredParty, ...], host: str) -> DeclaredParty | None:
    """Whose host it is; nobody's where it is no name that could be declared, whatever it ends with."""
    return party_of_host(parties, host) if host_in(host) and "*" not in host else None


def _undeclared(request: Request, host: str) -> tuple[str, dict[str, str]]:
    if request.fetch == FORM:
        return "SG824", {}
    if host in PREVIEWS and request.fetch == "img-src":
        return "SG825", {}
    shipped = shipped_of_host(host)
    if shipped:
        return "SG820", {"cure": f"Ist das gewollt, nennen Sie es in site.yaml:\nthird_parties:\n  - use: {shipped.id}"}
    cure = "Legen Sie die Datei zu Ihrer Website, oder nennen Sie den Anbieter in site.yaml (siehe docs/dritte.md)."
    return "SG820", {"cure": cure}


def _may(party: ThirdParty, host: str, request: Request) -> bool:
    """Whether the party is declared for this kind of request."""
    return any(own.is_meant(host) and _covers(own, request) for own in party.hosts)


def _covers(own: Host, request: Request) -> bool:
    return request.fetch in own.directives


def _inert_cure(request: Request, party: ThirdParty) -> str:
    if request.element == "iframe" and not party.page_wide:
        return "Setzen Sie es mit dem Kurzbefehl in den Text, der einen Platzhalter zeigt (siehe docs/dritte.md)."
    return f'Umgeben Sie es mit:\n<template data-party="{party.id}">…</template>'


def _silent_senders(bearer: Bearer, site: FinishedSite) -> Iterator[Diagnostic]:
    """Pages that hide where a form comes from, which the inbox on another host has to know."""
    referrer = bearer.requests.referrer
    if not site.receiver or referrer not in _WITHOUT_ORIGIN:
        return
    if any(one.fetch == FORM and host_asked(one.address) == site.receiver for one in bearer.requests.foreign):
        for span in places_of(referrer, bearer, site):
            yield Diagnostic(code="SG827", span=span, facts={"value": referrer})
