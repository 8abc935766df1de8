"""What the rules of a site say to an address: the common ground of all servers. Pure.

Each reader takes the text that a build has written and understands those lines in it that answer addresses. What an
owner has added of her own is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import unquote

import msgspec

Rules = Callable[["Asked"], "Said | None"]
"""None where no rule says anything, and the files answer."""

_PLAIN: Final = re.compile(r"\\x22|\\?(.)(?![?*+{])", re.DOTALL)
_SPECIAL: Final = frozenset("([.*+?{|^$")


class Said(msgspec.Struct, frozen=True):
    """The answer of a rule."""

    status: int
    to: str = ""
    """Where it leads, as the visitor's browser gets it."""


class Asked(msgspec.Struct, frozen=True):
    """A request."""

    path: str
    """Decoded."""
    query: str = ""
    """As it came."""

    @property
    def pairs(self) -> tuple[str, ...]:
        """`a=1`, `b=2`."""
        return tuple(self.query.split("&")) if self.query else ()


def asked(address: str) -> Asked:
    """`/b%C3%BCro/?p=12` as a request."""
    path, _, query = address.partition("#")[0].partition("?")
    return Asked(unquote(path), query)


def literal_start(pattern: str) -> str:
    """The letters that every match of an expression begins with, after its `^`: `^/alt/?$` → `/alt`."""
    rest = pattern.removeprefix("^")
    found = []
    at = 0
    while at < len(rest) and rest[at] not in _SPECIAL:
        match = _PLAIN.match(rest, at)
        if match is None:
            break
        found.append(match[1] or '"')
        at = match.end()
    return "".join(found)


class Patterns:
    """Expressions for paths in the order in which a server tries them, found by the letters they begin with."""

    def __init__(self, told: list[tuple[str, Said]]) -> None:
        self._by_start: dict[str, list[tuple[int, re.Pattern[str], Said]]] = {}
        for number, (pattern, said) in enumerate(told):
            compiled = re.compile(pattern)
            self._by_start.setdefault(literal_start(pattern), []).append((number, compiled, said))

    def first(self, path: str) -> Said | None:
        """What the first one that matches says, with `$1` filled in."""
        found = min(self._matching(path), default=None, key=lambda one: one[0])
        if found is None:
            return None
        _, match, said = found
        return msgspec.structs.replace(said, to=said.to.replace("$1", match[1])) if "$1" in said.to else said

    def _matching(self, path: str) -> Iterator[tuple[int, re.Match[str], Said]]:
        for end in range(len(path) + 1):
            for number, pattern, said in self._by_start.get(path[:end], ()):
                if match := pattern.search(path):
                    yield number, match, said
