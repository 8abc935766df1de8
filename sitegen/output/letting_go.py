"""What a move replaces is given up beside the moves, not within them.

A file that nobody names any more goes with the last handle to it, and to give up its blocks takes some disks longer
than the move itself (ext4 without a journal asks the disk about each one, as on most virtual machines); meanwhile no
other file can be moved. So what is about to be replaced is held open, and let go by a few threads, which are gone when
the block ends. Nothing rests on it: what cannot be held is replaced all the same. Never on Windows, where a file that
is open cannot be replaced; on Linux only where files cannot change places (`swapping`).
"""

from __future__ import annotations

import os
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from queue import Queue
    from threading import Thread

__all__ = ["LettingGo"]

_FEW: Final = 256
"""Moves that are done sooner than threads are made."""
_THREADS: Final = 4
_PORTION: Final = 16
"""Files for a thread at once. With those that wait, fewer are open than any system allows (macOS: 256)."""
_WAITING: Final = 4
"""Portions."""


class LettingGo:
    """Holds files that are about to be replaced, until they have been."""

    def __init__(self, number: int) -> None:
        """`number` is how many moves there will be."""
        self._is_worth_it = number > _FEW and os.name != "nt"
        self._held: list[int] = []
        self._portions: Queue[list[int]] | None = None
        self._threads: list[Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hand_over()
        for _ in self._threads:
            self._hand_over()  # an empty portion is the last
        for thread in self._threads:
            thread.join()

    def hold(self, path: str) -> None:
        """Keep the file `path`, if there is one, until it is replaced; those held earlier have been."""
        if not self._is_worth_it:
            return
        if len(self._held) == _PORTION:
            self._hand_over()
        try:
            self._held.append(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK))
        except OSError:  # there is none, or it is a link, or too many are open
            return

    def _hand_over(self) -> None:
        if self._held and self._portions is None:
            self._start()
        if self._portions is not None and self._threads:
            self._portions.put(self._held)
        else:
            _let_go(self._held)
        self._held = []

    def _start(self) -> None:
        from queue import Queue
        from threading import Thread

        self._portions = Queue(_WAITING)
        for _ in range(_THREADS):
            thread = Thread(target=_work, args=(self._portions,))
            try:
                thread.start()
            except RuntimeError:  # the system allows no more
                return
            self._threads.append(thread)


def _work(portions: Queue[list[int]]) -> None:
    while portion := portions.get():
        _let_go(portion)


def _let_go(handles: list[int]) -> None:
    for handle in handles:
        os.close(handle)
