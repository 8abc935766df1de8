"""An old sitemap as the addresses it names. Only files that are there are read: no address is ever asked.

Sitemaps are read as text, for `<loc>` alone (sitemaps.org, protocol 0.9), so that nothing in them can harm or be too
deep; an index of sitemaps leads to files of the same name beside it.
"""

from __future__ import annotations

import gzip
import html
import re
import zlib
from pathlib import Path
from typing import Final

import msgspec

_LOC: Final = re.compile(r"<(?:[\w-]+:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*</", re.IGNORECASE)
_INDEX: Final = re.compile(r"<(?:[\w-]+:)?sitemapindex[\s>]", re.IGNORECASE)
_LARGEST: Final = 60_000_000
"""Bytes of one file; the protocol allows 52,428,800."""
_MOST: Final = 1000
"""Files of an index; the protocol allows 50,000, which no site of this size has."""


class Sitemap(msgspec.Struct, frozen=True, kw_only=True):
    """What a sitemap and those it leads to have named."""

    addresses: tuple[str, ...] = ()
    """Whole addresses of pages and pictures, in order, each once."""
    missing: tuple[str, ...] = ()
    """Names of sitemaps that an index leads to and that are not beside it."""


def read_sitemap(file: Path) -> Sitemap:
    """The sitemap or index of sitemaps in `file`, plain or gzip. OSError may pass through for `file` itself."""
    text = _text(file)
    if not _INDEX.search(text):
        return Sitemap(addresses=_named(text))
    addresses: list[str] = []
    missing: list[str] = []
    for address in _named(text)[:_MOST]:
        name = address.partition("?")[0].rstrip("/").rpartition("/")[2]
        beside = file.with_name(name) if name and name not in {".", ".."} else file
        try:
            addresses += () if beside == file else _named(_text(beside))
        except OSError:
            missing.append(name)
    return Sitemap(addresses=tuple(dict.fromkeys(addresses)), missing=tuple(missing))


def _named(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(html.unescape(found).strip() for found in _LOC.findall(text)))


def _text(file: Path) -> str:
    """Its text; what cannot be unpacked whole is read as far as it goes."""
    with file.open("rb") as stream:
        raw = stream.read(_LARGEST)
    if raw.startswith(b"\x1f\x8b"):
        try:
            raw = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, _LARGEST)
        except (zlib.error, gzip.BadGzipFile):
            raw = b""
    return raw.decode("utf-8", "replace")
