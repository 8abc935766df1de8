"""Two versions of the program, each in an environment of its own, build one site into folders of their own.

Everything happens below `.sitegen/update/`; neither the site nor its `public/` is touched. Versions come from wherever
pip is told to look: its own settings hold, so a mirror or a folder of wheels will do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from sitegen.output.place import Place, place_for
from sitegen.publish.reporting.report import BuildReport, Found, read_report

FOLDER: Final = ".sitegen/update"
_SECONDS: Final = 3600


class TrialError(Exception):
    """pip refused; the text is its last line."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A version of the program that is installed."""

    folder: Path
    """Its environment."""

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def number(self) -> str:
        """As it calls itself."""
        code = "from sitegen.about import VERSION; print(VERSION)"
        return _run([str(self.python), "-I", "-c", code]).decode().strip()

    def pins(self) -> dict[str, str]:
        """Every package in the environment and its version, without sitegen and pip."""
        listed = _run([str(self.python), "-I", "-m", "pip", "list", "--format=json", "--disable-pip-version-check"])
        packages = msgspec.json.decode(listed, type=list[dict[str, str]])
        left_out = {"pip", "setuptools", "wheel", "sitegen"}
        return {one["name"].lower(): one["version"] for one in packages if one["name"].lower() not in left_out}


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """A site as one version builds it."""

    out: Path
    errors: tuple[Found, ...] = ()
    """What kept it from being built."""
    crashed: bool = False


def install(folder: Path, requirements: Sequence[str], *, among: Path) -> Version:
    """An environment in `folder` with `requirements`, as pip reads them in the folder `among`. Raises TrialError."""
    import venv

    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=True)
    version = Version(folder=folder)
    arguments = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    _run([str(version.python), "-I", *arguments, *requirements], folder=among)
    return version


def newest(name: str) -> str:
    """The newest release of `name` that pip would install here; empty where it finds none. Raises TrialError."""
    listed = _run([sys.executable, "-I", "-m", "pip", "index", "versions", name, "--disable-pip-version-check"])
    first = listed.decode("utf-8", "replace").partition("\n")[0]
    return first.partition("(")[2].partition(")")[0]


def build_with(version: Version, site: Path, *, out: Path, now: datetime) -> Built:
    """Build `site` with `version`, as of `now`; the finished pages lie in `out` afterwards.

    They are built elsewhere and moved, since no build writes below `.sitegen/`; what it noted of that place goes.
    """
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "public")
        arguments = ["-m", "sitegen", "build", "--site", str(site), "--out", str(place), "--format", "json"]
        finished = subprocess.run(  # noqa: S603 -- our own arguments; no shell
            [str(version.python), "-I", *arguments, "--at", now.isoformat(timespec="minutes")],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
        noted = place_for(site, place)
        if isinstance(noted, Place):
            shutil.rmtree(noted.state, ignore_errors=True)
        if finished.returncode == 0:
            shutil.move(place, out)
    report = read_report(finished.stdout)
    if finished.returncode == 0:
        return Built(out=out)
    return Built(out=out, errors=(report or BuildReport(findings=())).errors, crashed=report is None)


def _run(command: list[str], *, folder: Path | None = None) -> bytes:
    try:
        finished = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 -- no shell
    except subprocess.TimeoutExpired as error:
        raise TrialError(str(error)) from error
    if finished.returncode:
        said = (finished.stderr or finished.stdout).decode("utf-8", "replace").strip().splitlines()
        raise TrialError(next((line for line in reversed(said) if line.startswith("ERROR")), said[-1] if said else ""))
    return finished.stdout
