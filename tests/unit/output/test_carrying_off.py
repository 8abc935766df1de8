"""Rubbish is carried off by somebody who holds nothing of ours and for whom nobody waits."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

import pytest

from sitegen.output import carrying_off
from sitegen.output.carrying_off import carry_off
from sitegen.output.files import OutputFile
from sitegen.output.place import Place, place_at
from sitegen.output.recovery import finish_interrupted
from sitegen.output.staging import Stage
from waiting import PATIENCE, until

if sys.platform != "linux":
    pytest.skip("elsewhere nobody is sent", allow_module_level=True)

SENDING: Final = """
import fcntl, os, sys
from pathlib import Path
from sitegen.output import carrying_off
from sitegen.output.files import OutputFile
from sitegen.output.place import place_at
carrying_off._FEW = 0
carrying_off._ORDERS = f'read word < {sys.argv[2]}; {carrying_off._ORDERS}'
lock = os.open(sys.argv[1] + "/lock", os.O_CREAT | os.O_RDWR)
fcntl.flock(lock, fcntl.LOCK_EX)
os.set_inheritable(lock, True)
place = place_at(Path(sys.argv[1]), "public")
carrying_off.carry_off(place.stages / "abc", files=5, place=place)
print("done")
"""
"""A program whose envoy waits for a word before it begins."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A place with a stage full of rubbish."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(carrying_off, "_FEW", 0)
    monkeypatch.setattr(carrying_off, "_ORDERS", 'exec rm -rf "$1"')  # a busy disk may take long to be told
    place = place_at(tmp_path.resolve(), "public")
    lay(place.stages / "abc")
    return place


def lay(folder: Path) -> None:
    (folder / "7").mkdir(parents=True)
    for number in range(5):
        (folder / f"7/{number}").write_text("alt", encoding="utf-8")


def rubbish(place: Place) -> list[Path]:
    return list(place.state.glob("rubbish-*"))


def is_gone(place: Place) -> bool:
    return not rubbish(place)


def test_nobody_waits_for_it_and_it_holds_no_lock(place: Place) -> None:
    word = place.site / "word"
    os.mkfifo(word)
    command = [sys.executable, "-c", SENDING, str(place.site), str(word)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout == "done\n"
    assert not (place.stages / "abc").exists()
    assert len(rubbish(place)) == 1
    assert_free(place.site / "lock")
    word.write_text("los\n", encoding="utf-8")
    until(lambda: is_gone(place), "the rubbish is carried off")


def assert_free(lock: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with lock.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_what_is_left_over_is_carried_off_by_the_next_command(place: Place) -> None:
    for name in ("abc", "def"):
        lay(place.state / f"rubbish-{name}")
    assert finish_interrupted(place.site) == ()
    until(lambda: is_gone(place), "the rubbish is carried off")


def test_two_at_once_do_not_harm_each_other(place: Place) -> None:
    lay(place.state / "rubbish-def")
    for _ in range(5):
        assert finish_interrupted(place.site) == ()
    until(lambda: is_gone(place), "the rubbish is carried off")


@pytest.mark.parametrize("refusal", [PermissionError, NotImplementedError])
def test_where_nobody_can_be_sent_it_is_deleted_at_once(
    place: Place, monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise refusal

    monkeypatch.setattr(os, "posix_spawn", refuse)
    carry_off(place.stages / "abc", files=5, place=place)
    assert is_gone(place)
    assert not (place.stages / "abc").exists()


def test_beside_other_threads_it_is_deleted_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    carry_off(place.stages / "abc", files=5, place=place)
    assert is_gone(place)


def test_a_link_among_rubbish_leads_nowhere(place: Place, tmp_path: Path) -> None:
    (tmp_path / "fern").mkdir()
    (tmp_path / "fern/wichtig").touch()
    (place.stages / "abc/7/link").symlink_to(tmp_path / "fern", target_is_directory=True)
    carry_off(place.stages / "abc", files=5, place=place)
    until(lambda: is_gone(place), "the rubbish is carried off")
    assert (tmp_path / "fern/wichtig").exists()


def test_a_state_that_is_no_folder_has_no_rubbish(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    carrying_off.carry_off_leftovers(tmp_path / "file")


def test_a_build_that_fails_has_what_it_laid_ready_carried_off(place: Place) -> None:
    file = OutputFile.holding("seite/index.html", b"nicht fertig")
    with Stage(place) as stage:
        stage.know({file.path: stage.lay_early(file, standing={})})
    assert not place.stages.exists()
    assert not place.out.exists()
    until(lambda: is_gone(place), "the rubbish is carried off")


def test_few_files_are_deleted_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying_off, "_FEW", 5)
    carry_off(place.stages / "abc", files=5, place=place)
    assert is_gone(place)
    assert not (place.stages / "abc").exists()
