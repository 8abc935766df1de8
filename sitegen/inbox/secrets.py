"""What the inbox knows and nobody else may: from the environment alone, never from a file, never printed."""

from __future__ import annotations

import msgspec


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """One signing key of the inbox."""

    kid: str
    """Its short name, which stands in what it signs: `^[a-z0-9]{1,8}$`."""
    secret: bytes
    """At least 32 bytes."""

    def __repr__(self) -> str:
        return f"Key({self.kid!r})"


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """All of them. The first key signs, all of them open: so keys rotate."""

    keys: tuple[Key, ...]
    """`SITEGEN_INBOX_KEYS`: `k2:BASE64 k1:BASE64`."""
    form_key: bytes = b""
    """`SITEGEN_FORM_KEY`, which the build has, too; empty where sums are not asked."""
    smtp_password: str = ""
    """`SITEGEN_SMTP_PASSWORD`."""
    database_password: str = ""
    """`SITEGEN_DATABASE_PASSWORD`."""
    export_token: str = ""
    """`SITEGEN_EXPORT_TOKEN`: with it, a pipeline may fetch approved comments."""

    def __repr__(self) -> str:
        return "Secrets(…)"
