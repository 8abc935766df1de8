"""The Content Security Policy (CSP level 3): from what the pages of a site really use to the text that browsers read.

One policy for the whole site and one for the search page, whose index needs WebAssembly. Nothing is allowed that no
page uses, and never anything inline. Pure; what pages use is found out in `checks.requests`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

import msgspec

OWN: Final = "'self'"
NONE: Final = "'none'"
ORDER: Final = (
    *("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "frame-src", "worker-src"),
    "manifest-src",
)
"""Directives for which `default-src` stands in; left out where nothing is used."""
FOR_THE_SEARCH: Final[Mapping[str, Collection[str]]] = {
    "script-src": (OWN, "'wasm-unsafe-eval'"),
    "connect-src": (OWN,),
    "worker-src": (OWN,),
}
"""What the index of the search needs."""

SITE_SLOT: Final = "\0policy\0"
SEARCH_SLOT: Final = "\0policy of the search\0"
"""Stand in a page until all pages are known; no author can type a NUL."""


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """A policy, as directives with their sources in the order in which they are written."""

    directives: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def meta(self) -> str:
        """As it stands in a page. A page cannot forbid by itself to be framed, so that is left to the header.

        Nor does it ask browsers to take https for http: a page that is looked at from a phone in the same network, or
        at a host that has no certificate yet, would lose its stylesheet and pictures. Some ask even this very machine.
        """
        return _text(self.directives)

    def header(self, *, https: bool) -> str:
        """As a server sends it: the same, and what only a server can say."""
        upgrade = (("upgrade-insecure-requests", ()),) if https else ()
        return _text((*self.directives, ("frame-ancestors", (NONE,)), *upgrade))


class Policies(msgspec.Struct, frozen=True, kw_only=True):
    """The policies of a site."""

    site: Policy = Policy()
    search: Policy = Policy()
    """Equal to `site` where there is no index."""
    search_url: str = ""
    """URL path of the search page with base path; empty where it needs nothing of its own."""


def policy_of(used: Mapping[str, Collection[str]]) -> Policy:
    """The policy that allows just these sources, by directive."""
    allowed = ((name, _sorted(used.get(name, ()))) for name in ORDER)
    receivers = frozenset(used.get("form-action", ()))
    return Policy(
        directives=(
            ("default-src", (NONE,)),
            *((name, sources) for name, sources in allowed if sources),
            # A receiver leads back to the page of thanks, and browsers judge where a form ends up as well.
            ("form-action", _sorted({*receivers, OWN}) if receivers else (NONE,)),
            ("object-src", (NONE,)),
            ("base-uri", (NONE,)),
        )
    )


def together(*uses: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """What several pages use, as one."""
    names = dict.fromkeys(name for one in uses for name in one)
    return {name: frozenset().union(*(one.get(name, ()) for one in uses)) for name in names}


def _sorted(sources: Collection[str]) -> tuple[str, ...]:
    """Key words first."""
    return tuple(sorted(sources, key=lambda source: (not source.startswith("'"), source)))


def _text(directives: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives)
