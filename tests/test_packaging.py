"""The wheel is whole: installed elsewhere, it makes and builds a site."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PIP: Final = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
SCRIPTS: Final = "Scripts" if os.name == "nt" else "bin"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*PIP, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a fresh environment with the wheel; what it depends on is borrowed from this environment."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    scripts = environment / SCRIPTS
    subprocess.run([*PIP, "--python", scripts / "python", "install", "--quiet", "--no-deps", wheel], check=True)
    packages = sysconfig.get_path("purelib", scheme="venv", vars={"base": str(environment)})
    # Only the folder itself is borrowed: path files in it, such as that of an editable install, do not count.
    Path(packages, "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts


def run(scripts: Path, program: str, *args: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run an installed program in the folder `at`."""
    return subprocess.run([scripts / program, *args], cwd=at, capture_output=True, check=False, encoding="utf-8")


def test_the_wheel_holds_program_theme_and_starter_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"sitegen"}
    data = (
        "py.typed",
        "scaffold/templates/README.md",
        "inbox/hooks/v1.schema.json",
        "cli/inbox/inbox.yaml",
        "starter/site.yaml",
    )
    for path in ("cli/entry.py", "build/pipeline.py", *data):
        assert f"sitegen/{path}" in names
    for folder in ("content", "layouts", "static"):
        packaged = {name for name in names if name.startswith(f"sitegen/starter/{folder}/")}
        assert packaged == {f"sitegen/starter/{path}" for path in _tracked(folder)}


def test_an_installed_program_makes_and_builds_a_site(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "sitegen", "--version", at=tmp_path).stdout.startswith("sitegen ")
    made = run(installed, "sitegen", "new", "mein-buero", at=tmp_path)
    assert made.returncode == 0, made.stderr
    built = run(installed, "sitegen", "build", at=tmp_path / "mein-buero")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "mein-buero/public/index.html").is_file()


def test_the_installed_program_is_not_this_checkout(installed: Path, tmp_path: Path) -> None:
    shown = run(installed, "python", "-c", "import sitegen; print(sitegen.__file__)", at=tmp_path)
    assert Path(shown.stdout.strip()).is_relative_to(installed.parent)


def _tracked(folder: str) -> set[str]:
    """What git knows of `folder`: the wheel shall not take along what happens to lie there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    return {path for path in listed.stdout.split("\0") if path}
