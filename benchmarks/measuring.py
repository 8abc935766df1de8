"""One run of a program: how long it took and what it used, as the system itself counts it.

It starts, waits and counts; whether the output is right is for `checking.py` to say.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from benchmarks.faults import Fault
from benchmarks.wording import FAILED

_QUIET: Final = 0.16
"""Cores that others may use for the machine to count as idle."""
_GLANCE: Final = 0.25
"""Seconds."""
_TOLD: Final = 2_000
"""Characters of what a program said before it failed."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What one run took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processors, of the program and all processes it waited for."""
    peak: float
    """MiB of the largest single process. The system counts the moment between fork and exec, too: so it cannot read
    below the most that this harness has ever had, which therefore keeps no texts."""
    others: float | None
    """Cores that other processes used meanwhile; None where the system does not tell."""


def measure(command: Sequence[str], *, folder: Path, environment: Mapping[str, str], log: Path) -> Measured:
    """Run the command in `folder`; what it says goes to `log`. A Fault if it ends with anything but 0."""
    with log.open("wb") as out:
        before = _machine_seconds()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        after = _machine_seconds()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text("utf-8", "replace")[-_TOLD:]
        raise Fault(FAILED.format(command=" ".join(command), code=process.returncode, said=said))
    cpu = usage.ru_utime + usage.ru_stime
    others = None if before is None or after is None else max(0.0, after - before - cpu) / wall
    return Measured(wall=wall, cpu=cpu, peak=usage.ru_maxrss / _UNITS_IN_MIB, others=others)


def wait_for_quiet(patience: float) -> None:
    """Hold back until other processes leave the machine nearly alone, but no longer than `patience` seconds.

    What is still to be written is written first, so that no build pays for the one before.
    """
    if patience:
        os.sync()
    end = time.monotonic() + patience
    while time.monotonic() < end:
        before = _machine_seconds()
        time.sleep(_GLANCE)
        after = _machine_seconds()
        if before is None or after is None or after - before < _QUIET * _GLANCE:
            return


_UNITS_IN_MIB: Final = 2**20 if sys.platform == "darwin" else 2**10
"""The system counts memory in bytes on macOS and in KiB elsewhere (getrusage(2))."""


def _machine_seconds() -> float | None:
    """Seconds of processors that the whole machine has spent since it started (proc_stat(5)); Linux alone tells."""
    try:
        with Path("/proc/stat").open(encoding="ascii") as stat:
            user, nice, system, _, _, irq, softirq, steal = map(int, stat.readline().split()[1:9])
    except OSError:
        return None
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
