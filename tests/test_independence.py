"""A site is the same whoever builds it: zone, locale, hash seed, current folder and order of files do not show."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plain_site import SITES, lay_golden_site
from site_case import NOON

PROGRAM = Path(__file__).parent / "build_here.py"
NOTHING: Mapping[str, str] = {}
NAMES = ("blog", "austria", "pictures")

ELSEWHERE: dict[str, dict[str, str]] = {
    "in Los Angeles with the locale C": {
        "TZ": "America/Los_Angeles",
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
    },
    "with an English locale": {"LC_ALL": "en_US.UTF-8", "LANGUAGE": "en"},
    "with a German locale": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    "in Tokyo in ASCII": {
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "1",
        "LC_ALL": "POSIX",
        "PYTHONIOENCODING": "ascii",
    },
}


class Machine:
    """One machine with the golden sites on it, one below another."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "site"
        for name in NAMES:
            lay_golden_site(SITES / name, self.root / name)

    def built(self, name: str, environment: Mapping[str, str] = NOTHING, *, cwd: Path | None = None) -> dict[str, Any]:
        """What became of a site under this environment."""
        command = [sys.executable, str(PROGRAM), str(self.root / name), NOON.isoformat()]
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=cwd or self.root,
            env={**os.environ, **environment},
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        value: dict[str, Any] = json.loads(done.stdout)
        assert value["files"]
        del value["copies"]  # how long they took is another matter
        return value


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    machine = Machine(tmp_path_factory.mktemp("usual"))
    return {name: machine.built(name, {"TZ": "Europe/Berlin"}) for name in NAMES}


@pytest.mark.slow
@pytest.mark.parametrize("environment", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_the_site_is_the_same(environment: dict[str, str], usual: dict[str, Any], tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    assert {name: machine.built(name, environment) for name in NAMES} == usual


@pytest.mark.slow
def test_the_current_folder_does_not_matter(usual: dict[str, Any], tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    assert machine.built("blog", cwd=machine.root / "blog/content") == usual["blog"]


@pytest.mark.slow
def test_a_relative_path_to_the_site_does_not_matter(usual: dict[str, Any], tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    machine.root = Path("site")
    assert machine.built("blog", cwd=tmp_path) == usual["blog"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_which_files_were_made_does_not_matter(seed: int, usual: dict[str, Any], tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    original = machine.root / "pictures"
    files = sorted(path.relative_to(original) for path in original.rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)
    machine.root = tmp_path / "mixed"
    for number, file in enumerate(files):
        target = machine.root / "pictures" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original / file, target)
        os.utime(target, (number, number))
    assert machine.built("pictures") == usual["pictures"]
