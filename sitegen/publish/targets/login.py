"""Where to and as whom, for servers that are spoken to by SSH. Never printed, and never kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import msgspec


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """Where to, and as whom. Never printed and never kept."""

    host: str
    port: int
    user: str
    folder: str
    fingerprints: tuple[str, ...] = ()
    key_file: str = ""
    password: str = ""


class Secret:
    """A password, asked for only when a server wants one, and offered once in each way: a wrong one stays wrong."""

    def __init__(self, known: str, ask: Callable[[], str]) -> None:
        self._known = known
        self._ask = ask
        self._offered: set[str] = set()

    @cached_property
    def value(self) -> str:
        """The password; empty for none."""
        return self._known or self._ask()

    def once(self, way: str) -> str | None:
        """The password the first time, then None."""
        if way in self._offered:
            return None
        self._offered.add(way)
        return self.value or None

    @property
    def is_used(self) -> bool:
        """Whether the server was given it."""
        return bool(self._offered) and bool(self.value)

    @property
    def is_missing(self) -> bool:
        """Whether one was wanted and there is none."""
        return bool(self._offered) and not self.value
