"""Where an address belongs: to another host, to the own site, or to what no policy lets run."""

from __future__ import annotations

from typing import Final

from sitegen.checks.requests.addresses import host_asked, scheme_of
from sitegen.checks.requests.request import Collector, Fetch, Forbidden, Request

OWN: Final = "'self'"
_DATA: Final = frozenset({"img-src", "font-src", "media-src"})
"""Where bytes within an address can do no harm."""
_ELSEWHERE: Final = frozenset({"mailto", "tel", "sms", "about"})
"""Schemes that no browser asks a host for."""


def collect(address: str, fetch: Fetch, element: str, *, into: Collector, inert: bool = False) -> None:
    """Note what `element` asks for at `address`."""
    if host_asked(address):
        into.foreign[Request(address=address, fetch=fetch, element=element, inert=inert, waits_for=into.waits_for)] = (
            None
        )
        return
    scheme = scheme_of(address)
    if not scheme:
        if address.strip():
            into.own.add((fetch, OWN))
        if element == "css" and not address.startswith("#"):
            into.addresses[fetch, address] = None
    elif scheme == "data" and fetch in _DATA:
        into.own.add((fetch, "data:"))
    elif scheme == "mailto" and fetch == "form-action":
        into.own.add((fetch, "mailto:"))
    elif scheme not in _ELSEWHERE:
        into.forbidden[Forbidden(kind="address", text=address)] = None
