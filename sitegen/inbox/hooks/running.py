"""Runs one program of the owner's on one event, and leaves nothing of it behind.

The event is its standard input, never an argument and never the environment; no secret of the inbox is in either. Its
input and output are files, so neither a program that reads nothing nor a child that keeps the output open can hold us
up. Whatever it started ends with it. What it writes to standard error is thrown away: visitors' words get there easily,
and no log may keep them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from typing import IO, Final, Literal

import msgspec

from sitegen.inbox.hooks.document import API

OUTPUT_LIMIT: Final = 64 * 1024
"""Bytes of standard output at most. Of more, one byte is read, so that it shows."""
_FLOOD: Final = 1024 * 1024
"""Bytes of output at which a program that still runs is stopped, before it fills the disk."""
_GRACE: Final = 2.0
"""Seconds between being asked to end and being made to."""
_PAUSES: Final = (0.002, 0.05)
"""Seconds between two looks: at first and at most."""
_PATH: Final = "/usr/local/bin:/usr/bin:/bin"

Trouble = Literal["", "not_started", "timeout", "signal", "output"]


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """How it went. With `trouble`, code and output mean nothing."""

    code: int = -1
    output: bytes = b""
    trouble: Trouble = ""


def run_program(path: str, document: bytes, *, event: str, event_id: str, attempt: int, timeout: float) -> Ran:
    """Run the program at `path` for at most `timeout` seconds (and 2 more to end). Never raises for its faults."""
    environment = {
        "PATH": os.environ.get("PATH", _PATH),
        "LANG": "C.UTF-8",
        "SITEGEN_HOOK_API": str(API),
        "SITEGEN_EVENT": event,
        "SITEGEN_EVENT_ID": event_id,
        "SITEGEN_ATTEMPT": str(attempt),
    }
    try:
        return _run([path, event], document, environment, timeout=timeout)
    except OSError:  # it cannot be executed, or there is no room for its files
        return Ran(trouble="not_started")


def _run(command: list[str], document: bytes, environment: dict[str, str], *, timeout: float) -> Ran:
    """Run it in a fresh folder. Raises OSError if that cannot be."""
    with (
        tempfile.TemporaryDirectory(prefix="sitegen-hook-", ignore_cleanup_errors=True) as folder,
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as output,
    ):
        given.write(document)
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603 - the owner's own program; nothing of a visitor's is in its arguments
            command,
            stdin=given,
            stdout=output,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        trouble = _watch(process, output, timeout=timeout)
        return _result(process.wait(), output, trouble=trouble)


def _watch(process: subprocess.Popen[bytes], output: IO[bytes], *, timeout: float) -> Trouble:
    """Wait until the program ends or has to be ended; then end whatever is left of its group."""
    trouble: Trouble = ""
    try:
        trouble = _wait(process, output, until=time.monotonic() + timeout)
        if trouble:
            _signal(process.pid, signal.SIGTERM)
            _wait(process, output, until=time.monotonic() + _GRACE)
    finally:
        _signal(process.pid, signal.SIGKILL)
    return trouble


def _wait(process: subprocess.Popen[bytes], output: IO[bytes], *, until: float) -> Trouble:
    """Wait for the end of the process."""
    pause, longest = _PAUSES
    while not _has_ended(process):
        if os.fstat(output.fileno()).st_size > _FLOOD:
            return "output"
        left = until - time.monotonic()
        if left <= 0:
            return "timeout"
        time.sleep(min(pause, left))
        pause = min(2 * pause, longest)
    return ""


def _has_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it has ended. It is left unreaped, so that nobody else can get its group's id before we are done."""
    if hasattr(os, "waitid"):
        return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None
    return process.poll() is not None  # macOS before Python 3.13 can only reap


def _signal(group: int, number: signal.Signals) -> None:
    """Send a signal to a whole process group, if any of it is left."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _result(code: int, output: IO[bytes], *, trouble: Trouble) -> Ran:
    """What the end of the process means."""
    if trouble:
        return Ran(trouble=trouble)
    if code < 0:
        return Ran(trouble="signal")
    output.seek(0)
    return Ran(code=code, output=output.read(OUTPUT_LIMIT + 1))
