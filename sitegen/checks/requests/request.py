"""What a page, a stylesheet or a script makes a browser ask for, as values. Judges nothing and knows no site."""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.checks.requests.addresses import host_asked

Fetch = Literal[
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "connect-src",
    "media-src",
    "frame-src",
    "worker-src",
    "manifest-src",
    "form-action",
    "object-src",
    "",
]
"""The directive of a Content Security Policy that decides on it; empty where none does, as for `preconnect`."""

ForbiddenKind = Literal["script", "handler", "address", "style", "base", "object", "entity"]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Something from another host."""

    address: str
    """As written."""
    fetch: Fetch
    element: str
    """What asks: the name of an element, `css` or `js`."""
    inert: bool = False
    """Whether it stands in a `<template>`, so that nothing happens before a script takes it out."""
    waits_for: str = ""
    """If so, the party whose consent lets the script of the site take it out; empty for none."""


class Forbidden(msgspec.Struct, frozen=True, kw_only=True):
    """Something that no strict policy lets run, or that hides what would."""

    kind: ForbiddenKind
    text: str
    """A piece of it, as it can be found in its source."""


class Requests(msgspec.Struct, frozen=True, kw_only=True):
    """All that one page or file makes a browser ask for."""

    foreign: tuple[Request, ...] = ()
    """In order, without repeats; full addresses of the own site among them."""
    own: tuple[tuple[Fetch, str], ...] = ()
    """What comes from nobody else: directive and source, `'self'` or a scheme (`data:`)."""
    addresses: tuple[tuple[Fetch, str], ...] = ()
    """What style asks for on the own site, as written."""
    forbidden: tuple[Forbidden, ...] = ()
    storage: tuple[str, ...] = ()
    """By which names a script reads or writes on the device: `localStorage`, `document.cookie` …"""
    referrer: str = ""
    """The policy of a `<meta name="referrer">`."""

    @property
    def may_matter(self) -> bool:
        """Whether there is anything that a rule could have something to say about."""
        return bool(self.foreign or self.addresses or self.forbidden or self.storage)


def hosts_of(requests: Requests) -> tuple[str, ...]:
    """The hosts that are asked for anything, each once."""
    return tuple(sorted({host_asked(request.address) for request in requests.foreign}))


class Collector:
    """Gathers requests while something is read."""

    def __init__(self) -> None:
        self.foreign: dict[Request, None] = {}
        self.waits_for = ""
        """The party that the template being read belongs to."""
        self.own: set[tuple[Fetch, str]] = set()
        self.addresses: dict[tuple[Fetch, str], None] = {}
        self.forbidden: dict[Forbidden, None] = {}
        self.storage: set[str] = set()
        self.referrer = ""

    def done(self) -> Requests:
        """What has been gathered."""
        return Requests(
            foreign=tuple(self.foreign),
            own=tuple(sorted(self.own)),
            addresses=tuple(self.addresses),
            forbidden=tuple(self.forbidden),
            storage=tuple(sorted(self.storage)),
            referrer=self.referrer,
        )
