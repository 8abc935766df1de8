"""Signed instants in pages that the inbox serves: when a form was shown, and that a sender means it all the same.

A static page cannot hold one: there the time would be that of the build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Final, Literal

import msgspec

from sitegen.inbox.desk import Desk
from sitegen.inbox.judging.evidence import TimeEvidence
from sitegen.inbox.tokens import (
    NONCE_BYTES,
    Claim,
    ExpiredTokenError,
    ForgedTokenError,
    Purpose,
    TokenError,
    claim_for,
    expiry_of,
    open_token,
    sign,
)
from sitegen.model.forms.form import TIME_FIELD

Insisting = Literal["no", "again", "yes"]
"""`again`: too fast, or too late; whoever it is may confirm once more."""

LASTS: Final = timedelta(hours=1)
SOONEST: Final = timedelta(seconds=3)
"""Faster than this nobody has read a page."""


def shown_now(desk: Desk, *, site: str, form: str) -> str:
    """For a form as it is shown: a token that says when."""
    return _token(desk, "time", site=site, form=form, digest="")


def insistence(desk: Desk, *, site: str, form: str, values: Mapping[str, str]) -> str:
    """For the page that asks back: a token that sends exactly these values all the same."""
    return _token(desk, "insist", site=site, form=form, digest=digest_of(values))


def time_evidence(desk: Desk, token: str, *, site: str, form: str) -> TimeEvidence:
    """What the token of a form that was shown says; empty for a form of the site's own pages."""
    if not token:
        return "none"
    try:
        claim = open_token(token, "time", keys=desk.secrets.keys, now=desk.clock())
    except TokenError:
        return "stale"
    if (claim.site, claim.id) != (site, form):
        return "stale"
    return "fast" if _is_too_fast(desk, claim) else "good"


def insists(desk: Desk, token: str, *, site: str, form: str, values: Mapping[str, str]) -> Insisting:
    """Whether somebody has confirmed just these values."""
    try:
        claim = open_token(token, "insist", keys=desk.secrets.keys, now=desk.clock())
    except ExpiredTokenError:
        return "again"
    except ForgedTokenError:
        return "no"
    if (claim.site, claim.id, claim.digest) != (site, form, digest_of(values)):
        return "no"
    return "again" if _is_too_fast(desk, claim) else "yes"


def digest_of(values: Mapping[str, str]) -> str:
    """16 hexadecimal digits that stand for everything that was typed."""
    typed = sorted((name, value) for name, value in values.items() if name != TIME_FIELD)
    return hashlib.sha256(msgspec.json.encode(typed)).hexdigest()[:16]


def _is_too_fast(desk: Desk, claim: Claim) -> bool:
    return desk.clock() < expiry_of(claim) - LASTS + SOONEST


def _token(desk: Desk, purpose: Purpose, *, site: str, form: str, digest: str) -> str:
    chance = desk.chance(NONCE_BYTES)
    claim = claim_for(purpose, site=site, about=form, lasts=LASTS, now=desk.clock(), chance=chance, digest=digest)
    return sign(claim, desk.secrets.keys)
