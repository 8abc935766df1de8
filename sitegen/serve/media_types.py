"""The media types of files, the same on every machine: what the system believes about endings is never asked."""

from __future__ import annotations

from mimetypes import MimeTypes
from typing import Final

_OURS: Final = {
    ".avif": "image/avif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_TEXTS: Final = frozenset({"application/json", "application/manifest+json", "application/xml", "image/svg+xml"})
_KNOWN: Final = MimeTypes()
UNKNOWN: Final = "application/octet-stream"
PLAIN_NAMES: Final = frozenset({"_headers", "_redirects", ".htaccess"})


def media_type(name: str) -> str:
    """The value of `Content-Type` for a file of this name; texts are UTF-8."""
    last = name.rpartition("/")[2]
    ending = f".{last.rpartition('.')[2].lower()}" if "." in last else ""
    known = _OURS.get(ending) or _KNOWN.types_map[True].get(ending, UNKNOWN)
    kind = "text/plain" if last in PLAIN_NAMES else known
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXTS else kind


def is_page(name: str) -> bool:
    """Whether browsers show the file of this name as a page."""
    return name.lower().endswith((".html", ".htm"))


def is_part(name: str) -> bool:
    """Whether pages load files of this kind to show themselves; stylesheets, which can be swapped, apart."""
    kind = media_type(name)
    return kind.startswith(("image/", "font/", "video/", "audio/", "text/javascript"))
