"""The code version follows the code and its surroundings, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.build.memory.code_version import code_version, installed, version_of


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "package/room").mkdir(parents=True)
    (tmp_path / "package/a.py").write_bytes(b"A = 1\n")
    (tmp_path / "package/room/b.py").write_bytes(b"B = 2\n")
    return tmp_path / "package"


def test_an_edited_line_is_another_version(package: Path) -> None:
    before = version_of(package, [])
    (package / "room/b.py").write_bytes(b"B = 3\n")
    assert version_of(package, []) != before


def test_a_moved_line_is_another_version(package: Path) -> None:
    before = version_of(package, [])
    (package / "a.py").write_bytes(b"A = 1\nB")
    (package / "room/b.py").write_bytes(b" = 2\n")
    assert version_of(package, []) != before


def test_a_renamed_file_is_another_version(package: Path) -> None:
    before = version_of(package, [])
    (package / "a.py").rename(package / "c.py")
    assert version_of(package, []) != before


def test_time_place_compiled_code_and_the_starter_do_not_matter(package: Path) -> None:
    before = version_of(package, [])
    os.utime(package / "a.py", ns=(1, 1))
    for folder in ("__pycache__", "starter"):
        (package / folder).mkdir()
        (package / folder / "x").write_bytes(b"x")
    moved = package.rename(package.with_name("woanders"))
    assert version_of(moved, []) == before


def test_only_folders_at_the_top_are_left_out(package: Path) -> None:
    (package / "cli").mkdir()
    (package / "room/cli").mkdir()
    before, whole = version_of(package, [], without=frozenset({"cli"})), version_of(package, [])
    (package / "cli/c.py").write_bytes(b"C = 1\n")
    assert version_of(package, [], without=frozenset({"cli"})) == before
    assert version_of(package, []) != whole
    (package / "room/cli/c.py").write_bytes(b"C = 1\n")
    assert version_of(package, [], without=frozenset({"cli"})) != before


def test_another_library_is_another_version(package: Path) -> None:
    assert version_of(package, ["jinja2-3.1.6.dist-info"]) != version_of(package, ["jinja2-3.1.7.dist-info"])
    assert version_of(package, ["a", "b"]) != version_of(package, ["ab"])


def test_installed_libraries_are_found_by_name_and_version(tmp_path: Path) -> None:
    for name in ("Jinja2-3.1.6.dist-info", "alt-1.egg-info", "jinja2", "x.py"):
        (tmp_path / name).mkdir()
    assert installed([str(tmp_path), str(tmp_path / "fehlt"), str(tmp_path)]) == [
        "alt-1.egg-info",
        "jinja2-3.1.6.dist-info",
    ]


def test_the_running_code_has_one_version() -> None:
    assert code_version() == code_version()
    assert len(code_version()) == 16
