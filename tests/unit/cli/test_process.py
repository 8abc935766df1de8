"""What only a process of its own can show: encodings, closed pipes, a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SITEGEN = [sys.executable, "-m", "sitegen"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="uses the shell's redirections")


def shell(command: str, *, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run `command`, in which `$SITEGEN` is ours."""
    program = " ".join(f"'{part}'" for part in SITEGEN)
    return subprocess.run(
        ["sh", "-c", command.replace("$SITEGEN", program)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_umlauts_survive_a_console_that_knows_none() -> None:
    ascii_console = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = shell("$SITEGEN biuld", environment=ascii_console)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Den Befehl „biuld“")


@pytest.mark.parametrize("command", ["$SITEGEN explain | true", "$SITEGEN explain >&-", "$SITEGEN explain 2>&-"])
def test_a_closed_pipe_is_nothing_to_complain_about(command: str) -> None:
    done = shell(command, environment={})
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_pipe_closed_in_the_middle_ends_quietly() -> None:
    with subprocess.Popen(
        [*SITEGEN, "explain"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_behind_a_redirection_is_a_finding() -> None:
    done = shell("$SITEGEN explain >/dev/full", environment={})
    assert done.returncode == 1
    assert done.stderr.decode().startswith("SG006  „Standardausgabe“ lässt sich nicht lesen oder schreiben: ")
