"""Only one build of a site runs at a time, and none is kept out by one that has died."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from sitegen.build.lock import SiteLock, lock_on, stand_in_for, take_lock
from sitegen.diagnostics import Diagnostic
from waiting import PATIENCE

HOLD = """
import sys, time
from pathlib import Path
from sitegen.build.lock import take_lock
lock = take_lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def code_of(found: SiteLock | Diagnostic) -> str:
    if isinstance(found, Diagnostic):
        return found.code
    found.release()
    return ""


def test_a_second_build_is_told_to_wait(tmp_path: Path) -> None:
    with take_lock_surely(tmp_path):
        found = take_lock(tmp_path, wait=0)
        assert isinstance(found, Diagnostic)
        assert (found.code, found.span.file) == ("SG617", ".sitegen/lock")
        assert "0\N{NO-BREAK SPACE}s" in found.message
    assert code_of(take_lock(tmp_path, wait=0)) == ""


def take_lock_surely(site: Path) -> SiteLock:
    lock = take_lock(site, wait=0)
    assert isinstance(lock, SiteLock)
    return lock


def test_two_sites_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with take_lock_surely(tmp_path / "a"), take_lock_surely(tmp_path / "b"):
        pass


def test_a_site_reached_by_another_name_is_the_same_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "name").symlink_to(tmp_path / "site", target_is_directory=True)
    with take_lock_surely(tmp_path / "site"):
        assert code_of(take_lock(tmp_path / "name", wait=0)) == "SG617"


def test_releasing_twice_is_harmless(tmp_path: Path) -> None:
    lock = take_lock_surely(tmp_path)
    lock.release()
    with take_lock_surely(tmp_path):
        lock.release()
        assert code_of(take_lock(tmp_path, wait=0)) == "SG617"


def test_a_killed_build_blocks_nobody(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        assert code_of(take_lock(tmp_path, wait=0.1)) == "SG617"
        process.kill()
        assert code_of(take_lock(tmp_path, wait=PATIENCE)) == ""


def test_waiting_ends_as_soon_as_the_other_build_does(tmp_path: Path) -> None:
    program = HOLD.replace("sleep(60)", "sleep(0.3)")
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begun = time.monotonic()
        assert code_of(take_lock(tmp_path, wait=2 * PATIENCE)) == ""
        assert time.monotonic() - begun < PATIENCE


def test_a_site_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / ".sitegen").write_text("", encoding="utf-8")
    assert code_of(take_lock(tmp_path, wait=0)) == "SG618"


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("links are for administrators there")
    (tmp_path / "link").symlink_to(tmp_path / "ziel")
    with pytest.raises(OSError, match="link"):
        lock_on(tmp_path / "link")
    assert not (tmp_path / "ziel").exists()


def test_the_stand_in_lies_on_the_own_disk_and_differs_by_site(tmp_path: Path) -> None:
    one, other = stand_in_for(tmp_path / "a"), stand_in_for(tmp_path / "b")
    assert one != other
    assert one == stand_in_for(tmp_path / "a")
    assert one.parent == Path(tempfile.gettempdir())
