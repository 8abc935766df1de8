"""One transfer to a target at a time, across machines: a record at the target that its holder keeps renewing.

Somebody who finds one watches it for a while. If it changes, its holder lives; if not, its holder was cut off and the
lock is taken over. Clocks are not compared. A transfer of this very folder that has ended is known by its token and
needs no watching. Whoever was taken for dead finds out at the next `check`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Final

from sitegen.publish.records import LOCK, Lock, encoded, read_lock
from sitegen.publish.target import Beat, Target, refused

WATCHED: Final = 20.0
"""Seconds without a sign of life after which a holder counts as gone; beats come every 5 s."""
_LOOKS: Final = 1.0
"""Seconds between two looks."""


class RemoteLock:
    """The right to send to a target; made by `take`."""

    def __init__(self, target: Target, token: str) -> None:
        self._target = target
        self.token: Final = token
        self._beats = 0

    @classmethod
    def take(cls, target: Target, *, token: str, dead: str, pause: Callable[[float], None] = time.sleep) -> RemoteLock:
        """The lock, with the holder called `token`; `dead` is the token of a holder known to have ended.

        Raises PublishError (SG660) where somebody else is publishing.
        """
        lock = cls(target, token)
        if not target.create(LOCK, lock.content()):
            lock._take_over(dead=dead, pause=pause)
        return lock

    def content(self) -> bytes:
        """The record, with the next beat."""
        self._beats += 1
        return encoded(Lock(token=self.token, beat=self._beats))

    @property
    def beat(self) -> Beat:
        """What a target writes while it is busy."""
        return Beat(path=LOCK, content=self.content)

    def check(self) -> None:
        """Raise PublishError (SG660) if the lock was taken from us; else show that we live."""
        held = self._target.read(LOCK)
        if held is None or read_lock(held).token != self.token:
            raise refused("SG660", target=self._target.name)
        self._target.write(LOCK, self.content())

    def release(self) -> None:
        """Let others publish."""
        self._target.delete((LOCK,))

    def _take_over(self, *, dead: str, pause: Callable[[float], None]) -> None:
        first = self._target.read(LOCK)
        token = read_lock(first).token if first else ""
        waited = 0.0
        while first is not None and token != dead and waited < WATCHED:
            pause(_LOOKS)
            waited += _LOOKS
            now = self._target.read(LOCK)
            if now is not None and now != first:
                raise refused("SG660", target=self._target.name)
            first = now
        self._target.write(LOCK, self.content())


def new_token() -> str:
    """A name for one transfer that no other has."""
    return os.urandom(12).hex()
