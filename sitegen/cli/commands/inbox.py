"""`sitegen inbox`: the group of commands around the inbox of a server. Imports none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from sitegen.cli import inbox_wording as wording
from sitegen.cli.tables import CommandTable

_ROOMS: Final = {
    "new": "setting_up",
    "keys": "setting_up",
    "check": "setting_up",
    "serve": "running",
    "work": "running",
    "list": "showing",
    "show": "showing",
    "approve": "deciding",
    "reject": "deciding",
    "spam": "deciding",
    "undo": "deciding",
    "reply": "writing",
    "edit": "writing",
    "status": "watching",
    "testmail": "watching",
    "subscribers": "handing_over",
    "export": "handing_over",
    "forget": "forgetting",
    "backup": "handing_over",
}
"""Each command and the module of `cli.inbox` that holds it, as `NAME_command`."""


def _find(name: str) -> click.Command:
    command = getattr(import_module(f"sitegen.cli.inbox.{_ROOMS[name]}"), f"{name}_command")
    assert isinstance(command, click.Command)
    return command


command = CommandTable("inbox", table=wording.SUMMARIES, find=_find, help=wording.HELP, epilog=wording.EPILOG)
