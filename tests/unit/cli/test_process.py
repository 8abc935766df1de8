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


def ended(before: str) -> subprocess.CompletedProcess[str]:
    """`sitegen biuld` in a process that did `before` first."""
    code = f"import sys\nsys.argv[1:] = ['biuld']\n{before}\nfrom sitegen.cli import main\nmain()\n"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")


@pytest.mark.parametrize(
    "waiting",
    [
        "import atexit; atexit.register(print, 'getan')",
        "import threading; threading.Timer(0.05, print, ['getan']).start()",
        "sys.setprofile(lambda *_: None); import atexit; atexit.register(print, 'getan')",
    ],
    ids=["at exit", "a thread", "a profiler"],
)
def test_what_waits_for_the_end_of_the_process_is_done(waiting: str) -> None:
    done = ended(waiting)
    assert done.returncode == 2
    assert done.stdout == "getan\n"


def test_the_process_ends_without_taking_its_values_apart() -> None:
    done = ended("class Value:\n    def __del__(self): print('zerlegt')\nvalue = Value()")
    assert (done.returncode, done.stdout) == (2, "")
