"""Signed links and signed instants: what the inbox hands out and believes when it comes back.

`v1.<kid>.<base64url of JSON>.<base64url of HMAC-SHA256>`; the JSON has sorted keys and no blanks. Each purpose has a
signing key of its own, derived by HKDF (RFC 5869), so a link made for one thing never opens another. The first key of
the secrets signs, all of them open. `tests/vectors/tokens.json` holds examples for other implementations.

Never looks at a store and never asks a clock but the desk's.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

import msgspec
from itsdangerous import Signer

from sitegen.inbox.desk import Desk
from sitegen.inbox.records import Item, Subscriber
from sitegen.inbox.secrets import Key

VERSION: Final = "v1"

Purpose = Literal["mod", "confirm", "unsubscribe", "time", "insist"]
"""Review an item; confirm or end a subscription; when a form was served; send a suspicious comment all the same."""

REVIEW_LASTS: Final = timedelta(days=14)
CONFIRM_LASTS: Final = timedelta(days=7)
UNSUBSCRIBE_LASTS: Final = timedelta(days=3650)
"""A newsletter is read, and left, years after it came."""

_SHAPE: Final = re.compile(r"v1\.[a-z0-9]{1,8}\.[A-Za-z0-9_-]{1,2048}\.[A-Za-z0-9_-]{43}")
NONCE_BYTES: Final = 16


class TokenError(Exception):
    """A token is not to be believed."""


class ForgedTokenError(TokenError):
    """It was never made here for this purpose, or somebody changed it."""


class ExpiredTokenError(TokenError):
    """It was made here, but it is too old."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a token says. The short names are those of the wire."""

    purpose: Purpose = msgspec.field(name="a")
    site: str = msgspec.field(name="s")
    id: str = msgspec.field(name="i")
    """Of the item or the subscriber; the name of the form."""
    digest: str = msgspec.field(name="r", default="")
    """First 16 hexadecimal digits of SHA-256 of the text it was made for; empty for none."""
    expiry: int = msgspec.field(name="e")
    """Seconds since 1970."""
    nonce: str = msgspec.field(name="n")


def claim_for(
    purpose: Purpose, *, site: str, about: str, lasts: timedelta, now: datetime, chance: bytes, digest: str = ""
) -> Claim:
    """A claim that lasts that long from `now` on; `chance` are 16 random bytes."""
    if len(chance) != NONCE_BYTES:
        raise ValueError(f"a token takes {NONCE_BYTES} random bytes")
    expiry = int((now + lasts).timestamp())
    return Claim(purpose=purpose, site=site, id=about, digest=digest, expiry=expiry, nonce=_encoded(chance))


def sign(claim: Claim, keys: Sequence[Key]) -> str:
    """The token of a claim, signed by the first key."""
    return sign_as_it_is(claim, kid=keys[0].kid, key=derived(keys[0].secret, claim.purpose))


def sign_as_it_is(claim: Claim, *, kid: str, key: bytes) -> str:
    """The token of a claim under a key that is already the purpose's own."""
    payload = _encoded(msgspec.json.encode(claim, order="sorted"))
    return _signer(key).sign(f"{VERSION}.{kid}.{payload}").decode("ascii")


def open_token(token: str, purpose: Purpose, *, keys: Sequence[Key], now: datetime) -> Claim:
    """What a token says, if it was made here for this purpose and still holds.

    Raises ForgedTokenError for anything else than a token of ours for `purpose`, ExpiredTokenError for an old one.
    """
    claim = _believed(token, purpose, keys)
    if now.timestamp() >= claim.expiry:
        raise ExpiredTokenError
    return claim


def expiry_of(claim: Claim) -> datetime:
    """Until when a claim holds, UTC."""
    return datetime.fromtimestamp(claim.expiry, UTC)


def review_url(desk: Desk, item: Item) -> str:
    """The one address where the owner decides about an item."""
    return _address(desk, "m", _fresh(desk, "mod", site=item.site, about=item.id, digest=item.digest))


def confirm_url(desk: Desk, subscriber: Subscriber) -> str:
    """Where somebody says that the newsletter is wanted."""
    return _address(desk, "s", _fresh(desk, "confirm", site=subscriber.site, about=subscriber.id))


def unsubscribe_url(desk: Desk, subscriber: Subscriber) -> str:
    """Where a subscription is ended; a POST to it ends it at once (RFC 8058)."""
    return _address(desk, "u", _fresh(desk, "unsubscribe", site=subscriber.site, about=subscriber.id))


def derived(secret: bytes, purpose: str) -> bytes:
    """The signing key of a purpose: HKDF with the info `sitegen token <purpose>`."""
    return hkdf(secret, f"sitegen token {purpose}".encode())


def hkdf(secret: bytes, info: bytes) -> bytes:
    """32 bytes by HKDF-SHA256 without salt (RFC 5869): extract, then the first and only block of expand."""
    extracted = hmac.digest(bytes(hashlib.sha256().digest_size), secret, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)


_LASTS: Final[dict[Purpose, timedelta]] = {
    "mod": REVIEW_LASTS,
    "confirm": CONFIRM_LASTS,
    "unsubscribe": UNSUBSCRIBE_LASTS,
}


def _fresh(desk: Desk, purpose: Purpose, *, site: str, about: str, digest: str = "") -> str:
    claim = claim_for(
        purpose,
        site=site,
        about=about,
        lasts=_LASTS[purpose],
        now=desk.clock(),
        chance=desk.chance(NONCE_BYTES),
        digest=digest,
    )
    return sign(claim, desk.secrets.keys)


def _address(desk: Desk, door: str, token: str) -> str:
    return f"{desk.config.address.rstrip('/')}/{door}/{token}"


def _believed(token: str, purpose: Purpose, keys: Sequence[Key]) -> Claim:
    if _SHAPE.fullmatch(token) is None:
        raise ForgedTokenError
    signed, _, _ = token.rpartition(".")
    _, kid, payload = signed.split(".")
    for key in keys:
        # Compared with what we would have written: so a signature has one spelling only.
        if key.kid == kid and hmac.compare_digest(_signer(derived(key.secret, purpose)).sign(signed), token.encode()):
            claim = msgspec.json.decode(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)), type=Claim)
            if claim.purpose == purpose:
                return claim
    raise ForgedTokenError


def _signer(key: bytes) -> Signer:
    return Signer(key, sep=".", key_derivation="none", digest_method=hashlib.sha256)


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
