"""Threads for what may block: the store, a manifest, a decision hook that takes its time.

Comments and everything else have lanes of their own. When one is full, whoever comes next is told so at once instead of
waiting for an answer that nobody reads any more; and hanging hooks of comments hold up no enquiry.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


class LaneFullError(Exception):
    """Too many wait already."""


class Lane:
    """Some threads and a short queue before them. Belongs to one event loop."""

    def __init__(self, name: str, *, threads: int, waiting: int) -> None:
        """At most `threads` are worked on at once, and `waiting` more are kept waiting."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=f"inbox-{name}")
        self._most = threads + waiting
        self._inside = 0

    async def run(self, work: Callable[[], Answer]) -> Answer:
        """What `work` answers, done in a thread. Raises LaneFullError, and whatever `work` raises."""
        if self._inside >= self._most:
            raise LaneFullError
        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._inside -= 1

    def close(self) -> None:
        """Wait for what is being done, and let the threads go."""
        self._pool.shutdown(wait=True, cancel_futures=True)
