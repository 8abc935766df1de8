"""Signs of life while files travel, by the clock: whoever is busy without a pause gives them, too.

Asks for the time and writes one small record; never decides what it holds.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from sitegen.publish.target import Beat


class Pulse:
    """The beats of one transfer."""

    def __init__(self, beat: Beat, write: Callable[[str, bytes], None]) -> None:
        """`write` replaces the record at a path of the target."""
        self._beat = beat
        self._write = write
        self._due = time.monotonic() + beat.seconds

    @property
    def left(self) -> float:
        """Seconds until the next one is due; never below nothing."""
        return max(0.0, self._due - time.monotonic())

    def keep(self) -> None:
        """Give one if it is due. Whatever `write` raises passes through."""
        if self.left > 0:
            return
        self._write(self._beat.path, self._beat.content())
        self._due = time.monotonic() + self._beat.seconds
