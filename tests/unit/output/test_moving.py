"""The single acts on the disk keep to the output folder and try again only where that can help."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.output.moving import make_folder, patiently, put_in_place, take_away


class Refusing:
    """An act that another program prevents a number of times."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.calls = 0

    def __call__(self) -> None:
        self.calls += 1
        if self.calls <= self.times:
            raise PermissionError(13, "in use")


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_refused_act_is_tried_again(times: int) -> None:
    act = Refusing(times)
    patiently(act, pauses=(0, 0))
    assert act.calls == times + 1


def test_patience_has_an_end() -> None:
    act = Refusing(9)
    with pytest.raises(PermissionError):
        patiently(act, pauses=(0, 0))
    assert act.calls == 3


def test_a_folder_is_not_made_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "fern").mkdir()
    (tmp_path / "out/a").symlink_to(tmp_path / "fern", target_is_directory=True)
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "out", "a/b", known=set())
    assert not (tmp_path / "fern/b").exists()


def test_a_staged_file_that_is_gone_counts_as_moved(tmp_path: Path) -> None:
    (tmp_path / "ziel").write_text("schon da", encoding="utf-8")
    assert list(put_in_place(f"{tmp_path}/weg", f"{tmp_path}/ziel", spare=f"{tmp_path}/x")) == []
    assert (tmp_path / "ziel").read_text(encoding="utf-8") == "schon da"


def test_a_deletion_cut_off_before_its_folders_went_is_completed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert list(take_away(tmp_path, "a/b/c")) == ["folder deleted: a"]


def test_a_folder_that_keeps_something_stays(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").touch()
    (tmp_path / "a/fremd").touch()
    assert list(take_away(tmp_path, "a/b/c")) == ["deleted: a/b/c", "folder deleted: a/b"]


def test_empty_folders_beyond_a_link_stay(tmp_path: Path) -> None:
    (tmp_path / "fern/b").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a").symlink_to(tmp_path / "fern", target_is_directory=True)
    assert list(take_away(tmp_path / "out", "a/b/c")) == []
    assert (tmp_path / "fern/b").is_dir()
    assert (tmp_path / "out/a").is_symlink()


def test_a_folder_in_place_of_a_file_to_delete_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert list(take_away(tmp_path, "a")) == []
    assert (tmp_path / "a").is_dir()
