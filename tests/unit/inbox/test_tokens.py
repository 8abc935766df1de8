"""Signed links: the wire format by vectors, and what is not believed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox import tokens
from sitegen.inbox.secrets import Key
from sitegen.inbox.tokens import Claim, ExpiredTokenError, ForgedTokenError, Purpose

VECTORS: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "vectors/tokens.json").read_text(encoding="utf-8")
)
NOW: Final = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
OLD: Final = Key(kid="k1", secret=bytes(range(32)))
NEW: Final = Key(kid="k2", secret=bytes(range(32, 64)))


def token_for(purpose: Purpose = "mod", *, keys: tuple[Key, ...] = (OLD,), about: str = "01J0") -> str:
    claim = tokens.claim_for(
        purpose, site="nachmittag", about=about, lasts=timedelta(hours=1), now=NOW, chance=bytes(16), digest="ab" * 8
    )
    return tokens.sign(claim, keys)


@pytest.mark.parametrize("vector", VECTORS["plain"], ids=lambda vector: vector["claim"]["a"])
def test_the_format_under_a_plain_key(vector: dict[str, Any]) -> None:
    claim = msgspec.convert(vector["claim"], Claim)
    assert tokens.sign_as_it_is(claim, kid=vector["kid"], key=bytes.fromhex(vector["key"])) == vector["token"]


@pytest.mark.parametrize("vector", VECTORS["derived"], ids=lambda vector: vector["claim"]["a"])
def test_the_format_under_the_key_of_a_purpose(vector: dict[str, Any]) -> None:
    claim = msgspec.convert(vector["claim"], Claim)
    key = Key(kid=vector["kid"], secret=bytes.fromhex(vector["secret"]))
    assert tokens.derived(key.secret, claim.purpose).hex() == vector["key"]
    assert tokens.sign(claim, [key]) == vector["token"]
    before = datetime.fromtimestamp(claim.expiry - 1, UTC)
    assert tokens.open_token(vector["token"], claim.purpose, keys=[key], now=before) == claim


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=lambda vector: vector["why"])
def test_what_is_refused(vector: dict[str, Any]) -> None:
    key = Key(kid=vector["kid"], secret=bytes.fromhex(vector["secret"]))
    now = datetime.fromtimestamp(vector["now"], UTC)
    error = ExpiredTokenError if vector["fault"] == "expired" else ForgedTokenError
    with pytest.raises(error):
        tokens.open_token(vector["token"], vector["purpose"], keys=[key], now=now)


def test_keys_are_derived_as_the_rfc_says() -> None:
    """RFC 5869, A.3: no salt, no info; the first 32 of its 42 bytes."""
    first = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    assert tokens.hkdf(b"\x0b" * 22, b"").hex() == first


def test_keys_rotate() -> None:
    old = token_for(keys=(OLD,))
    assert tokens.open_token(old, "mod", keys=(NEW, OLD), now=NOW).id == "01J0"
    assert token_for(keys=(NEW, OLD)).startswith("v1.k2.")
    with pytest.raises(ForgedTokenError):
        tokens.open_token(old, "mod", keys=(NEW,), now=NOW)


def test_a_token_ends_to_the_second() -> None:
    token = token_for()
    end = NOW + timedelta(hours=1)
    tokens.open_token(token, "mod", keys=(OLD,), now=end - timedelta(seconds=1))
    with pytest.raises(ExpiredTokenError):
        tokens.open_token(token, "mod", keys=(OLD,), now=end)


@given(st.data())
def test_no_other_spelling_is_believed(data: st.DataObject) -> None:
    token = token_for()
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.characters())
    changed = f"{token[:place]}{letter}{token[place + 1 :]}"
    if changed != token:
        with pytest.raises(ForgedTokenError):
            tokens.open_token(changed, "mod", keys=(OLD,), now=NOW)


@given(st.text())
def test_anything_else_is_refused_and_never_fails(text: str) -> None:
    with pytest.raises(ForgedTokenError):
        tokens.open_token(text, "mod", keys=(OLD,), now=NOW)


def test_a_nonce_has_its_length() -> None:
    with pytest.raises(ValueError, match="16"):
        tokens.claim_for("time", site="s", about="f", lasts=timedelta(1), now=NOW, chance=b"")
