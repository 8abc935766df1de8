"""Waits for something that another thread or process brings about: asked for often, and never longer than agreed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_PAUSE: Final = 0.01
PATIENCE: Final = 60.0
"""Seconds after which what has not come is lost: more than a busy machine needs, and only failures take them."""


def until(answer: Callable[[], T | None], what: str, *, seconds: float = PATIENCE) -> T:
    """The first true answer; fails when none comes in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = answer()
        if found:
            return found
        time.sleep(_PAUSE)
    raise AssertionError(f"in vain: {what}")


def output_of(process: subprocess.Popen[bytes], *, seconds: float = PATIENCE) -> tuple[bytes, bytes]:
    """What a process says that was told to end; one that does not is killed, or its end is waited for."""
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def given_time(act: Callable[[float], T], came_far: Callable[[T], bool]) -> T:
    """What the act did in the seconds it was given, which are ever more until it came far enough in them.

    For programs that are ended by the clock: on a busy machine they may not even have begun by then.
    """
    for seconds in (0.5, 2.0, 8.0):
        if came_far(did := act(seconds)):
            return did
    return act(PATIENCE / 2)
