"""`sitegen` itself: which commands there are, and what is said before one of them.

A command's module is imported only when it runs or shows its help; the list of commands needs none of them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

import click

from sitegen.about import VERSION
from sitegen.cli import wording
from sitegen.cli.german import GermanGroup, MisuseError, PathType
from sitegen.cli.trail import trail_of

COMMANDS: Final = {
    "build": wording.BUILD_SUMMARY,
    "new": wording.NEW_SUMMARY,
    "add": wording.ADD_SUMMARY,
    "fix": wording.FIX_SUMMARY,
    "prices": wording.PRICES_SUMMARY,
    "explain": wording.EXPLAIN_SUMMARY,
    "schema": wording.SCHEMA_SUMMARY,
}
"""Each command with the line that `--help` shows of it; its module in `commands` has the same name."""


class _Door(GermanGroup):
    """The group of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """In the order of the table, which is the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- likewise
        """The command, imported now; None for a name that is not in the table."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"sitegen.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it. Raises MisuseError for an unknown command, with the nearest known one."""
        if args[0] not in COMMANDS:
            from sitegen.cli.misuse import did_you_mean

            message = wording.NO_SUCH_COMMAND.format(name=args[0]) + did_you_mean(args[0], list(COMMANDS))
            raise MisuseError(message, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- likewise
        """The table, without importing what is in it."""
        with formatter.section(wording.COMMANDS_HEADING):
            formatter.write_dl(list(COMMANDS.items()))


def _show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 -- click's signature
    """The callback of `--version`; click calls it with these."""
    if value:
        click.echo(wording.VERSION.format(version=VERSION))
        context.exit()


@click.command("sitegen", cls=_Door, help=wording.ROOT_HELP, epilog=wording.ROOT_EPILOG)
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
