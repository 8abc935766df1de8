"""Builds that are killed, fail, or run twice at once: every file in the output folder is whole at any moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plain_site import SITES, lay_golden_site
from site_case import NOON, SiteCase, codes
from sitegen.build import pipeline, stages
from sitegen.build.lock import SiteLock, take_lock
from sitegen.output.commit import Changes, commit_steps
from sitegen.output.place import Place
from sitegen.output.staging import Stage
from waiting import PATIENCE

DEADLY = Path(__file__).parent / "build_and_die.py"
NEVER = 0
"""The step after which nothing dies."""
FOREIGN = {"fremd.txt": b"nicht von uns", "blog/fremd/notiz.txt": b"auch nicht"}

Files = dict[str, bytes]


def edit(site: SiteCase) -> None:
    """Change, add and remove something of every kind, also a file that becomes a folder."""
    site.edit("site.yaml", "title: Büro Birkenfeld", "title: Büro Buchenfeld")
    site.remove("content/blog/2025-12-29-jahreswechsel.md")
    site.write("content/blog/2026-11-10-neu.md", "---\ntitle: Neu\ndate: 2026-11-10\n---\nNeu.\n")
    site.edit("content/blog/2026-03-05-rechnungen.md", "/alt/rechnung.html]", "/alt/rechnung.html/neu/]")


class Interrupted:
    """One site in three states: as it was built first, edited but not built, and what it shall become."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        site = SiteCase(folder / "edited")
        lay_golden_site(SITES / "blog", site.root)
        site.built()
        for path, content in FOREIGN.items():
            (site.out / path).parent.mkdir(parents=True, exist_ok=True)
            (site.out / path).write_bytes(content)
        self.old = site.files()
        edit(site)
        built = self.copy("built")
        assert built.build().written
        self.new = built.files()
        self.steps = len(steps_of(self.copy("counted")))

    def copy(self, name: str) -> SiteCase:
        """A copy of the edited site with its cache and its output."""
        shutil.copytree(self.folder / "edited", self.folder / name)
        return SiteCase(self.folder / name)

    def assert_whole(self, found: Files) -> None:
        """Every file is the old one or the new one, none is missing that both have, and the foreign ones are there."""
        for path, content in found.items():
            assert content in (self.old.get(path), self.new.get(path)), path
        assert self.old.keys() & self.new.keys() <= found.keys()
        assert found.items() >= FOREIGN.items()


def command_for(site: SiteCase, step: int) -> list[str]:
    """The command that builds the site and dies after a step of its commit."""
    return [sys.executable, str(DEADLY), str(site.root), NOON.isoformat(), str(step)]


def steps_of(site: SiteCase) -> list[str]:
    """The steps of the commit of a build, which is carried out."""
    steps: list[str] = []

    def counting_commit(changes: Changes, *, place: Place, stage: Stage) -> tuple[()]:
        steps.extend(commit_steps(changes, place=place, stage=stage))
        return ()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "commit", counting_commit)
        site.build()
    return steps


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> Interrupted:
    return Interrupted(tmp_path_factory.mktemp("interrupted"))


POINTS = 12


@pytest.mark.slow
@pytest.mark.parametrize("point", range(POINTS))
def test_killed_at_a_step_of_the_commit(point: int, interrupted: Interrupted) -> None:
    step = 1 + point * (interrupted.steps - 1) // (POINTS - 1)
    site = interrupted.copy(f"killed-{point}")
    killed = subprocess.run(command_for(site, step), check=False, timeout=PATIENCE)
    assert killed.returncode not in (0, 1), "it was to be killed"
    interrupted.assert_whole(site.files())
    completed = site.build()
    assert completed.written
    assert site.files() == interrupted.new
    again = site.build()
    assert (codes(again), again.changes.created, again.changes.changed, again.changes.removed) == ([], (), (), ())


def test_the_commit_has_steps_before_and_after_the_point_of_no_return(interrupted: Interrupted) -> None:
    """Else the kills above would all hit one side."""
    steps = steps_of(interrupted.copy("looked-at"))
    turn = steps.index("journal stands")
    assert turn > 10
    assert len(steps) - turn > 10


@pytest.mark.slow
@pytest.mark.parametrize("milliseconds", [150, 300, 450, 600])
def test_killed_from_outside_at_any_time(milliseconds: int, interrupted: Interrupted) -> None:
    site = interrupted.copy(f"shot-{milliseconds}")
    with subprocess.Popen(command_for(site, NEVER)) as process:
        time.sleep(milliseconds / 1000)
        process.kill()
    interrupted.assert_whole(site.files())
    assert site.build().written
    assert site.files() == interrupted.new


def test_a_failed_build_leaves_the_last_good_site_untouched(interrupted: Interrupted) -> None:
    site = interrupted.copy("failed")
    stands = {path: path.stat().st_mtime_ns for path in site.out.rglob("*")}
    site.edit("content/blog/2026-11-02-zu-zweit.md", "Jule ist da.", "[Wer?](niemand.md)")
    result = site.build()
    assert not result.written
    assert codes(result) == ["SG301"]
    assert {path: path.stat().st_mtime_ns for path in site.out.rglob("*")} == stands
    assert site.files() == interrupted.old


def test_a_warning_stops_a_strict_build_and_leaves_the_last_good_site_untouched(interrupted: Interrupted) -> None:
    site = interrupted.copy("strict")
    site.edit("content/blog/2026-11-02-zu-zweit.md", "title:", "image: nah.png\ntitle:")
    (site.root / "content/pictures").mkdir()
    (site.root / "content/pictures/nah.png").write_bytes((SITES / "pictures/content/pictures/weg.png").read_bytes())
    assert not site.build(strict=True).written
    assert site.files() == interrupted.old
    assert site.build().written


@pytest.mark.slow
def test_two_builds_at_once(interrupted: Interrupted) -> None:
    site = interrupted.copy("twice")
    processes = [subprocess.Popen(command_for(site, NEVER)) for _ in range(3)]
    assert [process.wait(PATIENCE) for process in processes] == [0, 0, 0]
    assert codes(site.build()) == []
    assert site.files() == interrupted.new


def test_a_build_that_waits_in_vain_says_so_and_writes_nothing(
    interrupted: Interrupted, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = interrupted.copy("waiting")
    monkeypatch.setattr(pipeline, "take_lock", lambda root: take_lock(root, wait=0.1))
    lock = take_lock(site.root)
    assert isinstance(lock, SiteLock)
    with lock:
        result = site.build()
    assert codes(result) == ["SG617"]
    assert not result.written
    assert site.files() == interrupted.old


def test_an_interrupted_build_that_cannot_be_completed_stops_the_next_before_it_writes(
    interrupted: Interrupted,
) -> None:
    """The disk refuses what recovery needs: then nothing may be written, and nobody may see a traceback."""
    site = interrupted.copy("stuck")
    with pytest.MonkeyPatch.context() as patch:

        def cut(changes: Changes, *, place: Place, stage: Stage) -> tuple[()]:
            for step in commit_steps(changes, place=place, stage=stage):
                if step == "journal stands":
                    raise KeyboardInterrupt
            return ()

        patch.setattr(stages, "commit", cut)
        with pytest.raises(KeyboardInterrupt):
            site.build()
    (state,) = (site.root / ".sitegen/outputs").iterdir()
    shutil.rmtree(site.out)
    (state / "manifest.new").mkdir()
    result = site.build()
    assert not result.written
    assert len(codes(result)) == 1
    (state / "manifest.new").rmdir()
    assert site.build().written
    assert site.files() == {path: content for path, content in interrupted.new.items() if path not in FOREIGN}


def test_two_output_folders_do_not_disturb_each_other(interrupted: Interrupted, tmp_path: Path) -> None:
    site = interrupted.copy("two-folders")
    assert site.build(out=tmp_path / "other").written
    assert site.files() == interrupted.old
    other = {
        path.relative_to(tmp_path / "other").as_posix() for path in (tmp_path / "other").rglob("*") if path.is_file()
    }
    assert other == interrupted.new.keys() - FOREIGN.keys()
