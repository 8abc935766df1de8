"""What a strict Content Security Policy stops: code and style within a page, objects, another base.

And what the owner's own scripts keep on the device without anybody having been told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.checks.finished import FinishedSite
from sitegen.checks.requests.places import bearers, place_of_piece
from sitegen.checks.requests.request import ForbiddenKind
from sitegen.diagnostics import Diagnostic

_CODES: Final[dict[ForbiddenKind, str]] = {
    "script": "SG830",
    "handler": "SG831",
    "address": "SG832",
    "style": "SG833",
    "base": "SG834",
    "object": "SG835",
}
_THEME: Final = "theme/"


def check_forbidden(site: FinishedSite) -> Iterator[Diagnostic]:
    """All of it, each where it stands."""
    has_storage = any(party.storage for party in site.parties)
    for bearer in bearers(site):
        for piece in bearer.requests.forbidden:
            span = place_of_piece(piece.text, bearer, site)
            yield Diagnostic(code=_CODES[piece.kind], span=span, facts={"text": piece.text.rstrip("=")})
        if has_storage or bearer.own.startswith(_THEME):
            continue
        for name in bearer.requests.storage:
            yield Diagnostic(code="SG826", span=place_of_piece(name, bearer, site), facts={"name": name})
