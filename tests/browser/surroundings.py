"""What these tests need besides Python, where it is found, and what happens where it is not: aloud, or in red."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final, NoReturn

import pytest

IN_A_BROWSER: Final = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
CHROMIUM_NAMES: Final = (
    "chromium-headless-shell",  # first: without windows, menus and extensions it needs a third of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
CHROME_ON_MACOS: Final = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
NODE_MODULES: Final = Path(__file__).parent / "node_modules"


def without(what: str) -> NoReturn:
    """Skip the test, or fail it where CI is set: there everything has to be installed."""
    reason = f"{what} is missing; .ci/tools installs it where it may"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def chromium() -> Path:
    """The browser of this machine."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found:
        return Path(found)
    return CHROME_ON_MACOS if CHROME_ON_MACOS.exists() else without("Chromium")


def from_npm(path: str) -> Path:
    """A file of a package from npm."""
    found = NODE_MODULES / path
    return found if found.exists() else without(path.partition("/")[0])


def node() -> str:
    """Node, which can compress as servers do."""
    return shutil.which("node") or without("Node")


def java() -> str:
    """The Java that the HTML checker runs on."""
    return shutil.which("java") or without("Java")


def html_checker() -> list[str]:
    """The command of the HTML checker, for a folder at its end; it runs once, so its compiler need not try hard."""
    jar = from_npm("vnu-jar/build/dist/vnu.jar")
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]
    return [java(), *quick, "-jar", str(jar), "--format", "json", "--stdout", "--errors-only", "--exit-zero-always"]
