"""Changes of sources are heard of, and nothing else is."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.serve.watching import Watcher, is_source
from waiting import until


class Ear:
    """Counts what is told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0

    def hear(self) -> None:
        self.count += 1

    def hears(self, act: object = None) -> None:
        before = self.count
        assert callable(act)
        act()
        until(lambda: self.count > before, "a change")
        time.sleep(0.05)  # what belongs to the same burst


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    (tmp_path / "content/blog").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: x\n")
    ear = Ear(tmp_path)
    watcher = Watcher(tmp_path, ear.hear)
    watcher.start()
    until(lambda: watched(ear), "a watcher that watches")
    yield ear
    watcher.stop()
    after = ear.count
    (tmp_path / "site.yaml").write_text("title: danach\n")
    time.sleep(0.05)
    assert ear.count == after


def watched(ear: Ear) -> bool:
    """Whether both threads hear already."""
    before = ear.count
    (ear.root / "content/anfang.md").write_text(str(time.time_ns()))
    time.sleep(0.1)
    heard = ear.count > before
    before = ear.count
    (ear.root / "site.yaml").write_text(f"title: {time.time_ns()}\n")
    time.sleep(0.1)
    return heard and ear.count > before


def test_files_are_written_renamed_and_deleted(ear: Ear) -> None:
    post = ear.root / "content/blog/neu.md"
    ear.hears(lambda: post.write_text("neu"))
    ear.hears(lambda: post.rename(post.with_name("anders.md")))
    ear.hears(lambda: post.with_name("anders.md").unlink())


def test_settings_are_written_and_replaced(ear: Ear) -> None:
    ear.hears(lambda: (ear.root / "site.yaml").write_text("title: y\n"))
    (ear.root / "fertig.tmp").write_text("title: z\n")
    ear.hears(lambda: (ear.root / "fertig.tmp").replace(ear.root / "site.yaml"))


def test_folders_come_go_and_come_again(ear: Ear) -> None:
    layouts = ear.root / "layouts"
    ear.hears(layouts.mkdir)
    ear.hears(lambda: until(lambda: written(ear, layouts / "post.html"), "a folder that is watched"))
    ear.hears(lambda: shutil.rmtree(layouts))


def written(ear: Ear, file: Path) -> bool:
    before = ear.count
    file.write_text(str(time.time_ns()))
    time.sleep(0.05)
    return ear.count > before


def unheard(ear: Ear) -> bool:
    """Whether nothing was heard while no source was written; what went before may still be told the first time."""
    before = ear.count
    for name in (
        "public/index.html",
        ".sitegen/preview/index.html",
        "notiz.txt",
        "content/.datei.md.swp",
        "content/a~",
    ):
        (ear.root / name).parent.mkdir(parents=True, exist_ok=True)
        (ear.root / name).write_text("x")
    time.sleep(0.15)
    return ear.count == before


def test_what_is_no_source_is_not_heard_of(ear: Ear) -> None:
    until(lambda: unheard(ear), "an end of what was heard", seconds=20)


@pytest.mark.parametrize(
    "name", [".#post.md", "post.md~", "4913", ".post.md.swp", "#post.md#", "post.md.tmp", ".DS_Store"]
)
def test_scratch_files_of_editors_are_no_sources(name: str) -> None:
    assert not is_source(name)


@pytest.mark.parametrize("name", ["post.md", "bild.jpg", "style.css", "site.yaml", "über uns.md", "_redirects"])
def test_sources(name: str) -> None:
    assert is_source(name)
