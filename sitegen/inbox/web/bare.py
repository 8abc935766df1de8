"""The little that is said before there is a request to answer: a page without a site, a style or a template."""

from __future__ import annotations

from typing import Final

from sitegen.inbox.web.headers import plain_headers
from sitegen.text.tone import Tone
from sitegen.text.wording import say

REASONS: Final = {400: "Bad Request", 408: "Request Timeout", 503: "Service Unavailable"}


def bare_answer(status: int, key: str, *, retry_after: int = 0) -> bytes:
    """A whole HTTP/1.1 answer with `inbox_<key>_title` and `_text`, after which the connection is closed."""
    title, text = (say(f"inbox_{key}_{part}", Tone.SIE, {}) for part in ("title", "text"))
    head = f'<!doctype html><html lang="de"><meta charset="utf-8"><title>{title}</title>'
    html = f"{head}<h1>{title}</h1><p>{text}</p></html>"
    body = html.encode()
    headers = {
        **plain_headers(),
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Connection": "close",
        **({"Retry-After": str(retry_after)} if retry_after else {}),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {REASONS[status]}\r\n{lines}\r\n".encode("ascii") + body
