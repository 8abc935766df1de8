"""What is laid ready early is what a commit finds; what is not wanted is gone; what the disk refused is tried again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.output.commit import commit, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_at
from sitegen.output.staging import Laid, Stage

FILE = OutputFile.holding("blog/index.html", b"neu")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_at(tmp_path.resolve(), "public")


def laid_by(place: Place, *files: OutputFile, lay: tuple[OutputFile, ...]) -> Laid:
    """Commit `files`, of which `lay` are laid ready before; the last of these as it was laid."""
    changes = plan_changes(files, read_manifest(place)[0], place=place)
    with Stage(place) as stage:
        laid = {file.path: stage.lay_early(file, standing={}) for file in lay}
        stage.know(laid)
        assert commit(changes, place=place, stage=stage) == ()
    return laid[lay[-1].path]


def test_a_file_laid_early_is_written(place: Place) -> None:
    laid = laid_by(place, FILE, lay=(FILE,))
    assert laid.name
    assert (place.out / FILE.path).read_bytes() == b"neu"
    assert read_manifest(place)[0].files == {FILE.path: laid.entry}


def test_a_file_that_became_another_is_laid_again(place: Place) -> None:
    laid_by(place, FILE, lay=(OutputFile.holding(FILE.path, b"noch nicht fertig"),))
    assert (place.out / FILE.path).read_bytes() == b"neu"


def test_a_file_that_stands_is_not_laid_early(place: Place) -> None:
    with Stage(place) as stage:
        laid = stage.lay_early(FILE, standing={FILE.path: FILE.digest})
    assert (laid.name, laid.entry.digest) == ("", FILE.digest)
    assert not place.stages.exists()


def test_what_is_not_committed_is_gone(place: Place) -> None:
    with Stage(place) as stage:
        assert stage.lay_early(FILE, standing={}).name
        assert stage.folder.exists()
    assert not place.stages.exists()


def test_where_the_disk_refuses_the_commit_asks_again(place: Place) -> None:
    place.stages.parent.mkdir(parents=True)
    place.stages.write_bytes(b"im Weg")
    with Stage(place) as stage:
        assert stage.lay_early(FILE, standing={}).name == ""
        place.stages.unlink()
        stage.know({FILE.path: stage.lay_early(FILE, standing=dict.fromkeys((FILE.path,), FILE.digest))})
        assert commit(plan_changes((FILE,), read_manifest(place)[0], place=place), place=place, stage=stage) == ()
    assert (place.out / FILE.path).read_bytes() == b"neu"
