"""`sitegen import`: the group of commands for moving in. Imports none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from sitegen.cli import import_wording as wording
from sitegen.cli.tables import CommandTable

_ROOMS: Final = {"wordpress": "wordpress", "hugo": "hugo", "jekyll": "jekyll", "pelican": "pelican"}
"""Each command and the module of `cli.importing` that holds it, as `command`."""


def _find(name: str) -> click.Command:
    command = import_module(f"sitegen.cli.importing.{_ROOMS[name]}").command
    assert isinstance(command, click.Command)
    return command


command = CommandTable("import", table=wording.SUMMARIES, find=_find, help=wording.HELP)
