"""`sitegen comment`: the group of commands for comments as files. Imports none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from sitegen.cli import comment_wording as wording
from sitegen.cli.tables import CommandTable

_ROOMS: Final = {
    "add": "adding",
    "list": "showing",
    "show": "showing",
    "approve": "deciding",
    "reject": "deciding",
    "reply": "writing",
    "edit": "writing",
    "delete": "deciding",
    "fetch": "fetching",
}
"""Each command and the module of `cli.comment` that holds it, as `NAME_command`."""


def _find(name: str) -> click.Command:
    command = getattr(import_module(f"sitegen.cli.comment.{_ROOMS[name]}"), f"{name}_command")
    assert isinstance(command, click.Command)
    return command


command = CommandTable("comment", table=wording.SUMMARIES, find=_find, help=wording.HELP, epilog=wording.EPILOG)
