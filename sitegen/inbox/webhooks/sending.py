"""Sends one signed body to one address (https://www.standardwebhooks.com) and says what came back.

Redirects are not followed, what the receiver writes is not read, and the whole takes no longer than 15 seconds.
Certificates are those that the machine trusts; neither proxies nor credentials of the environment are used.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import msgspec

from sitegen.about import VERSION

SECONDS: Final = 15.0
_CONTENT: Final = {"content-type": "application/json", "user-agent": f"sitegen/{VERSION}"}


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What came back."""

    status: int = 0
    """0 for nothing."""
    retry_after: str = ""
    """As the receiver wrote it."""
    error: str = ""
    """Why nothing came: the name of an exception, which tells nothing of anybody."""


def send(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float = SECONDS) -> Reply:
    """POST a body of JSON with the headers that sign it. Never raises for a fault of the receiver or the way there."""
    import httpx

    try:
        return asyncio.run(_post(url, body, headers, seconds=seconds))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        return Reply(error=type(error).__name__)


async def _post(url: str, body: bytes, headers: Mapping[str, str], *, seconds: float) -> Reply:
    import httpx

    async with (
        asyncio.timeout(seconds),
        httpx.AsyncClient(
            verify=ssl.create_default_context(), follow_redirects=False, trust_env=False, timeout=seconds
        ) as client,
        client.stream("POST", url, content=body, headers={**_CONTENT, **headers}) as response,
    ):
        return Reply(status=response.status_code, retry_after=response.headers.get("retry-after", ""))


def wait_of(retry_after: str, *, now: datetime) -> float:
    """How many seconds the receiver asks for, from its `Retry-After`: a number or a date; 0 if it is neither."""
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except (ValueError, OverflowError):
        return 0.0
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())
