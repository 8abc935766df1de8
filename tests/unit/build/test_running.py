"""The code that runs is known without reading it where it stands as it stood, and only there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plain_site import lay_plain_layouts
from site_case import NOON
from sitegen.build.errand import worth_a_copy
from sitegen.build.memory import running, unchanged
from sitegen.build.memory.code_version import surroundings
from sitegen.build.memory.running import Code, code_places, code_running, code_seen, keep_code, read_code
from sitegen.build.memory.standing import glance_at
from sitegen.build.memory.unchanged import Before
from sitegen.build.pipeline import build
from sitegen.build.result import BuildOptions
from sitegen.output.place import Place, place_for
from sitegen.sources.scan import Glance

CODE = Code(whole="1", pictures="2", theme="3")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was last touched")


class Program:
    """A program of two folders, in place of this one."""

    def __init__(self, folder: Path) -> None:
        self.package, self.layouts, self.record = folder / "package", folder / "layouts", folder / "code"
        self.entry, self.module = self.package / "a.py", self.package / "room/b.py"
        self.layout = self.layouts / "c.html"
        for file in (self.module, self.layout, self.entry):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("eins", "utf-8")

    def glance(self) -> Glance | None:
        return glance_at([self.record, *code_places()])

    def seen(self) -> Code | None:
        return code_seen(self.record, self.glance())


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = Program(tmp_path)
    monkeypatch.setattr(running, "_PACKAGE", made.package)
    monkeypatch.setattr(running, "packaged_folder", made.layouts.with_name)
    keep_code(made.record, made.glance(), CODE)
    return made


def test_what_stands_is_known(program: Program) -> None:
    assert program.seen() == CODE


@pytest.mark.parametrize(
    "change",
    [
        lambda program: program.module.write_text("zwei", "utf-8"),
        lambda program: program.layout.write_text("zwei", "utf-8"),
        lambda program: program.entry.write_text("zwei", "utf-8"),
        lambda program: program.module.rename(program.module.with_name("d.py")),
        lambda program: program.layout.with_name("new.html").touch(),
        lambda program: program.record.write_bytes(program.record.read_bytes()[:-1]),
        lambda program: program.record.unlink(),
    ],
    ids=["module", "layout", "entry", "renamed", "new", "damaged", "forgotten"],
)
def test_whatever_changes_is_read(program: Program, change: Callable[[Program], object]) -> None:
    change(program)
    assert program.seen() is None


def test_the_time_of_a_file_is_not_believed(program: Program) -> None:
    before = program.module.stat()
    program.module.write_text("zwei", "utf-8")
    os.utime(program.module, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert program.seen() is None


def test_other_libraries_are_other_code(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "surroundings", lambda: (*surroundings(), "jinja2-4.dist-info"))
    assert program.seen() is None


def test_without_a_glance_nothing_is_known(program: Program) -> None:
    assert code_seen(program.record, None) is None
    program.record.unlink()
    keep_code(program.record, None, CODE)
    assert not program.record.exists()


def test_all_code_that_builds_is_looked_at_and_no_other(program: Program) -> None:
    for name in ("cli/root.py", "__pycache__/x.pyc", "new/deep/module.py"):
        (program.package / name).parent.mkdir(parents=True)
        (program.package / name).touch()
    places = {place.relative_to(program.package.parent).as_posix() for place in code_places()}
    assert places == {"package/a.py", "package/room", "package/new", "layouts"}


def test_a_build_reads_the_code_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_plain_layouts(tmp_path)
    legal = "legal:\n  off: Diese Probe sieht niemand, und niemand bietet hier etwas an.\n"
    (tmp_path / "site.yaml").write_text(f"title: Büro\nurl: https://www.example.org/\n{legal}", "utf-8")
    read, really = [], running.code_running

    def watched(from_copy: Callable[[], Code] | None = None) -> Code:
        read.append(really(from_copy))
        return read[-1]

    monkeypatch.setattr(unchanged, "code_running", watched)
    for text in ("Eins.", "Zwei.", "Drei."):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content/brief.md").write_text(f"---\ntitle: Brief\n---\n\n{text}\n", "utf-8")
        assert build(tmp_path, BuildOptions(now=NOON)).written
    assert read == [code_running()]


@pytest.mark.parametrize("workers", [1, 2])
def test_before_a_first_build_the_code_is_read_by_a_copy_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    taken: list[Code] = []
    monkeypatch.setattr(running, "_taken", taken)
    place = place_for(tmp_path, tmp_path / "public")
    assert isinstance(place, Place)
    before = Before(place, BuildOptions(now=NOON, workers=workers))
    try:
        assert before.is_looked_at_elsewhere == worth_a_copy(workers)
        assert taken == []
        assert before.code() == read_code()
        assert before.glance is not None
    finally:
        before.end()
    assert taken == [code_running()]
