"""Runs git and the owner's command: without a shell, without our secrets, never longer than allowed.

A process gets a group of its own, so that at the end of its time its helpers (ssh, a build's workers) end with it.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

_INHERITED: Final = ("PATH", "HOME", "TMPDIR", "SSH_AUTH_SOCK")
_GRACE: Final = 2.0
"""Seconds between being asked to end and being ended."""


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """How a process ended."""

    code: int
    stdout: bytes
    stderr: bytes


class TooSlowError(Exception):
    """It was not done in time, and has been ended."""


def run(
    argv: Sequence[str], *, folder: Path, environment: Mapping[str, str], seconds: float, stdin: bytes = b""
) -> Finished:
    """Run a program in `folder`. Raises TooSlowError, and OSError where it cannot be started."""
    process = subprocess.Popen(  # noqa: S603 - no shell; arguments are ours or the owner's
        argv,
        cwd=folder,
        env={**inherited(_INHERITED), "LC_ALL": "C", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with process:
        try:
            stdout, stderr = process.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise TooSlowError(argv[0]) from None
        except BaseException:
            _end(process)
            raise
    return Finished(code=process.returncode, stdout=stdout, stderr=stderr)


def inherited(names: Sequence[str]) -> dict[str, str]:
    """These variables of our own environment, where they are set."""
    return {name: os.environ[name] for name in names if name in os.environ}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
