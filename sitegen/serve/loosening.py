"""What a page needs besides itself to be shown in the preview: our script and our style, and leave to load them.

The files of the preview are those of a build, byte for byte; all this is put in on the way to the browser. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Final

SCRIPT_PATH: Final = "/livereload.js"
HELPER_PATH: Final = "/_sitegen/preview.js"
STYLE_PATH: Final = "/_sitegen/preview.css"

_META: Final = re.compile(rb"<meta\b[^>]*\bhttp-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE)
_CONTENT: Final = re.compile(rb"(\bcontent\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_HEAD_END: Final = re.compile(rb"</head\s*>", re.IGNORECASE)
_BODY: Final = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_NONE: Final = "'none'"
_SELF: Final = "'self'"


def dressed(page: bytes, *, host: str, bar: str = "") -> bytes:
    """The page with our script before the end of its head, and `bar`, HTML, at the top of its body.

    `host` is where the preview answers, as `127.0.0.1:8000`: the page may then speak with it.
    """
    page = _META.sub(lambda tag: _loosened_tag(tag[0], host), page)
    tags = _tags(host)
    page, found = _HEAD_END.subn(lambda end: tags + end[0], page, count=1)
    page = page if found else page + tags
    return _BODY.sub(lambda body: body[0] + bar.encode(), page, count=1) if bar else page


def policy_text(page: bytes) -> bytes | None:
    """What stands in the policy of a page, as it stands there; None where the page has no policy."""
    tag = _META.search(page)
    content = _CONTENT.search(tag[0]) if tag else None
    return content[2][1:-1] if content else None


def loosened(policy: str, sources: Mapping[str, Iterable[str]]) -> str:
    """A Content Security Policy that also allows `sources`, by directive. Where all is allowed it stays as it is."""
    directives = [words for part in policy.split(";") if (words := part.split())]
    allowed = {words[0].lower(): words[1:] for words in reversed(directives)}
    for name, wanted in sources.items():
        before = allowed.get(name, allowed.get("default-src"))
        if before is not None:
            kept = [source for source in before if source.lower() != _NONE]
            allowed[name] = [*kept, *(source for source in wanted if source not in kept)]
    order = dict.fromkeys((*(words[0].lower() for words in directives), *allowed))
    return "; ".join(" ".join((name, *allowed[name])) for name in order)


def own_sources(host: str) -> dict[str, tuple[str, ...]]:
    """What the preview asks for on every page: itself, and the connection by which it is told of changes."""
    return {"script-src": (_SELF,), "style-src": (_SELF,), "connect-src": (_SELF, f"ws://{host}")}


def _loosened_tag(tag: bytes, host: str) -> bytes:
    return _CONTENT.sub(lambda content: content[1] + _loosened_value(content[2], host), tag)


def _loosened_value(quoted: bytes, host: str) -> bytes:
    policy = html.unescape(quoted[1:-1].decode("utf-8", "replace"))
    return f'"{html.escape(loosened(policy, own_sources(host)))}"'.encode()


def _tags(host: str) -> bytes:
    port = host.rpartition(":")[2]
    return (
        f'<link rel="stylesheet" href="{STYLE_PATH}"><script src="{HELPER_PATH}"></script>'
        f'<script src="{SCRIPT_PATH}?port={port}" defer></script>'
    ).encode()
