"""`sitegen` itself: which commands there are, and what is said before one of them.

A command's module is imported only when it runs or shows its help; the list of commands needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Final

import click

from sitegen.about import VERSION
from sitegen.cli import wording
from sitegen.cli.german import PathType
from sitegen.cli.tables import CommandTable
from sitegen.cli.trail import trail_of

COMMANDS: Final = {
    "build": wording.BUILD_SUMMARY,
    "check": wording.CHECK_SUMMARY,
    "serve": wording.SERVE_SUMMARY,
    "preview": wording.PREVIEW_SUMMARY,
    "due": wording.DUE_SUMMARY,
    "new": wording.NEW_SUMMARY,
    "setup": wording.SETUP_SUMMARY,
    "add": wording.ADD_SUMMARY,
    "import": wording.IMPORT_SUMMARY,
    "fix": wording.FIX_SUMMARY,
    "prices": wording.PRICES_SUMMARY,
    "comment": wording.COMMENT_SUMMARY,
    "inbox": wording.INBOX_SUMMARY,
    "publish": wording.PUBLISH_SUMMARY,
    "update": wording.UPDATE_SUMMARY,
    "ci": wording.CI_SUMMARY,
    "explain": wording.EXPLAIN_SUMMARY,
    "why": wording.WHY_SUMMARY,
    "schema": wording.SCHEMA_SUMMARY,
}
"""Each command with the line that `--help` shows of it; its module in `commands` has the same name.

That of `import`, which Python keeps for itself, has a `_` behind it.
"""


def _find(name: str) -> click.Command:
    module = f"{name}_" if iskeyword(name) else name
    command = import_module(f"sitegen.cli.commands.{module}").command
    assert isinstance(command, click.Command)
    return command


def _show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 -- click's signature
    """The callback of `--version`; click calls it with these."""
    if value:
        click.echo(wording.VERSION.format(version=VERSION))
        context.exit()


@click.command(
    "sitegen", cls=CommandTable, table=COMMANDS, find=_find, help=wording.ROOT_HELP, epilog=wording.ROOT_EPILOG
)
@click.option("--site", type=PathType(), metavar=wording.FOLDER_METAVAR, help=wording.SITE_OPTION)
@click.option("--traceback", is_flag=True, expose_value=False, help=wording.TRACEBACK_OPTION)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=wording.VERSION_OPTION,
)
@click.pass_context
def root(context: click.Context, *, site: Path | None) -> None:
    """What stands before the command holds for it."""
    trail_of(context).named_site = site
