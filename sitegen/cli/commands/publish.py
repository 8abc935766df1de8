"""`sitegen publish`: checks, says what will change, asks, sends; also the door to `sitegen publish setup`.

Never knows how files travel. A command below it is imported only when it runs.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

import click

from sitegen.cli import publish_wording as wording
from sitegen.cli.options import site_option
from sitegen.cli.tables import CommandTable

_MODULES: Final = {"setup": "sitegen.cli.commands.publish_setup"}
"""Each command below `publish` and the module that holds it as `command`."""


def _find(name: str) -> click.Command:
    found = import_module(_MODULES[name]).command
    assert isinstance(found, click.Command)
    return found


@click.command(
    "publish", cls=CommandTable, table=wording.SUMMARIES, find=_find, help=wording.HELP, invoke_without_command=True
)
@site_option
@click.option("--dry-run", is_flag=True, help=wording.DRY_RUN_OPTION)
@click.option("--undo", is_flag=True, help=wording.UNDO_OPTION)
@click.option("--yes", is_flag=True, help=wording.YES_OPTION)
@click.option("--replace", is_flag=True, help=wording.REPLACE_OPTION)
@click.pass_context
def command(context: click.Context, *, site: Path | None, dry_run: bool, undo: bool, yes: bool, replace: bool) -> int:
    """Exit code 0 when what shall be online is online, 1 when something prevented it."""
    if context.invoked_subcommand is not None:
        return 0
    from sitegen.cli.publish.running import Wishes, run

    return run(context, site, Wishes(dry_run=dry_run, undo=undo, yes=yes, replace=replace))
