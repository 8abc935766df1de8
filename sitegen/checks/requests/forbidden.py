"""What a strict Content Security Policy stops: code and style within a page, objects, another base.

And what the owner's own scripts keep on the device without anybody having been told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.places import bearers, place_of_piece
from sitegen.checks.requests.request import ForbiddenKind
from sitegen.diagnostics import Diagnostic
from sitegen.model.third_party import StorageKind
from sitegen.plan.third_parties import DeclaredParty

_CODES: Final[dict[ForbiddenKind, str]] = {
    "script": "SG830",
    "handler": "SG831",
    "address": "SG832",
    "style": "SG833",
    "base": "SG834",
    "object": "SG835",
    "entity": "SG836",
}
_THEME: Final = "theme/"
_COOKIE: Final = "cookie"
_KINDS: Final[dict[str, StorageKind]] = {
    "localStorage": "local_storage",
    "sessionStorage": "session_storage",
    "indexedDB": "indexed_db",
}
"""By which kind an entry says what a script keeps there; everything else is a cookie."""


def check_forbidden(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of it, each where it stands."""
    told = frozenset(_told(site.parties))
    for bearer in bearers(site):
        for piece in bearer.requests.forbidden:
            span = place_of_piece(piece.text, bearer, site)
            yield Diagnostic(code=_CODES[piece.kind], span=span, facts={"text": piece.text.rstrip("=")})
        if bearer.own.startswith(_THEME):
            continue
        for name in bearer.requests.storage:
            if _KINDS.get(name, _COOKIE) in told:
                continue
            yield Diagnostic(code="SG826", span=place_of_piece(name, bearer, site), facts={"name": name})


def _told(parties: Iterable[DeclaredParty]) -> Iterator[StorageKind]:
    """Where entries of the owner's say that something is kept; what shipped ones say is of the scripts of others."""
    for party in parties:
        if party.checked is None or party.origin == "analytics":
            yield from (item.kind for item in party.storage)
