"""A commit leaves every file whole, whenever it is cut off, and never touches what is not ours."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from sitegen.output.commit import commit, commit_steps
from sitegen.output.compare import Changes, plan_changes
from sitegen.output.files import OutputFile, digest_of
from sitegen.output.manifest import read_manifest
from sitegen.output.place import Place, place_for
from sitegen.output.recovery import finish_interrupted

Texts = dict[str, str]

OLD: Final[Texts] = {
    "index.html": "alter Anfang",
    "same.html": "bleibt",
    "blog/a/index.html": "alter Beitrag",
    "gone/deep/page.html": "verschwindet",
    "turn": "war eine Datei",
    "fold/x.html": "war in einem Ordner",
}
NEW: Final[Texts] = {
    "index.html": "neuer Anfang",
    "same.html": "bleibt",
    "blog/a/index.html": "neuer Beitrag",
    "blog/b/index.html": "kommt dazu",
    "turn/index.html": "ist nun in einem Ordner",
    "fold": "ist nun eine Datei",
}
FOREIGN: Final[Texts] = {"eigene.txt": "gehört mir", "blog/eigene.txt": "gehört mir auch"}

READY: Final = (
    "stage made",
    "laid ready: blog/b/index.html",
    "laid ready: turn/index.html",
    "laid ready: index.html",
    "laid ready: blog/a/index.html",
    "laid ready: fold",
    "manifest laid ready",
    "journal laid ready",
)
MOVED: Final = (
    "journal stands",
    "deleted: fold/x.html",
    "folder deleted: fold",
    "deleted: turn",
    "in place: blog/b/",
    "in place: turn/",
    "in place: index.html",
    "in place: blog/a/index.html",
    "in place: fold",
    "deleted: gone/deep/page.html",
    "folder deleted: gone/deep",
    "folder deleted: gone",
    "manifest in place",
    "journal closed",
    "stage cleared",
)
ACROSS: Final = 2 * 5
"""Steps more for five files that move to another file system."""


def place_in(folder: Path) -> Place:
    site = folder / "site"
    site.mkdir(exist_ok=True)
    place = place_for(site, site / "public")
    assert isinstance(place, Place)
    return place


def files_of(texts: Texts) -> list[OutputFile]:
    return [OutputFile.holding(path, text.encode()) for path, text in texts.items()]


def planned(texts: Texts, place: Place) -> Changes:
    return plan_changes(files_of(texts), read_manifest(place)[0], place=place)


def build(texts: Texts, place: Place) -> Changes:
    changes = planned(texts, place)
    assert commit(changes, place=place) == ()
    return changes


def lay(texts: Texts, folder: Path) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def found_in(folder: Path) -> Texts:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def folders_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def kill_after(step: int, place: Place, versions: list[Texts]) -> None:
    program = Path(__file__).with_name("killed_commit.py")
    done = subprocess.run(
        [sys.executable, str(program), str(place.site), str(place.out), str(step)],
        input=json.dumps(versions),
        text=True,
        check=False,
        capture_output=True,
    )
    assert done.returncode in {-9, 9}, done.stderr


def assert_each_file_is_whole(place: Place) -> None:
    for path, text in found_in(place.out).items():
        known = {texts.get(path) for texts in (OLD, NEW, FOREIGN)}
        assert text in known or Path(path).name.startswith(".sitegen-"), path


def assert_nothing_is_left_over(place: Place) -> None:
    assert not place.journal.exists()
    assert not place.stages.exists() or not list(place.stages.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = place_in(tmp_path)
    build(OLD, place)
    lay(FOREIGN, place.out)
    return place


@pytest.fixture
def far_place(tmp_path: Path, other_disk: Path) -> Place:
    """An output folder on another file system than the site."""
    place = place_for(tmp_path, other_disk / "www")
    assert isinstance(place, Place)
    build(OLD, place)
    lay(FOREIGN, place.out)
    return place


def test_the_steps_are_these_in_this_order(place: Place) -> None:
    assert tuple(commit_steps(planned(NEW, place), place=place)) == READY + MOVED


def test_a_commit_ends_in_the_new_files_and_the_foreign_ones(place: Place) -> None:
    build(NEW, place)
    assert found_in(place.out) == NEW | FOREIGN
    assert folders_in(place.out) == {"blog", "blog/a", "blog/b", "turn"}
    assert_nothing_is_left_over(place)


@pytest.mark.parametrize("step", range(1, len(READY) + 1))
def test_a_kill_before_the_journal_stands_changes_nothing(place: Place, step: int) -> None:
    kill_after(step, place, [NEW])
    assert found_in(place.out) == OLD | FOREIGN
    assert finish_interrupted(place.site) == ()
    assert found_in(place.out) == OLD | FOREIGN
    assert_nothing_is_left_over(place)
    build(NEW, place)
    assert found_in(place.out) == NEW | FOREIGN


@pytest.mark.parametrize("step", range(len(READY) + 1, len(READY + MOVED) + 1))
def test_a_kill_after_the_journal_stands_is_completed(place: Place, step: int) -> None:
    kill_after(step, place, [NEW])
    assert_each_file_is_whole(place)
    was_closed = not place.journal.exists()
    assert [finding.code for finding in finish_interrupted(place.site)] == ([] if was_closed else ["SG613"])
    assert found_in(place.out) == NEW | FOREIGN
    assert folders_in(place.out) == {"blog", "blog/a", "blog/b", "turn"}
    assert_nothing_is_left_over(place)
    assert not planned(NEW, place).written


@pytest.mark.parametrize("step", range(len(READY) + 1, len(READY + MOVED) + ACROSS + 1))
def test_a_kill_is_completed_across_file_systems(far_place: Place, step: int) -> None:
    kill_after(step, far_place, [NEW])
    assert_each_file_is_whole(far_place)
    finish_interrupted(far_place.site)
    assert found_in(far_place.out) == NEW | FOREIGN
    assert_nothing_is_left_over(far_place)


def test_files_across_file_systems_are_not_read_again(far_place: Place) -> None:
    build(NEW, far_place)
    assert planned(NEW, far_place).unchanged == read_manifest(far_place)[0].files


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_time_leaves_every_file_whole(tmp_path: Path, seed: int) -> None:
    """Of odd seeds, files change places with what replaces them."""
    place = place_in(tmp_path)
    versions = [{f"seite-{page}/index.html": mark * 50_000 for page in range(60)} for mark in ("A", "B")]
    program = Path(__file__).with_name("killed_commit.py")
    command = [sys.executable, str(program), str(place.site), str(place.out), "0", *(["swaps"] if seed % 2 else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(versions))
        process.stdin.close()
        while not place.manifest.exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(random.Random(seed).uniform(0, 0.3))
        process.kill()
    whole = [{version[path] for version in versions} for path in versions[0]]
    assert all(text in whole[0] for text in found_in(place.out).values())
    finish_interrupted(place.site)
    assert found_in(place.out) in versions
    build(versions[0], place)
    assert found_in(place.out) == versions[0]


def test_a_second_build_writes_nothing_and_keeps_times(place: Place) -> None:
    build(NEW, place)
    before = {path: written(path) for path in place.site.rglob("*")}
    changes = build(NEW, place)
    assert (changes.created, changes.changed, changes.removed) == ((), (), ())
    assert {path: written(path) for path in place.site.rglob("*")} == before


def written(path: Path) -> tuple[int, int, int]:
    """Which file it is and when it was last written; looking at it changes none of that."""
    status = path.lstat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def test_a_file_with_the_same_bytes_keeps_its_time(place: Place) -> None:
    before = (place.out / "same.html").stat()
    build(NEW, place)
    assert (place.out / "same.html").stat() == before


def test_a_file_is_copied_from_its_source(place: Place, tmp_path: Path) -> None:
    source = tmp_path / "bild.webp"
    source.write_bytes(b"ein Bild")
    file = OutputFile.copying("bild.webp", source, digest=digest_of(b"ein Bild"))
    changes = plan_changes([file], read_manifest(place)[0], place=place)
    assert commit(changes, place=place) == ()
    assert (place.out / "bild.webp").read_bytes() == b"ein Bild"
    assert not plan_changes([file], read_manifest(place)[0], place=place).written


@pytest.mark.parametrize("now", [b"ein anderes Bild", None])
def test_a_source_that_changed_meanwhile_is_a_finding_and_changes_nothing(
    place: Place, tmp_path: Path, now: bytes | None
) -> None:
    source = tmp_path / "bild.webp"
    if now is not None:
        source.write_bytes(now)
    files = [*files_of(NEW), OutputFile.copying("bild.webp", source, digest=digest_of(b"ein Bild"))]
    changes = plan_changes(files, read_manifest(place)[0], place=place)
    assert [finding.code for finding in commit(changes, place=place)] == ["SG611"]
    assert found_in(place.out) == OLD | FOREIGN
    assert_nothing_is_left_over(place)


def test_a_move_that_fails_is_completed_by_the_next_command(place: Place) -> None:
    changes = planned(NEW, place)
    obstacle = place.out / "blog/b/index.html"
    obstacle.mkdir(parents=True)
    (obstacle / "fremd.txt").write_text("kam dazwischen", encoding="utf-8")
    assert [finding.code for finding in commit(changes, place=place)] == ["SG618"]
    assert place.journal.exists()
    (obstacle / "fremd.txt").unlink()
    obstacle.rmdir()
    assert [finding.code for finding in finish_interrupted(place.site)] == ["SG613"]
    assert found_in(place.out) == NEW | FOREIGN


def test_a_commit_over_an_unfinished_one_is_our_mistake(place: Place) -> None:
    kill_after(len(READY) + 3, place, [NEW])
    with pytest.raises(RuntimeError, match="interrupted"):
        commit(planned(NEW, place), place=place)


def test_findings_about_the_plan_change_nothing(place: Place) -> None:
    changes = planned({"eigene.txt/index.html": "geht nicht", "index.html": "neu"}, place)
    assert [finding.code for finding in commit(changes, place=place)] == ["SG607"]
    assert found_in(place.out) == OLD | FOREIGN


def test_two_output_folders_of_one_site_do_not_mix(place: Place) -> None:
    other = place_for(place.site, place.site / "vorschau")
    assert isinstance(other, Place)
    build(NEW, other)
    build({"index.html": "nur dies"}, place)
    assert found_in(other.out) == NEW
    assert found_in(place.out) == {"index.html": "nur dies"} | FOREIGN


def test_a_site_moved_elsewhere_is_completed_there(place: Place) -> None:
    kill_after(len(READY) + 5, place, [NEW])
    moved = place.site.rename(place.site.with_name("umgezogen"))
    assert [finding.code for finding in finish_interrupted(moved)] == ["SG613"]
    assert found_in(moved / "public") == NEW | FOREIGN


def test_a_manifest_is_renewed_when_only_times_changed(place: Place) -> None:
    os.utime(place.out / "index.html", ns=(1, 1))
    assert build(OLD, place).written == ()
    assert read_manifest(place)[0].files["index.html"].mtime_ns == 1
