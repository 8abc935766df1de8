"""Waits for something that another thread or process brings about: asked for often, and never longer than agreed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

_PAUSE: Final = 0.01


def until(answer: Callable[[], T | None], what: str, *, seconds: float = 20.0) -> T:
    """The first true answer; fails when none comes in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = answer()
        if found:
            return found
        time.sleep(_PAUSE)
    raise AssertionError(f"in vain: {what}")


def output_of(process: subprocess.Popen[bytes], *, seconds: float = 30.0) -> tuple[bytes, bytes]:
    """What a process says that was told to end; one that does not is killed, or its end is waited for."""
    try:
        return process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
