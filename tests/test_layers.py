"""Imports point down: the storeys of the design, enforced over every import of every module, lazy ones included."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import sitegen
from sitegen.build.memory.code_version import ABOVE

pytestmark = pytest.mark.xdist_group("layers")  # each module is read once

PACKAGE: Final = Path(sitegen.__file__).parent

STOREYS: Final = (
    {"about"},
    {"diagnostics"},
    {"text"},
    {"schema"},
    {"settings"},
    {"sources"},
    {"model"},
    {"legal"},
    {"plan"},
    {"render"},
    {"output"},
    {"features", "checks", "consent", "forms", "comments", "services"},
    {"build"},
    {"serve", "inbox", "publish", "importers", "scaffold", "linkcheck"},
    {"cli"},
    {"__main__"},
)
"""From the ground up; rooms of one storey do not import each other, save for the features, which share a protocol."""

LEVEL: Final = {room: level for level, rooms in enumerate(STOREYS) for room in rooms}
GENERATOR: Final = {"build", "render", "plan", "output", "checks", "features"}
"""What runs where the site is built; the inbox runs on a server of its own."""

MODULES: Final = sorted(PACKAGE.rglob("*.py"))


def room_of(module: str) -> str:
    """`sitegen.text.slugs` → `text`; the package itself has none."""
    return module.partition(".")[2].partition(".")[0]


def module_of(path: Path) -> str:
    """The dotted name of a file of the package."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Every module a file imports, anywhere in it; `from sitegen import cli` counts as `sitegen.cli`."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return tuple(found)


def rooms_imported(path: Path) -> set[str]:
    """The rooms of ours that a file reaches into, without its own."""
    imported = {room_of(module) for module in imports_of(path) if module.partition(".")[0] == "sitegen"}
    return imported - {room_of(module_of(path)), ""}


def test_imports_point_down() -> None:
    wrong = {
        module_of(path): other
        for path in MODULES
        for other in rooms_imported(path)
        if not may_import(room_of(module_of(path)), other)
    }
    assert wrong == {}


def may_import(room: str, other: str) -> bool:
    """Whether the arrow from `room` to `other` points down; from the package itself none does."""
    if not room or (room == "inbox" and other in GENERATOR):
        return False
    return LEVEL[other] < LEVEL[room] or (other == "features" and LEVEL[other] == LEVEL[room])


WITHIN_BUILD: Final = (
    {"result", "crew"},
    {"errand"},
    {"memory"},
    {"texts"},
    {"files", "findings"},
    {"beforehand", "layouts", "lineup", "promised"},
    {"planning"},
    {"pages"},
)
"""The same among the parts of `build`, below those that know the order of its stages."""


def part_of_build(module: str) -> str:
    """`sitegen.build.memory.memo` → `memory`."""
    return module.removeprefix("sitegen.build.").partition(".")[0]


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(module_of(path)) == "build"], ids=module_of)
def test_imports_point_down_within_the_build(path: Path) -> None:
    level = {part: level for level, parts in enumerate(WITHIN_BUILD) for part in parts}
    own = part_of_build(module_of(path))
    if own not in level:
        return
    others = {part_of_build(module) for module in imports_of(path) if module.startswith("sitegen.build.")} - {own}
    assert {other for other in others if level.get(other, len(level)) >= level[own]} == set()


def test_every_room_has_its_storey() -> None:
    rooms = {
        path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))
    }
    assert rooms - {"__init__"} <= set(LEVEL)


@pytest.mark.parametrize(
    ("library", "rooms"),
    [("livereload", {"serve"}), ("tornado", {"serve"}), ("click", {"cli", "diagnostics"}), ("rich", {"cli"})],
)
def test_some_libraries_are_known_to_some_rooms_only(library: str, rooms: set[str]) -> None:
    users = {
        room_of(module_of(path))
        for path in MODULES
        if any(module.partition(".")[0] == library for module in imports_of(path))
    }
    assert users <= rooms


@pytest.mark.parametrize(
    ("room", "other", "allowed"),
    [
        ("cli", "build", True),
        ("build", "cli", False),
        ("text", "schema", False),
        ("render", "plan", True),
        ("plan", "render", False),
        ("inbox", "model", True),
        ("inbox", "render", False),
        ("scaffold", "serve", False),
        ("forms", "features", True),
        ("forms", "comments", False),
        ("", "about", False),
    ],
)
def test_the_rule_itself(room: str, other: str, allowed: bool) -> None:  # noqa: FBT001
    assert may_import(room, other) is allowed


def test_every_module_of_the_inbox_stands_on_the_map() -> None:
    plan = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    inbox = PACKAGE / "inbox"
    rooms = [f"{each.name}/" for each in inbox.iterdir() if each.is_dir() and (each / "__init__.py").exists()]
    modules = [each.name for each in inbox.glob("*.py") if each.stem != "__init__"]
    assert [name for name in sorted([*rooms, *modules]) if f"`{name}`" not in plan] == []


def test_the_version_of_the_code_leaves_out_only_what_stands_above_the_build() -> None:
    assert {room for room, level in LEVEL.items() if level > LEVEL["build"]} - {"__main__"} == ABOVE
