"""What could make a changed site pass for an unchanged one, and what must not end a build that only looks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

from rights import NOBODY, as_nobody, open_folder
from site_case import SiteCase, codes
from sitegen.build.memory.standing import look_at, still_the_same

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was last touched")


def test_settings_that_are_a_link_are_read(tmp_path: Path) -> None:
    """As two sites share them: the link stays as it is when what it leads to is written."""
    site = SiteCase.of(tmp_path / "site", {"content/index.md": "---\ntitle: Start\n---\n\nHallo.\n"})
    shared = (site.root / "site.yaml").rename(tmp_path / "gemeinsam.yaml")
    (site.root / "site.yaml").symlink_to(shared)
    site.build()
    shared.write_text(shared.read_text().replace("Büro Test", "Büro Anders"))
    site.build()
    assert "Büro Anders" in (site.out / "index.html").read_text()


def test_nothing_is_said_of_a_link(tmp_path: Path) -> None:
    (tmp_path / "ziel").touch()
    (tmp_path / "link").symlink_to(tmp_path / "ziel")
    assert look_at([tmp_path / "link"]).stamp == ""


def test_where_the_site_lives_is_told_again(tmp_path: Path) -> None:
    """The preview finds pages by it."""
    files = {"content/index.md": "---\ntitle: Start\n---\n\nHallo.\n"}
    site = SiteCase.of(tmp_path, files, settings="title: Büro\nurl: https://www.example.org/va/\n")
    first, second = site.build(), site.build()
    assert second.changes.unchanged
    assert (second.base, second.home) == (first.base, first.home)
    assert second.base == "/va"


@pytest.mark.parametrize("folder", ["content", "content/blog"])
def test_a_folder_that_may_not_be_read_is_told_of_as_before(folder: str) -> None:
    with open_folder() as root:
        site = SiteCase.of(root / "site", {}).post("brief", "Ein Brief.")
        site.build()
        hand_over(root)
        with as_nobody(), locked(site.root / folder):
            result = site.build()
    assert "SG125" in codes(result)


def hand_over(top: Path) -> None:
    """To whoever builds."""
    for path in (top, *top.rglob("*")) if os.geteuid() == 0 else ():
        os.chown(path, NOBODY, -1)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    mode = folder.stat().st_mode
    folder.chmod(0)
    try:
        yield
    finally:
        folder.chmod(mode)


def test_what_goes_while_one_looks_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Editors write a scratch file and rename it away at any moment."""
    for name in ("a.md", "b.md~"):
        (tmp_path / name).write_text("x")
    scandir = os.scandir

    def late(path: Any) -> Any:  # noqa: ANN401 -- the system's own
        found = list(scandir(path))
        (tmp_path / "b.md~").unlink(missing_ok=True)
        return _Closing(found)

    monkeypatch.setattr(os, "scandir", late)
    look = look_at([tmp_path])
    monkeypatch.undo()
    assert not still_the_same(look, look_at([tmp_path]))


class _Closing(list[Any]):
    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        return
