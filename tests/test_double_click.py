"""What a new site has to double-click does what it says, wherever the site lies and whatever its folder is called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from sitegen.scaffold.double_click import double_click_files
from sitegen.scaffold.new_file import make_files

NAMES = ("Vorschau", "Veröffentlichen")
COMMANDS = {"Vorschau": "serve", "Veröffentlichen": "publish"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a name that shells could misread, and in it a program that says how it was called."""
    folder = tmp_path / "Büro $(touch mark) 'Süd' & Co"
    assert make_files(folder, tuple(double_click_files())) == ()
    return folder


def with_program(folder: Path) -> None:
    program = folder / ".venv" / "bin" / "sitegen"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "gerufen: $* in $(pwd)"\n', "utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize("name", NAMES)
def test_on_macos(site: Path, name: str) -> None:
    with_program(site)
    file = site / f"{name}.command"
    assert os.access(file, os.X_OK)
    finished = subprocess.run([str(file)], cwd="/", capture_output=True, check=True)
    assert f"gerufen: {COMMANDS[name]} in {site}" in finished.stdout.decode()
    assert not (site / "mark").exists()


@pytest.mark.parametrize("name", NAMES)
def test_on_linux(site: Path, name: str) -> None:
    """As a desktop reads it: escapes of the value, quotes of `Exec`, and %k replaced by the file itself."""
    with_program(site)
    file = site / f"{name}.desktop"
    lines = dict(line.split("=", 1) for line in file.read_text("utf-8").splitlines() if "=" in line)
    assert lines["Terminal"] == "true"
    value = lines["Exec"].replace("\\\\", "\\")
    parted = subprocess.run(["/bin/sh", "-c", f"printf '%s\\0' {value}"], capture_output=True, check=True).stdout
    command = [str(file) if word == "%k" else word for word in parted.decode().split("\0")[:-1]]
    finished = subprocess.run(command, cwd="/", capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert f"gerufen: {COMMANDS[name]} in {site}" in finished.stdout.decode()
    assert not (site / "mark").exists()


@pytest.mark.parametrize("name", NAMES)
def test_on_windows(site: Path, name: str) -> None:
    """Not run here: its line ends, its letters and its call are looked at."""
    content = (site / f"{name}.bat").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    text = content.decode()
    assert text.index("chcp 65001") < text.index("können")
    assert f'"%sitegen%" {COMMANDS[name]}\r\n' in text
    assert 'cd /d "%~dp0"' in text


def test_without_the_program_a_sentence_says_where_to_look(site: Path) -> None:
    finished = subprocess.run(
        ["/bin/sh", str(site / "Vorschau.command")], capture_output=True, check=True, env={"PATH": "/usr/bin:/bin"}
    )
    assert "sitegen ist auf diesem Rechner noch nicht eingerichtet" in finished.stdout.decode()
