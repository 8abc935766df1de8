"""What many moves replace is let go beside them: no handle and no thread outlives the commit, whatever stops it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from sitegen.output.commit import commit, commit_steps
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.letting_go import LettingGo
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted

MANY: Final = 300
"""Moves beyond which it is worth it."""
HANDLES: Final = Path("/proc/self/fd")


def planned(mark: str, place: Place) -> Changes:
    files = [OutputFile.holding(f"{number}/index.html", f"{mark}{number}".encode()) for number in range(MANY)]
    return plan_changes(files, read_manifest(place)[0], place=place)


def found_in(place: Place) -> list[str]:
    return [(place.out / f"{number}/index.html").read_text(encoding="utf-8") for number in range(MANY)]


def texts(mark: str) -> list[str]:
    return [f"{mark}{number}" for number in range(MANY)]


def held_in(folder: Path) -> list[str]:
    """What of a folder this process holds open, by our own doing or not; other tests may have left anything else."""
    if not HANDLES.is_dir():
        pytest.skip("this system does not tell of open files")
    found: list[str] = []
    for handle in HANDLES.iterdir():
        with suppress(OSError):  # the one by which we look is gone
            found.append(str(handle.readlink()))
    return [path for path in found if path.startswith(f"{folder}/")]


@contextmanager
def nothing_outlives_it(place: Place) -> Iterator[None]:
    """Neither a handle nor a thread of what is done in the block is there after it."""
    threads = set(threading.enumerate())
    yield
    assert held_in(place.site) == []
    assert set(threading.enumerate()) <= threads


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "site").mkdir()
    place = place_for(tmp_path / "site", tmp_path / "site/public")
    assert isinstance(place, Place)
    assert commit(planned("alt ", place), place=place) == ()
    return place


def test_many_files_are_replaced_and_nothing_is_left_open(place: Place) -> None:
    with nothing_outlives_it(place):
        assert commit(planned("neu ", place), place=place) == ()
    assert found_in(place) == texts("neu ")


@pytest.mark.parametrize("moved", [1, 15, 16, 17, 150, MANY])
def test_a_commit_cut_off_among_many_moves_is_completed(place: Place, moved: int) -> None:
    with nothing_outlives_it(place):
        steps = commit_steps(planned("neu ", place), place=place)
        list(islice(steps, 1 + MANY + 3 + moved))
        found = found_in(place)
        assert found == texts("neu ")[:moved] + texts("alt ")[moved:]
        steps.close()  # type: ignore[attr-defined] # it is a generator, said to be less
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place) == texts("neu ")
    assert not planned("neu ", place).written


def test_a_move_that_fails_leaves_nothing_open(place: Place) -> None:
    changes = planned("neu ", place)
    (place.out / "200/index.html").unlink()
    (place.out / "200/index.html").mkdir()
    (place.out / "200/index.html/fremd").touch()
    with nothing_outlives_it(place):
        assert [finding.code for finding in commit(changes, place=place)] == ["SG618"]


def test_links_in_place_of_files_are_replaced_and_what_they_lead_to_is_kept(place: Place, tmp_path: Path) -> None:
    (tmp_path / "fern").write_text("fern", encoding="utf-8")
    for number in range(0, MANY, 10):
        (place.out / f"{number}/index.html").unlink()
        (place.out / f"{number}/index.html").symlink_to(tmp_path / "fern")
    assert commit(planned("neu ", place), place=place) == ()
    assert found_in(place) == texts("neu ")
    assert (tmp_path / "fern").read_text(encoding="utf-8") == "fern"


def test_where_no_more_files_may_be_open_all_are_replaced_all_the_same(place: Place) -> None:
    resource = pytest.importorskip("resource")
    if not HANDLES.is_dir():
        pytest.skip("this system does not tell of open files")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    changes = planned("neu ", place)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(list(HANDLES.iterdir())) + 12, limits[1]))
    try:
        assert commit(changes, place=place) == ()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert found_in(place) == texts("neu ")


def test_few_moves_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "seite").touch()
    with LettingGo(2) as old:
        old.hold(str(tmp_path / "seite"))
        assert held_in(tmp_path) == []


def test_what_is_held_is_whole_until_it_is_let_go(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("nothing is held there")
    path = tmp_path / "seite"
    path.write_text("alt", encoding="utf-8")
    with LettingGo(MANY) as old:
        old.hold(str(path))
        assert held_in(tmp_path) == [str(path)]
        path.unlink()
    assert held_in(tmp_path) == []


def test_where_no_thread_may_be_started_files_are_let_go_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with nothing_outlives_it(place):
        assert commit(planned("neu ", place), place=place) == ()
    assert found_in(place) == texts("neu ")
