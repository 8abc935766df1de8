"""What a build will change is known before anything is written, and so is what stands in its way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.output.commit import commit
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.files import OutputFile, digest_of
from sitegen.output.manifest import Entry, Manifest, read_manifest
from sitegen.output.place import Place, place_for


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (tmp_path / "site").mkdir()
    place = place_for(tmp_path / "site", tmp_path / "site/public")
    assert isinstance(place, Place)
    place.out.mkdir()
    return place


def planned(place: Place, *paths: str) -> Changes:
    files = [OutputFile.holding(path, path.encode()) for path in paths]
    return plan_changes(files, read_manifest(place)[0], place=place)


def build(place: Place, *paths: str) -> None:
    assert commit(planned(place, *paths), place=place) == ()


def paths_of(files: tuple[OutputFile, ...]) -> list[str]:
    return [file.path for file in files]


def codes_of(changes: Changes) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.file) for finding in changes.findings]


def test_each_file_is_created_changed_unchanged_or_removed(place: Place) -> None:
    build(place, "bleibt", "anders", "geht")
    (place.out / "anders").write_text("von Hand geändert", encoding="utf-8")
    changes = planned(place, "bleibt", "anders", "neu")
    assert paths_of(changes.created) == ["neu"]
    assert paths_of(changes.changed) == ["anders"]
    assert list(changes.unchanged) == ["bleibt"]
    assert changes.removed == ("geht",)


def test_a_folder_that_holds_nothing_but_what_becomes_a_file_is_made_again(place: Place) -> None:
    build(place, "tief/innen/seite")
    build(place, "tief/innen")
    assert (place.out / "tief/innen").read_text(encoding="utf-8") == "tief/innen"


def test_what_stood_and_must_be_written_is_written_whatever_became_of_it(place: Place) -> None:
    build(place, "anders/seite")
    manifest, _ = read_manifest(place)
    stood = {path: entry.digest for path, entry in manifest.files.items()}
    (place.out / "anders/seite").unlink()
    files = [OutputFile.holding("anders/seite", b"neu")]
    assert commit(plan_changes(files, manifest, place=place, stood=stood), place=place) == ()
    assert (place.out / "anders/seite").read_text(encoding="utf-8") == "neu"


def test_two_files_with_one_path_are_our_mistake(place: Place) -> None:
    with pytest.raises(ValueError, match="same path"):
        planned(place, "a", "a")


def test_a_change_of_the_same_length_is_seen_by_its_time(place: Place) -> None:
    build(place, "anders")
    (place.out / "anders").write_text("ANDERS", encoding="utf-8")
    os.utime(place.out / "anders", ns=(1, 1))
    assert paths_of(planned(place, "anders").changed) == ["anders"]


def test_without_a_manifest_files_with_our_bytes_are_ours(place: Place) -> None:
    build(place, "gleich", "alt")
    place.manifest.unlink()
    changes = planned(place, "gleich")
    assert list(changes.unchanged) == ["gleich"]
    assert changes.removed == ()


def test_a_copied_file_is_compared_by_its_digest(place: Place, tmp_path: Path) -> None:
    (place.out / "bild").write_bytes(b"Bild")
    right = OutputFile.copying("bild", tmp_path / "bild", digest=digest_of(b"Bild"))
    wrong = OutputFile.copying("bild", tmp_path / "bild", digest=digest_of(b"Buch"))
    assert not plan_changes([right], Manifest(), place=place).written
    assert plan_changes([wrong], Manifest(), place=place).changed == (wrong,)


def test_what_we_wrote_and_somebody_deleted_is_not_removed_again(place: Place) -> None:
    build(place, "a/weg", "b")
    (place.out / "a/weg").unlink()
    assert planned(place, "b").removed == ()
    build(place, "b")
    assert (place.out / "a").is_dir()


def test_a_foreign_folder_in_place_of_our_old_file_stays(place: Place) -> None:
    build(place, "a", "b")
    (place.out / "a").unlink()
    (place.out / "a").mkdir()
    assert planned(place, "b").removed == ()


def test_a_manifest_that_points_outside_removes_nothing(place: Place) -> None:
    (place.site / "wichtig").write_text("", encoding="utf-8")
    manifest = Manifest(files={"../wichtig": Entry(digest="", size=0, mtime_ns=0)})
    assert plan_changes([], manifest, place=place).removed == ()


def test_a_foreign_folder_where_a_file_is_needed_is_a_finding(place: Place) -> None:
    (place.out / "blog/leer").mkdir(parents=True)
    assert codes_of(planned(place, "blog")) == [("SG606", "public/blog")]


def test_our_folder_with_a_foreign_file_is_not_replaced_by_a_file(place: Place) -> None:
    build(place, "blog/a")
    (place.out / "blog/fremd").write_text("", encoding="utf-8")
    assert codes_of(planned(place, "blog")) == [("SG606", "public/blog")]


def test_our_folder_with_a_link_in_it_is_not_replaced_by_a_file(place: Place, tmp_path: Path) -> None:
    build(place, "blog/a")
    (place.out / "blog/fremd").symlink_to(tmp_path, target_is_directory=True)
    assert codes_of(planned(place, "blog")) == [("SG606", "public/blog")]


def test_a_foreign_file_where_a_folder_is_needed_is_one_finding(place: Place) -> None:
    (place.out / "blog").write_text("fremd", encoding="utf-8")
    assert codes_of(planned(place, "blog/a/index.html", "blog/b")) == [("SG607", "public/blog")]


def test_our_own_file_where_a_folder_is_needed_goes_first(place: Place) -> None:
    build(place, "blog")
    changes = planned(place, "blog/a/index.html")
    assert (changes.blocking, changes.findings) == (("blog",), ())


def test_a_link_to_a_folder_is_never_written_through(place: Place, tmp_path: Path) -> None:
    (place.out / "blog").symlink_to(tmp_path, target_is_directory=True)
    assert codes_of(planned(place, "blog/a")) == [("SG608", "public/blog")]


def test_nothing_is_deleted_through_a_link(place: Place, tmp_path: Path) -> None:
    build(place, "blog/a", "b")
    (place.out / "blog").rename(tmp_path / "woanders")
    (place.out / "blog").symlink_to(tmp_path / "woanders", target_is_directory=True)
    build(place, "b")
    assert (tmp_path / "woanders/a").read_text(encoding="utf-8") == "blog/a"


def test_a_link_in_place_of_a_file_is_replaced_and_its_target_kept(place: Place, tmp_path: Path) -> None:
    (tmp_path / "ziel").write_bytes(b"seite")
    (place.out / "seite").symlink_to(tmp_path / "ziel")
    build(place, "seite")
    assert not (place.out / "seite").is_symlink()
    assert (tmp_path / "ziel").read_bytes() == b"seite"


def test_a_path_that_is_file_and_folder_at_once_is_a_finding(place: Place) -> None:
    assert codes_of(planned(place, "blog", "blog/index.html")) == [("SG609", "public/blog")]
    build(place, "blog")
    assert codes_of(planned(place, "blog", "blog/index.html")) == [("SG609", "public/blog")]


def test_a_name_too_long_for_any_disk_is_a_finding(place: Place) -> None:
    assert planned(place, "ä" * 127 + "/index.html").findings == ()
    changes = planned(place, "ä" * 128 + "/index.html")
    assert [finding.code for finding in changes.findings] == ["SG612"]
    assert "256\N{NO-BREAK SPACE}Bytes" in changes.findings[0].message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is allowed to root")
def test_a_folder_without_rights_is_a_finding(place: Place) -> None:
    build(place, "a/b", "c")
    (place.out / "a").chmod(0o500)
    assert codes_of(planned(place, "a/b", "a/neu", "c")) == [("SG604", "public/a")]
    assert codes_of(planned(place, "c")) == [("SG604", "public/a")]
    (place.out / "a").chmod(0o700)


def test_a_file_whose_name_differs_only_in_case_is_not_deleted_where_both_are_one(place: Place) -> None:
    build(place, "Über/Seite", "Stehend")
    (place.out / "über").mkdir(exist_ok=True)
    # Two names for one file: what a file system without case gives by itself, made here by a hard link.
    if not (place.out / "über/seite").exists():
        (place.out / "über/seite").hardlink_to(place.out / "Über/Seite")
    assert planned(place, "über/seite").removed == ("Stehend",)


def test_a_file_whose_name_differs_only_in_case_goes_where_both_are_two(place: Place) -> None:
    build(place, "Seite")
    if (place.out / "seite").exists():
        pytest.skip("this file system does not know case")
    build(place, "seite")
    assert [path.name for path in place.out.iterdir()] == ["seite"]
