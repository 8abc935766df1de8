"""A bar for builds that take longer than a moment, and only for somebody who watches.

rich is imported when the bar is first drawn: most builds end before. Never writes to standard output.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final, Self

from sitegen.build.pipeline import quiet
from sitegen.build.result import Progress
from sitegen.cli import console, wording

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE: Final = 1.0
"""Seconds without a bar."""
_DRAWN_EVERY: Final = 0.1
"""Seconds between two looks of the bar."""


class ProgressBar:
    """Called with each step of a build; a context, so that the bar is gone when the build is over."""

    def __init__(self, stream: IO[str], *, clock: Callable[[], float] = time.monotonic) -> None:
        """A bar on `stream`; `clock` gives seconds."""
        self._stream = stream
        self._clock = clock
        self._began = clock()
        self._bar: Bar | None = None
        self._drawn = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` in `stage`, a key of `wording.STAGES`."""
        now = self._clock()
        if self._bar is None:
            if now - self._began < PATIENCE:
                return
            self._bar = _bar_on(self._stream)
        self._bar.update(self._bar.task_ids[0], description=wording.STAGES[stage], completed=done, total=total)
        if now - self._drawn >= _DRAWN_EVERY or done == total:
            self._drawn = now
            self._bar.refresh()


def watched() -> contextlib.AbstractContextManager[Progress]:
    """A bar on standard error where somebody watches, else nothing."""
    return ProgressBar(sys.stderr) if console.is_terminal(sys.stderr) else contextlib.nullcontext(quiet)


def _bar_on(stream: IO[str]) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # No thread of its own: a process with threads cannot be copied for its workers.
    bar = Bar(*columns, console=Console(file=stream), transient=True, auto_refresh=False)
    bar.add_task("", total=None)
    bar.start()
    return bar
