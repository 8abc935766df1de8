"""Connections that are used again: each by one thread at a time, never by two at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, Protocol, TypeVar

from sitegen.inbox.store.contract import StoreUnavailableError


class Closable(Protocol):
    """What a pool lends."""

    def close(self) -> object:
        """Let go of it."""


C = TypeVar("C", bound=Closable)


class Pool(Generic[C]):
    """At most `limit` connections; whoever waits longer than `patience` seconds for one is refused."""

    def __init__(self, connect: Callable[[], C], *, limit: int, patience: float) -> None:
        self._connect = connect
        self._patience = patience
        self._places = threading.BoundedSemaphore(limit)
        self._idle: list[C] = []
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[C]:
        """A connection. After an exception it is closed rather than lent again: nobody knows what state it is in."""
        if not self._places.acquire(timeout=self._patience):
            raise StoreUnavailableError("every connection is busy")
        try:
            connection = self._idle_one() or self._connect()
            try:
                yield connection
            except BaseException:
                with suppress(Exception):
                    connection.close()
                raise
            self._put_back(connection)
        finally:
            self._places.release()

    def forget_idle(self) -> None:
        """Close what nobody uses now: after a server went away, all of it is dead."""
        while connection := self._idle_one():
            with suppress(Exception):
                connection.close()

    def close(self) -> None:
        """Close what nobody uses now; what is lent is closed when it comes back."""
        self._closed = True
        self.forget_idle()

    def _idle_one(self) -> C | None:
        try:
            return self._idle.pop()
        except IndexError:  # asking first would let another thread come between
            return None

    def _put_back(self, connection: C) -> None:
        if self._closed:
            connection.close()
        else:
            self._idle.append(connection)
