"""Programs that are run: in time, without our secrets, with all that they started."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.inbox.publishing.processes import TooSlowError, run
from waiting import PATIENCE, given_time, until


def is_running(pid: int) -> bool:
    """Whether a process runs; one that ended and waits to be noticed does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("script", ["sleep 60 & echo $! > pid; wait", "trap '' TERM; sleep 60 & echo $! > pid; wait"])
def test_what_takes_too_long_ends_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr("sitegen.inbox.publishing.processes._GRACE", 0.3)

    def too_slow(seconds: float) -> str:
        with pytest.raises(TooSlowError):
            run(("sh", "-c", script), folder=tmp_path, environment={}, seconds=seconds)
        return (tmp_path / "pid").read_text() if (tmp_path / "pid").is_file() else ""

    pid = int(given_time(too_slow, bool))
    until(lambda: not is_running(pid), "its end")


def test_our_secrets_are_not_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_SMTP_PASSWORD", "geheim")

    finished = run(("env",), folder=tmp_path, environment={"A": "b"}, seconds=PATIENCE)

    assert b"A=b\n" in finished.stdout
    assert b"geheim" not in finished.stdout
    assert f"PATH={os.environ['PATH']}\n".encode() in finished.stdout


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    finished = run(("sh", "-c", "cat; exit 3"), folder=tmp_path, environment={}, seconds=PATIENCE, stdin=b"Text")

    assert (finished.code, finished.stdout) == (3, b"Text")
