"""Calls the command line as its owner does, in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from site_case import lay_law_aside
from sitegen.cli.entry import run


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What one call left behind."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def sitegen(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """`sitegen("build", "--strict")` in an empty folder; texts without no-break spaces, which hide in comparisons."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Outcome:
        code = run(args)
        out, err = (text.replace("\u00a0", " ") for text in capsys.readouterr())
        return Outcome(code=code, out=out, err=err)

    return call


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with settings and nothing else."""
    folder = tmp_path / "büro"
    folder.mkdir()
    (folder / "site.yaml").write_text("title: Büro\nurl: https://www.example.org/\n", encoding="utf-8")
    lay_law_aside(folder / "site.yaml")
    return folder
