"""Starting is quick: what `sitegen --version` and the small commands may import, and how long the first takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Final

import pytest

PROMISED_SECONDS: Final = 0.1
TRIES: Final = 7

PROBE: Final = """
import json, sys
before = set(sys.modules)
from sitegen.cli.entry import run
run(sys.argv[1:])
names = {name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
print("\\n" + json.dumps(sorted(names)))
"""
HEAVY: Final = {"PIL", "babel", "jinja2", "markdown_it", "pygments", "rich", "selectolax", "slugify", "yaml"}


def imported_by(*args: str) -> set[str]:
    """The libraries that a call imports, standard library aside."""
    done = subprocess.run([sys.executable, "-c", PROBE, *args], capture_output=True, check=True, encoding="utf-8")
    return set(json.loads(done.stdout.rpartition("\n[")[2].join(["[", ""])))


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["inbox", "--help"], ["comment", "--help"]], ids=" ".join)
def test_the_door_imports_click_alone(args: list[str]) -> None:
    assert imported_by(*args) == {"sitegen", "click"}


@pytest.mark.parametrize(
    "args", [["inbox", "list", "--help"], ["inbox", "keys"], ["comment", "add", "--help"]], ids=" ".join
)
def test_only_a_server_imports_a_server(args: list[str]) -> None:
    assert imported_by(*args) & {"starlette", "uvicorn", "httpx", "anyio"} == set()


@pytest.mark.parametrize("args", [["explain", "SG001"], ["schema"], ["add", "--help"], ["fix", "nothing.md"]])
def test_small_commands_import_nothing_heavy(args: list[str]) -> None:
    assert imported_by(*args) & HEAVY == set()


def test_the_version_is_there_at_once() -> None:
    assert min(seconds_for("--version") for _ in range(TRIES)) <= PROMISED_SECONDS


def seconds_for(*args: str) -> float:
    """How long a fresh process works: its processor time, which other tests beside it do not lengthen, where told."""
    began, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-m", "sitegen", *args], capture_output=True, check=True)
    after = os.times()
    worked = after.children_user - before.children_user + after.children_system - before.children_system
    return worked or time.perf_counter() - began
