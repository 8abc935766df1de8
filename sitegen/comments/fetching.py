"""What a site's own inbox hands out (`GET /x/SITE`), checked and turned into files: for pipelines that fetch comments.

The answer is signed by Standard Webhooks (https://www.standardwebhooks.com) with the token that asked for it. It is
taken for hostile all the same: what its own reader would not take is not written. Comments that the answer does not
name stay as they are, since the inbox forgets them in time.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from sitegen.comments.deciding import Change, has_answers, tombstone
from sitegen.comments.posts import can_be_folder
from sitegen.model.comments.comment import Comment, Withdrawn
from sitegen.model.comments.file import CommentTooLargeError, cleaned, comment_bytes, read_comment

PATIENCE: Final = 20.0
"""Seconds in which the inbox has to say something."""
PATIENCE_IN_ALL: Final = 120.0
"""Seconds for its whole answer, however slowly it drips."""
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of an answer."""
_AT_ONCE: Final = 64 * 1024
TOLERANCE: Final = 300
"""Seconds that its clock and ours may differ."""
_LONGEST_TIME: Final = 12
"""Digits of seconds since 1970: of more, not even the difference can be told."""


class FetchError(Exception):
    """The inbox could not be asked, or what it said cannot be trusted."""

    def __init__(self, reason: Literal["unreachable", "token", "unsigned"]) -> None:
        super().__init__(reason)
        self.reason: Final = reason


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done, and how much of it there is."""

    change: Change
    added: int
    withdrawn: int
    refused: int
    """Lines that are no comment."""


def ask(url: str, *, token: str, now: datetime) -> bytes:
    """The answer of the inbox at `url`, which is trusted to be the owner's. Raises FetchError."""
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class Straight(HTTPRedirectHandler):
        """Nowhere else: the token is for this address."""

        def redirect_request(self, *_: object) -> None:
            """None of them is followed."""

    request = Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - the caller knows the address
    try:
        with build_opener(Straight).open(request, timeout=PATIENCE) as answer:
            body = _limited(answer.read1)
            headers = {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        with error:
            raise FetchError("token" if error.code in {401, 403} else "unreachable") from error
    except (URLError, OSError, HTTPException) as error:
        raise FetchError("unreachable") from error
    except ValueError:  # no header can hold this token; the error would quote it
        raise FetchError("token") from None
    if not is_signed(body, headers, secret=token, now=now):
        raise FetchError("unsigned")
    return body


def _limited(read: Callable[[int], bytes]) -> bytes:
    """Everything there is to be read, within our limits. Raises FetchError."""
    body = bytearray()
    until = time.monotonic() + PATIENCE_IN_ALL
    while part := read(_AT_ONCE):
        body += part
        if len(body) > LARGEST or time.monotonic() > until:
            raise FetchError("unreachable")
    return bytes(body)


def is_signed(body: bytes, headers: Mapping[str, str], *, secret: str, now: datetime) -> bool:
    """Whether the headers, in small letters, sign this body with this secret at about this time."""
    message, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not at.isdecimal() or len(at) > _LONGEST_TIME or abs(int(at) - now.timestamp()) > TOLERANCE:
        return False
    digest = hmac.new(secret.encode(), f"{message}.{at}.".encode() + body, hashlib.sha256).digest()
    right = f"v1,{base64.b64encode(digest).decode()}"
    signatures = headers.get("webhook-signature", "").split()
    return any(hmac.compare_digest(given.encode(), right.encode()) for given in signatures)


def fetched(body: bytes, published: Sequence[Comment]) -> Fetched:
    """What the lines of an answer change; what is there already is not written again."""
    known = {comment.id: comment for comment in published}
    said = [_line(line) for line in body.splitlines() if line]
    comments = {one.id: one for one in said if isinstance(one, Comment)}
    gone = [known[one.withdrawn] for one in said if isinstance(one, Withdrawn) and one.withdrawn in known]
    new = [comment for comment in comments.values() if known.get(comment.id) != comment]
    after = (*(comment for comment in published if comment.id not in comments), *comments.values())
    kept = [tombstone(comment) for comment in gone if has_answers(comment, after)]
    removed = [comment.path for comment in gone if not has_answers(comment, after)]
    return Fetched(
        change=Change(
            writes=tuple((comment.path, comment) for comment in (*new, *(one for one in kept if known[one.id] != one))),
            removes=tuple(removed),
        ),
        added=len(new),
        withdrawn=len([comment for comment in gone if not comment.deleted]),
        refused=said.count(None),
    )


def _line(line: bytes) -> Comment | Withdrawn | None:
    """A comment as its file would give it back, or that one is withdrawn; None for anything else."""
    try:
        return msgspec.json.decode(line, type=Withdrawn)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        comment = cleaned(msgspec.json.decode(line, type=Comment))
        read = read_comment(comment.path, comment_bytes(comment))
        return read.value if can_be_folder(comment.post) else None
    except (msgspec.DecodeError, RecursionError, OverflowError, CommentTooLargeError):
        return None
