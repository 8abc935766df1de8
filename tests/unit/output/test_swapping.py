"""Files that change places with what replaces them: cut off anywhere, a commit ends as if each had been replaced."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from sitegen.output import carrying_off, journal
from sitegen.output.commit import Changes, commit, commit_steps, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.moving import put_in_place
from sitegen.output.place import Place, place_at
from sitegen.output.recovery import finish_interrupted
from sitegen.output.swapping import Swap, swapper

Texts = dict[str, str]

OLD: Final[Texts] = {
    "index.html": "alter Anfang",
    "same.html": "bleibt",
    "a/index.html": "altes a",
    "b/index.html": "altes b",
    "gone/index.html": "geht",
}
NEW: Final[Texts] = {
    "index.html": "neuer Anfang",
    "same.html": "bleibt",
    "a/index.html": "neues a",
    "b/index.html": "neues b",
    "c/index.html": "kommt",
}
STEPS: Final = 17


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every move swaps, and rubbish is deleted at once, as where no process is allowed."""

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError

    if sys.platform != "linux":
        pytest.skip("names change places on Linux alone")
    monkeypatch.setattr(carrying_off, "_FEW", 0)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "posix_spawn", refuse)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = place_at(tmp_path.resolve(), "public")
    assert commit(planned(OLD, place), place=place) == ()
    return place


def planned(texts: Texts, place: Place) -> Changes:
    files = [OutputFile.holding(path, text.encode()) for path, text in texts.items()]
    return plan_changes(files, read_manifest(place)[0], place=place)


def found_in(folder: Path) -> Texts:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def staged(place: Place) -> set[str]:
    """The texts of what lies in the stage."""
    return {text for path, text in found_in(place.stages).items() if not path.endswith(".json")}


def until(last: str, place: Place) -> None:
    """Commit as far as this step and no further."""
    steps = commit_steps(planned(NEW, place), place=place)
    assert any(step == last for step in steps)


def test_what_is_replaced_lies_in_the_stage(place: Place) -> None:
    until("journal closed", place)
    assert staged(place) == {"alter Anfang", "altes a", "altes b"}
    assert finish_interrupted(place.site) == ()
    assert found_in(place.out) == NEW
    assert not place.stages.exists()


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_commit_cut_off_anywhere_is_completed_or_has_changed_nothing(place: Place, step: int) -> None:
    done = list(islice(commit_steps(planned(NEW, place), place=place), step))
    known = {(path, text) for texts in (OLD, NEW) for path, text in texts.items()}
    assert found_in(place.out).items() <= known
    assert found_in(place.out).keys() >= OLD.keys() & NEW.keys()
    finish_interrupted(place.site)
    assert found_in(place.out) == (NEW if "journal stands" in done else OLD)
    assert finish_interrupted(place.site) == ()
    assert commit(planned(NEW, place), place=place) == ()
    assert found_in(place.out) == NEW
    assert sorted(path.name for path in place.state.iterdir()) == ["manifest.json"]


def test_the_steps_above_are_all(place: Place) -> None:
    assert len(list(commit_steps(planned(NEW, place), place=place))) == STEPS


def test_a_recovery_cut_off_is_completed_by_the_next(place: Place) -> None:
    until("in place: index.html", place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "put_in_place", until_manifest)
        with pytest.raises(KeyboardInterrupt):
            finish_interrupted(place.site)
    assert found_in(place.out).items() >= NEW.items()
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place.out) == NEW


def until_manifest(staged: str, target: str, *, spare: str) -> Iterator[str]:
    """Put everything in place but the manifest, which is the last."""
    if target.endswith("manifest.json"):
        raise KeyboardInterrupt
    yield from put_in_place(staged, target, spare=spare)


@pytest.mark.parametrize("leads_to", ["fern", "nirgends", "same.html"])
def test_a_link_that_was_replaced_does_not_come_back(place: Place, tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "fern").write_text("neuer Anfang", encoding="utf-8")
    (place.out / "index.html").unlink()
    (place.out / "index.html").symlink_to(tmp_path / leads_to)
    until("in place: index.html", place)
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert not (place.out / "index.html").is_symlink()
    assert found_in(place.out) == NEW
    assert (tmp_path / "fern").read_text(encoding="utf-8") == "neuer Anfang"


def test_a_folder_that_comes_meanwhile_is_not_carried_off(place: Place) -> None:
    changes = planned(NEW, place)
    (place.out / "b/index.html").unlink()
    (place.out / "b/index.html").mkdir()
    (place.out / "b/index.html/fremd").write_text("gehört mir", encoding="utf-8")
    assert [finding.code for finding in commit(changes, place=place)] == ["SG618"]
    assert found_in(place.out)["b/index.html/fremd"] == "gehört mir"
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place.out).items() >= {"a/index.html": "neues a", "b/index.html/fremd": "gehört mir"}.items()


def test_a_file_that_goes_meanwhile_comes_back(place: Place) -> None:
    changes = planned(NEW, place)
    (place.out / "a/index.html").unlink()
    assert commit(changes, place=place) == ()
    assert found_in(place.out) == NEW


def test_few_files_are_replaced_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying_off, "_FEW", 10)
    assert swapper(10) is None
    assert swapper(11) is not None


def test_beside_other_threads_files_are_replaced_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert swapper(1_000_000) is None


def test_where_names_cannot_change_places_nothing_happens(tmp_path: Path) -> None:
    swap: Swap | None = swapper(1)
    assert swap is not None
    (tmp_path / "neu").write_text("neu", encoding="utf-8")
    assert not swap(f"{tmp_path}/neu", f"{tmp_path}/fehlt")
    assert found_in(tmp_path) == {"neu": "neu"}
