"""The body of a request → pairs of names and values, or a refusal with its status. Nothing bad ever gets further in.

Only what a browser sends for a plain form is taken: `application/x-www-form-urlencoded`, UTF-8, of a length that was
announced, and looked at before a byte of the body is.
"""

from __future__ import annotations

import asyncio
from email.message import Message
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST: Final = 64 * 1024
"""Bytes of a body."""
MOST_FIELDS: Final = 30
BODY_SECONDS: Final = 6.0
"""How long a body may take; its head has `serving.HEAD_SECONDS`."""
_PATIENCE: Final = 1.0
FORM_TYPE: Final = "application/x-www-form-urlencoded"

Pairs = tuple[tuple[str, str], ...]


class RefusedError(Exception):
    """A request that is not read any further."""

    def __init__(self, status: int, sentence: str) -> None:
        """`sentence` is the key of what the visitor reads: `inbox_<sentence>_title` and `inbox_<sentence>_text`."""
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


async def form_pairs(request: Request) -> Pairs:
    """The pairs of a form in a request, in their order. Raises RefusedError (400, 408, 411, 413, 415)."""
    body = await body_of(request)
    check_type(request.headers.get("content-type", ""))
    return pairs_of(body)


async def body_of(request: Request) -> bytes:
    """The whole body, whatever it is. Raises RefusedError if it is too long, too slow or of unknown length."""
    length = request.headers.get("content-length", "")
    # With a Transfer-Encoding the length is a lie: the body goes on until its sender ends it (RFC 9112, 6.3).
    if "transfer-encoding" in request.headers or not (length.isascii() and length.isdigit()):
        await _let_pass(request)
        raise RefusedError(411, "no_length")
    # More than 19 digits are not turned into a number: that alone would cost time.
    if len(length) > 19 or int(length) > LARGEST:  # noqa: PLR2004 - said above
        raise RefusedError(413, "too_large")
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await request.body()
    except TimeoutError:
        raise RefusedError(408, "too_slow") from None


def check_type(content_type: str) -> None:
    """Raises RefusedError (415) for anything but a plain form in UTF-8."""
    header = Message()
    header["content-type"] = content_type or "application/octet-stream"
    charset = header.get_content_charset("utf-8")
    if header.get_content_type() != FORM_TYPE or charset not in {"utf-8", "utf8"}:
        raise RefusedError(415, "not_a_form")


def pairs_of(body: bytes) -> Pairs:
    """The pairs of an urlencoded body. Raises RefusedError (400) for bad UTF-8, NUL, or more than 30 fields."""
    if body.count(b"&") >= MOST_FIELDS:
        raise RefusedError(400, "too_many")
    try:
        pairs = tuple(parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise RefusedError(400, "unreadable") from None
    if any("\0" in part for pair in pairs for part in pair):
        raise RefusedError(400, "unreadable")
    return pairs


async def _let_pass(request: Request) -> None:
    """Read and forget a little of a body that is refused: who is cut off while sending never sees the answer."""
    passed = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.stream():
                passed += len(chunk)
                if passed > LARGEST:
                    return
    except TimeoutError:
        return
