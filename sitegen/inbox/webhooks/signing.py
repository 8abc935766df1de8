"""How a body is signed for whoever receives or fetches it: Standard Webhooks (https://www.standardwebhooks.com)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime


def signature_headers(message_id: str, body: bytes, *, now: datetime, secrets: Sequence[str | bytes]) -> dict[str, str]:
    """The headers of a body; a signature for each secret, so that a receiver may know the old one or the new.

    A secret is `whsec_` with Base64, or the bytes themselves.
    """
    from standardwebhooks import Webhook

    text = body.decode()
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Webhook(secret).sign(message_id, now, text) for secret in secrets),
    }
