"""Threads that begin together, for what must hold when several do the same."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def at_once(number: int, act: Callable[[int], T]) -> list[T]:
    """What the act gives in so many threads that begin together."""
    gate = threading.Barrier(number)

    def begin(which: int) -> T:
        gate.wait()
        return act(which)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begin, range(number)))
