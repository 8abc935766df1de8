"""What the inbox is told by the environment: keys and passwords. They never stand in a file and are never printed."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Final

import msgspec

from sitegen.diagnostics import Diagnostic, Span
from sitegen.inbox.secrets import Key, Secrets

KEYS: Final = "SITEGEN_INBOX_KEYS"
FORM_KEY: Final = "SITEGEN_FORM_KEY"
SMTP_PASSWORD: Final = "SITEGEN_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
DATABASE_PASSWORD: Final = "SITEGEN_DATABASE_PASSWORD"  # noqa: S105 - likewise
EXPORT_TOKEN: Final = "SITEGEN_EXPORT_TOKEN"  # noqa: S105 - likewise

KEY_BYTES: Final = 32
"""The least that a key may have."""

_KID: Final = re.compile(r"[a-z0-9]{1,8}")


class SecretsRead(msgspec.Struct, frozen=True, kw_only=True):
    """The secrets, or what is wrong with them."""

    secrets: Secrets | None
    findings: tuple[Diagnostic, ...] = ()


def read_secrets(environ: Mapping[str, str]) -> SecretsRead:
    """All secrets that the environment holds; without a usable `SITEGEN_INBOX_KEYS` none."""
    words = environ.get(KEYS, "").split()
    if not words:
        return SecretsRead(secrets=None, findings=(Diagnostic(code="SG770", span=Span(file=KEYS)),))
    keys = tuple(_key(word) for word in words)
    findings = tuple(
        Diagnostic(code="SG771", span=Span(file=KEYS), facts={"number": number, "bytes": KEY_BYTES})
        for number, key in enumerate(keys, start=1)
        if key is None
    )
    good = tuple(key for key in keys if key is not None)
    if len({key.kid for key in good}) < len(good):
        findings = (*findings, Diagnostic(code="SG772", span=Span(file=KEYS)))
    if findings:
        return SecretsRead(secrets=None, findings=findings)
    return SecretsRead(secrets=_secrets(good, environ))


def _secrets(keys: tuple[Key, ...], environ: Mapping[str, str]) -> Secrets:
    return Secrets(
        keys=keys,
        form_key=environ.get(FORM_KEY, "").strip().encode(),
        smtp_password=environ.get(SMTP_PASSWORD, ""),
        database_password=environ.get(DATABASE_PASSWORD, ""),
        export_token=environ.get(EXPORT_TOKEN, "").strip(),
    )


def _key(word: str) -> Key | None:
    """`k1:BASE64`; both alphabets of base64 are taken, with or without padding."""
    kid, colon, encoded = word.partition(":")
    if not colon or not _KID.fullmatch(kid):
        return None
    standard = encoded.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        secret = b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return Key(kid=kid, secret=secret) if len(secret) >= KEY_BYTES else None
