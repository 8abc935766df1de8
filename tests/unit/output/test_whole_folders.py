"""New folders come into place as a whole, and only where that ends as if each file had been moved by itself."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import pytest

from sitegen.output.commit import Changes, commit, commit_steps, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_at
from sitegen.output.recovery import finish_interrupted
from sitegen.output.staging import HOME, Stage
from sitegen.output.whole_folders import is_within, whole_folders

Texts = dict[str, str]

SITE = {
    "index.html": "Anfang",
    "posts/index.html": "Liste",
    "posts/eins/index.html": "eins",
    "posts/zwei/index.html": "zwei",
    "posts/zwei/bild.webp": "Bild",
}
UNTIL_JOURNAL = 1 + len(SITE) + 3


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_at(tmp_path.resolve(), "public")


def files_of(texts: Texts) -> list[OutputFile]:
    return [OutputFile.holding(path, text.encode()) for path, text in texts.items()]


def planned(texts: Texts, place: Place) -> Changes:
    return plan_changes(files_of(texts), read_manifest(place)[0], place=place)


def found_in(place: Place) -> Texts:
    files = [path for path in place.out.rglob("*") if path.is_file()]
    return {path.relative_to(place.out).as_posix(): path.read_text(encoding="utf-8") for path in files}


def in_place(steps: list[str]) -> list[str]:
    return [step.removeprefix("in place: ") for step in steps if step.startswith("in place: ")]


def test_all_new_pages_move_in_one_stroke(place: Place) -> None:
    steps = list(commit_steps(planned(SITE, place), place=place))
    assert in_place(steps) == ["posts/", "index.html"]
    assert found_in(place) == SITE
    assert not planned(SITE, place).written


def test_beside_what_stands_each_new_folder_moves_by_itself(place: Place) -> None:
    assert commit(planned({"posts/index.html": "alt"}, place), place=place) == ()
    steps = list(commit_steps(planned(SITE, place), place=place))
    assert in_place(steps) == ["posts/eins/", "posts/zwei/", "index.html", "posts/index.html"]
    assert found_in(place) == SITE


@pytest.mark.parametrize("lost", [None, "posts/eins/index.html", "posts/zwei/bild.webp"])
def test_a_commit_cut_off_before_the_folders_moved_is_completed(place: Place, lost: str | None) -> None:
    """A power cut may have taken the bytes of one file: then that one alone stays away."""
    *_, last = islice(commit_steps(planned(SITE, place), place=place), UNTIL_JOURNAL)
    assert last == "journal stands"
    if lost:
        (next(place.stages.iterdir()) / HOME / lost).write_bytes(b"")
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place) == {path: text for path, text in SITE.items() if path != lost}
    assert commit(planned(SITE, place), place=place) == ()
    assert found_in(place) == SITE


def test_a_commit_cut_off_after_the_folders_moved_is_completed(place: Place) -> None:
    *_, last = islice(commit_steps(planned(SITE, place), place=place), UNTIL_JOURNAL + 1)
    assert last == "in place: posts/"
    assert found_in(place) == {path: text for path, text in SITE.items() if "/" in path}
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place) == SITE


@pytest.mark.parametrize("theirs", [{}, {"posts/fremd": "fremd"}, {"posts/eins/fremd": "fremd"}])
def test_a_folder_that_somebody_makes_meanwhile_keeps_what_lies_there(place: Place, theirs: Texts) -> None:
    changes = planned(SITE, place)
    (place.out / "posts").mkdir(parents=True)
    before = (place.out / "posts").stat().st_ino
    for path, text in theirs.items():
        (place.out / path).parent.mkdir(exist_ok=True)
        (place.out / path).write_text(text, encoding="utf-8")
    assert commit(changes, place=place) == ()
    assert found_in(place) == SITE | theirs
    assert (place.out / "posts").stat().st_ino == before


@pytest.mark.parametrize("link", ["posts", "posts/eins"])
def test_nothing_moves_through_a_link_that_somebody_makes_meanwhile(place: Place, tmp_path: Path, link: str) -> None:
    changes = planned(SITE, place)
    (tmp_path / "fern").mkdir()
    (place.out / link).parent.mkdir(parents=True)
    (place.out / link).symlink_to(tmp_path / "fern", target_is_directory=True)
    assert [finding.code for finding in commit(changes, place=place)] == ["SG618"]
    assert list((tmp_path / "fern").iterdir()) == []
    (place.out / link).unlink()
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place) == SITE


@pytest.mark.parametrize("path", ["posts/drei/index.html", "posts/eins/index.html"])
def test_what_is_laid_ready_early_and_not_wanted_does_not_come_along(place: Place, path: str) -> None:
    early = OutputFile.holding(path, b"noch nicht fertig")
    with Stage(place) as stage:
        stage.know({early.path: stage.lay_early(early, standing={})})
        assert commit(planned(SITE, place), place=place, stage=stage) == ()
    assert found_in(place) == SITE


def test_two_paths_that_are_one_in_the_stage_are_moved_one_by_one(place: Place) -> None:
    """As on a disk that takes `a` and `A` for one name."""
    with Stage(place) as stage:
        (stage.folder / HOME / "posts/eins").mkdir(parents=True)
        (stage.folder / HOME / "posts/eins/index.html").write_text("der andere", encoding="utf-8")
        steps = list(commit_steps(planned(SITE, place), place=place, stage=stage))
    assert in_place(steps)[0] == "posts/zwei/"
    assert found_in(place) == SITE


def test_a_path_too_long_for_the_stage_is_laid_ready_elsewhere(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    make = os.mkdir

    def refusing(path: str, mode: int = 0o777) -> None:
        if f"/{HOME}/posts/zwei" in str(path):
            raise OSError(36, "File name too long")
        make(path, mode)

    with Stage(place) as stage:
        changes = planned(SITE, place)
        steps = commit_steps(changes, place=place, stage=stage)
        with monkeypatch.context() as patch:
            patch.setattr(os, "mkdir", refusing)
            before = list(islice(steps, UNTIL_JOURNAL))
        assert before[-1] == "journal stands"
        assert in_place(list(steps))[0] == "posts/eins/"
    assert found_in(place) == SITE


def test_a_source_is_copied_into_its_new_folder(place: Place, tmp_path: Path) -> None:
    source = tmp_path / "bild.webp"
    source.write_bytes(b"Bild")
    file = OutputFile.copying("bilder/bild.webp", source, digest=OutputFile.holding("x", b"Bild").digest)
    steps = list(commit_steps(plan_changes([file], read_manifest(place)[0], place=place), place=place))
    assert in_place(steps) == ["bilder/"]
    assert (place.out / "bilder/bild.webp").read_bytes() == b"Bild"


def test_the_topmost_folders_alone_are_named() -> None:
    missing = {"a", "a/b", "a/c", "d", "d/e", "d/f"}
    at_home = {"a/b/x": True, "a/c/x": True, "d/e/x": True, "d/f/x": False, "y": True}
    assert whole_folders(missing, at_home) == ("a", "d/e")


def test_what_is_within_a_folder() -> None:
    assert is_within("a/b/c", {"a"})
    assert not is_within("ab/c", {"a"})
    assert not is_within("a", {"a"})
    assert not is_within("a/b", set())


def test_a_page_laid_ready_twice_comes_as_it_was_laid_last(place: Place) -> None:
    """As where the policies of a site turn out others than it seemed."""
    early = OutputFile.holding("posts/eins/index.html", b"noch nicht fertig")
    with Stage(place) as stage:
        stage.lay_early(early, standing={})
        stage.know({file.path: stage.lay_early(file, standing={}) for file in files_of(SITE)})
        assert commit(planned(SITE, place), place=place, stage=stage) == ()
    assert found_in(place) == SITE
