"""Whose address it is, read as browsers read it: blanks, backslashes and missing slashes hide nobody.

The rules are those of the URL Standard (https://url.spec.whatwg.org/#url-parsing), as far as a host depends on them.
Where a browser would take something for an address of the own site and it only looks foreign, it counts as foreign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

_OUTER: Final = "".join(map(chr, range(0x21)))
"""C0 controls and blanks, which browsers take off both ends."""
_INNER: Final = re.compile(r"[\t\n\r]")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_USUAL: Final = re.compile(r"https?://([a-z0-9.-]+)(?![^/?#])")
"""How nearly all begin that name a host, which then needs no second look."""
_OF_THE_WEB: Final = frozenset({"http", "https", "ws", "wss", "ftp"})
_AUTHORITY: Final = re.compile(r"[/\\]*([^/\\?#]*)")
_FOREIGN_PATH: Final = re.compile(r"[/\\]{2,}([^/\\?#]*)")
_HOST_AND_PORT: Final = re.compile(r"(\[[^\]]*\]|[^:]*)(?::([0-9]*))?")
_CANDIDATE: Final = re.compile(r"[\s,]*(\S+)")
_DEFAULT_PORTS: Final = {"http": "80", "ws": "80", "https": "443", "wss": "443", "ftp": "21"}


@lru_cache(maxsize=4096)  # of a thousand pages, most lead to the same places
def scheme_of(address: str) -> str:
    """The scheme of an address, lower case; empty for one that has none and stays on the scheme of its page."""
    match = _SCHEME.match(_cleaned(address))
    return match[1].lower() if match else ""


def host_asked(address: str) -> str:
    """The host that a browser would ask, lower case, in ASCII, without port; empty for the page's own and for none."""
    host, _ = _host_and_port(address)
    return host


def origin_asked(address: str) -> str:
    """That host as a source of a Content Security Policy: `https://player.example`; https where nothing is said."""
    host, port = _host_and_port(address)
    scheme = scheme_of(address) or "https"
    return f"{scheme}://{host}:{port}" if port and port != _DEFAULT_PORTS.get(scheme) else f"{scheme}://{host}"


@lru_cache(maxsize=256)  # a page is asked for them several times
def candidates(srcset: str) -> tuple[str, ...]:
    """The addresses of a `srcset`; a comma within one separates nothing."""
    return tuple(_candidates(srcset))


def _candidates(srcset: str) -> Iterator[str]:
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        address = match[1]
        position = match.end()
        if not address.endswith(","):  # a descriptor may follow, up to the next comma
            comma = srcset.find(",", position)
            position = len(srcset) if comma < 0 else comma + 1
        if address.strip(","):
            yield address.rstrip(",")


def _cleaned(address: str) -> str:
    return _INNER.sub("", address.strip(_OUTER))


@lru_cache(maxsize=4096)
def _host_and_port(address: str) -> tuple[str, str]:
    if usual := _USUAL.match(address):
        return usual[1], ""
    authority = _authority(_cleaned(address)).rpartition("@")[2]
    match = _HOST_AND_PORT.fullmatch(authority)
    return (_in_ascii(unquote(match[1])).lower(), match[2] or "") if match else (authority.lower(), "")


def _authority(address: str) -> str:
    scheme = _SCHEME.match(address)
    if scheme is None:
        match = _FOREIGN_PATH.match(address)
    else:
        match = _AUTHORITY.match(address, scheme.end()) if scheme[1].lower() in _OF_THE_WEB else None
    return match[1] if match else ""


def _in_ascii(host: str) -> str:
    """A name with umlauts as it is asked for; one that cannot be is left as it is."""
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host
