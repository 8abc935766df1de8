"""`sitegen publish`: brings the site to its visitors; also the door to `sitegen publish setup`.

Never knows how files travel. A command below it is imported only when it runs.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from sitegen.cli import publish_wording as wording
from sitegen.cli.tables import CommandTable

_MODULES: Final = {"setup": "sitegen.cli.commands.publish_setup"}
"""Each command below `publish` and the module that holds it as `command`."""


def _find(name: str) -> click.Command:
    found = import_module(_MODULES[name]).command
    assert isinstance(found, click.Command)
    return found


command = CommandTable("publish", table=wording.SUMMARIES, find=_find, help=wording.HELP, invoke_without_command=True)
