"""Every command has German help."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click
import pytest

from sitegen.about import VERSION
from sitegen.cli.root import COMMANDS, root

Call = Callable[..., Any]
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Show this|Arguments|OPTIONS|ARGS|TEXT|PATH|the|and)\b")


def test_the_version_is_one_line(sitegen: Call) -> None:
    outcome = sitegen("--version")
    assert (outcome.code, outcome.out) == (0, f"sitegen {VERSION}\n")


def test_help_lists_every_command_with_its_line(sitegen: Call) -> None:
    outcome = sitegen("--help")
    assert outcome.code == 0
    for name, summary in COMMANDS.items():
        assert f"  {name}" in outcome.out
        assert summary in outcome.out


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_german_throughout(sitegen: Call, command: list[str], option: str) -> None:
    outcome = sitegen(*command, option)
    assert outcome.code == 0
    assert outcome.out.startswith(" ".join(["Aufruf: sitegen", *command]))
    assert "Optionen:" in outcome.out
    assert "Zeigt diese Hilfe." in outcome.out
    assert not ENGLISH.search(outcome.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    command = root.get_command(click.Context(root), name)
    assert command is not None
    assert command.name == name
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_every_option_before_the_command_is_described() -> None:
    assert all(option.help for option in root.params if isinstance(option, click.Option))


def test_shells_can_complete_the_commands() -> None:
    context = click.Context(root)
    assert [item.value for item in root.shell_complete(context, "ex")] == ["explain"]
    assert root.get_command(context, "nothing") is None
