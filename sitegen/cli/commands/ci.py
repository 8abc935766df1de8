"""`sitegen ci`: the group of commands that pipelines call. Imports none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from sitegen.cli import ci_wording as wording
from sitegen.cli.tables import CommandTable

_ROOMS: Final = {
    "last": "versions",
    "remember": "versions",
    "restore": "versions",
    "comment": "commenting",
    "pages": "publishing",
    "keep": "publishing",
    "report": "telling",
    "proposal": "telling",
    "issue": "telling",
}
"""Each command and the module of `cli.ci` that holds it, as `NAME_command`."""


def _find(name: str) -> click.Command:
    command = getattr(import_module(f"sitegen.cli.ci.{_ROOMS[name]}"), f"{name}_command")
    assert isinstance(command, click.Command)
    return command


command = CommandTable("ci", table=wording.SUMMARIES, find=_find, help=wording.HELP)
