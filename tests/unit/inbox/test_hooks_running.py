"""A hook is run as the contract says, and nothing that it does can hold us up or stay behind."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from hook_scripts import write_hook
from sitegen.inbox.hooks import running
from sitegen.inbox.hooks.running import OUTPUT_LIMIT, Ran, run_program
from waiting import PATIENCE, given_time, until


def run(path: Path, document: bytes = b"{}", *, timeout: float = PATIENCE) -> Ran:
    return run_program(str(path), document, event="comment.submitted", event_id="evt_1", attempt=3, timeout=timeout)


def hook(folder: Path, script: str) -> Path:
    return write_hook(folder, "hook", script)


def living(pids: str) -> list[str]:
    """Those processes that are there and no zombies; numbers with blanks between them."""
    listed = ",".join(pids.split())
    shown = subprocess.run(["ps", "-o", "stat=", "-p", listed], capture_output=True, check=False, encoding="utf-8")
    return [line for line in shown.stdout.split() if not line.startswith("Z")]


def wait_until_gone(pids: str) -> None:
    until(lambda: not living(pids), "the end of them all")


def run_until_noted(path: Path, note: Path) -> Ran:
    """Run a hook that does not end, for as long as it takes to write its note, which holds pids."""
    return given_time(lambda seconds: run(path, timeout=seconds), lambda _: note.is_file())


def wait_for(path: Path) -> str:
    return until(lambda: path.read_text("utf-8").strip() if path.is_file() else "", path.name)


@pytest.mark.parametrize("code", [0, 1, 10, 20, 30, 40, 75, 78, 127, 255])
def test_the_exit_code_is_handed_on(tmp_path: Path, code: int) -> None:
    assert run(hook(tmp_path, f"exit {code}")) == Ran(code=code)


def test_event_on_stdin_name_in_argv_and_nothing_else_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_SMTP_PASSWORD", "geheim")
    path = hook(tmp_path, 'echo "$# $1"; cat; echo; ls -A; env | grep -Ev "^(PWD|OLDPWD|SHLVL|_|__CF.*)=" | sort')
    arguments, given, *environment = run(path, '{"text":"Grüße"}'.encode()).output.decode().splitlines()
    assert arguments == "1 comment.submitted"
    assert given == '{"text":"Grüße"}'
    assert environment == [
        "LANG=C.UTF-8",
        f"PATH={os.environ['PATH']}",
        "SITEGEN_ATTEMPT=3",
        "SITEGEN_EVENT=comment.submitted",
        "SITEGEN_EVENT_ID=evt_1",
        "SITEGEN_HOOK_API=1",
    ]


def test_its_folder_is_fresh_and_gone_afterwards(tmp_path: Path) -> None:
    path = hook(tmp_path, "echo etwas > datei; pwd")
    first, second = (Path(run(path).output.decode().strip()) for _ in range(2))
    assert first != second
    assert not first.exists()


def test_a_hook_that_never_reads_its_input_does_no_harm(tmp_path: Path) -> None:
    assert run(hook(tmp_path, "exit 10"), b"x" * 2_000_000) == Ran(code=10)


def test_output_is_cut_off(tmp_path: Path) -> None:
    ran = run(hook(tmp_path, "head -c 1000000 /dev/zero; exit 10"))
    assert ran.code == 10
    assert len(ran.output) == OUTPUT_LIMIT + 1


def test_a_flood_of_output_is_stopped_before_it_fills_the_disk(tmp_path: Path) -> None:
    assert run(hook(tmp_path, "cat /dev/zero"), timeout=20).trouble == "output"


def test_errors_may_be_written_without_end(tmp_path: Path) -> None:
    assert run(hook(tmp_path, "head -c 5000000 /dev/zero >&2; exit 20")) == Ran(code=20)


def test_a_hook_that_takes_too_long_is_ended_with_all_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once: it does not ask for the time that it would have to end well."""
    monkeypatch.setattr(running, "_GRACE", 2 * PATIENCE)
    note = tmp_path / "pid"
    path = hook(tmp_path, f"sleep 100 & echo $! > {note}; sleep 100")
    started = time.monotonic()
    assert run_until_noted(path, note).trouble == "timeout"
    assert time.monotonic() - started < 1.5 * PATIENCE
    wait_until_gone(wait_for(note))


def test_a_child_that_holds_the_output_open_does_not_hold_us_up(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    path = hook(tmp_path, f"sleep 100 & echo $! > {note}; exit 30")
    assert run(path) == Ran(code=30)
    wait_until_gone(wait_for(note))


def test_a_hook_that_will_not_end_is_killed_with_children_without_number(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    breed = f"breed() {{ while :; do sleep 100 & echo $! >> {pids}; sleep 0.01; done; }}"
    path = hook(tmp_path, f"trap '' TERM; {breed}; breed & breed & breed")
    started = time.monotonic()
    assert run_until_noted(path, pids).trouble == "timeout"
    assert time.monotonic() - started > 2, "it was asked to end before it was made to"
    wait_until_gone(wait_for(pids))


def test_where_the_system_can_only_reap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "waitid", raising=False)
    note = tmp_path / "pid"
    assert run(hook(tmp_path, f"sleep 100 & echo $! > {note}; exit 30")) == Ran(code=30)
    wait_until_gone(wait_for(note))
    assert run(hook(tmp_path, "sleep 100"), timeout=0.1).trouble == "timeout"


def test_a_hook_that_dies_by_a_signal(tmp_path: Path) -> None:
    assert run(hook(tmp_path, "kill -9 $$")).trouble == "signal"


def test_a_hook_that_cannot_be_started(tmp_path: Path) -> None:
    path = tmp_path / "hook"
    path.write_text("#!/no/such/interpreter\n", "utf-8")
    path.chmod(0o755)
    assert run(path).trouble == "not_started"
    path.chmod(0o644)
    assert run(path).trouble == "not_started"
    path.unlink()
    assert run(path).trouble == "not_started"
    path.write_bytes(b"neither script nor program")
    path.chmod(0o755)
    assert run(path).trouble == "not_started"


def test_without_room_for_its_files_it_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert run(hook(tmp_path, "exit 10")).trouble == "not_started"
