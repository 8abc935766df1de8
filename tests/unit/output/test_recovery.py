"""An interrupted commit is completed, or given up without forgetting what is ours."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from sitegen.output.commit import commit, commit_steps
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.files import OutputFile
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted

OLD = {"index.html": "alt", "geht/weg.html": "weg"}
NEW = {"index.html": "neu", "dazu/index.html": "dazu"}
UNTIL_JOURNAL = 6


def planned(texts: dict[str, str], place: Place) -> Changes:
    files = [OutputFile.holding(path, text.encode()) for path, text in texts.items()]
    return plan_changes(files, read_manifest(place)[0], place=place)


def found_in(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def codes(place: Place) -> list[str]:
    return [finding.code for finding in finish_interrupted(place.site)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A place where a commit was cut off just after its journal stood."""
    (tmp_path / "site").mkdir()
    place = place_for(tmp_path / "site", tmp_path / "site/public")
    assert isinstance(place, Place)
    assert commit(planned(OLD, place), place=place) == ()
    *_, last = islice(commit_steps(planned(NEW, place), place=place), UNTIL_JOURNAL)
    assert last == "journal stands"
    return place


def test_a_site_never_built_has_nothing_to_finish(tmp_path: Path) -> None:
    assert finish_interrupted(tmp_path) == ()


def test_finishing_says_so_once(place: Place) -> None:
    note = finish_interrupted(place.site)[0]
    assert (note.code, note.span.file) == ("SG613", "public")
    assert found_in(place.out) == NEW
    assert codes(place) == []


def test_a_staged_file_that_lost_its_bytes_is_not_moved(place: Place) -> None:
    staged = [path for path in place.stages.rglob("*") if path.is_file() and path.read_bytes() == b"neu"]
    staged[0].write_bytes(b"")
    assert codes(place) == ["SG613"]
    assert found_in(place.out)["index.html"] == "alt"
    assert [file.path for file in planned(NEW, place).written] == ["index.html"]


def test_a_staged_manifest_that_lost_its_bytes_is_not_used(place: Place) -> None:
    stage = next(place.stages.iterdir())
    (stage / "manifest.json").write_bytes(b"")
    assert codes(place) == ["SG613"]
    assert set(read_manifest(place)[0].files) == set(OLD) | set(NEW)


def test_a_commit_that_can_no_longer_be_carried_out_is_given_up(place: Place) -> None:
    (place.out / "dazu/index.html").mkdir(parents=True)
    (place.out / "dazu/index.html/fremd").touch()
    assert codes(place) == ["SG613"]
    assert not place.journal.exists()
    assert [finding.code for finding in planned(NEW, place).findings] == ["SG606"]
    assert planned({}, place).removed == ("geht/weg.html", "index.html")


def test_an_output_folder_that_is_gone_is_not_made_again(place: Place) -> None:
    place.out.rename(place.out.with_name("behalten"))
    assert codes(place) == ["SG613"]
    assert not place.out.exists()
    assert commit(planned(NEW, place), place=place) == ()
    assert found_in(place.out) == NEW


def test_an_output_folder_that_became_a_link_is_not_written_through(place: Place, tmp_path: Path) -> None:
    place.out.rename(tmp_path / "woanders")
    place.out.symlink_to(tmp_path / "woanders", target_is_directory=True)
    assert codes(place) == ["SG613"]
    assert found_in(tmp_path / "woanders") == OLD


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff"])
def test_a_damaged_journal_is_thrown_away_with_its_stage(place: Place, damage: bytes) -> None:
    place.journal.write_bytes(damage)
    assert codes(place) == ["SG614"]
    assert found_in(place.out) == OLD
    assert not place.stages.exists()
    assert commit(planned(NEW, place), place=place) == ()
    assert found_in(place.out) == NEW


def test_a_journal_that_points_outside_is_not_carried_out(place: Place) -> None:
    (place.site / "wichtig").touch()
    text = place.journal.read_text(encoding="utf-8").replace("geht/weg.html", "../wichtig")
    place.journal.write_text(text, encoding="utf-8")
    assert codes(place) == ["SG614"]
    assert (place.site / "wichtig").exists()


def test_a_journal_of_another_output_folder_is_not_carried_out(place: Place) -> None:
    text = place.journal.read_text(encoding="utf-8").replace('"key":"public"', '"key":"content"')
    place.journal.write_text(text, encoding="utf-8")
    assert codes(place) == ["SG614"]
    assert not (place.site / "content").exists()


def test_where_the_disk_refuses_even_giving_up_it_is_an_error(place: Place) -> None:
    (place.out / "dazu/index.html").mkdir(parents=True)
    (place.out / "dazu/index.html/fremd").touch()
    place.manifest.with_suffix(".new").mkdir()
    assert codes(place) == ["SG618"]
    assert place.journal.exists()
