"""Where webhooks go and what they are signed with. Addresses come from the owner's settings alone, never from an event.

The key by which an address is known names its host and a digest: what follows the host may be a secret of its own.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import urlsplit

from sitegen.inbox.config import Webhook
from sitegen.text.hosts import is_this_machine

Trouble = Literal["no_https", "no_secret", "bad_secret"]

SECRET_PREFIX: Final = "whsec_"  # noqa: S105 - how every secret begins
SECRET_BYTES: Final = range(24, 65)
"""How many bytes a secret has (Standard Webhooks)."""


def key_of(webhook: Webhook) -> str:
    """What the webhook is known by: `webhook:HOST:DIGEST`; another one if its address or its variable changes."""
    digest = hashlib.sha256(f"{webhook.url}\n{webhook.secret_env}".encode()).hexdigest()[:8]
    return f"webhook:{host_of(webhook)}:{digest}"


def host_of(webhook: Webhook) -> str:
    """The host it goes to."""
    try:
        return urlsplit(webhook.url).hostname or ""
    except ValueError:
        return ""


def trouble_with(webhook: Webhook, environ: Mapping[str, str]) -> Trouble | None:
    """Why nothing can be sent there; None if it can."""
    if not webhook.url.startswith("https://") and not is_this_machine(host_of(webhook)):
        return "no_https"
    secrets = environ.get(webhook.secret_env, "").split()
    if not secrets:
        return "no_secret"
    return None if all(map(_is_secret, secrets)) else "bad_secret"


def secrets_of(webhook: Webhook, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Its secrets, the newest first; several while one takes the place of another."""
    return tuple(environ.get(webhook.secret_env, "").split())


def _is_secret(text: str) -> bool:
    """Whether it is `whsec_` and the Base64 of 24 to 64 bytes."""
    if not text.startswith(SECRET_PREFIX):
        return False
    try:
        return len(base64.b64decode(text.removeprefix(SECRET_PREFIX), validate=True)) in SECRET_BYTES
    except binascii.Error:
        return False
