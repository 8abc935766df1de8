"""Groups that know their commands as a table: help lists them all, and only the one that runs is imported.

Never knows which commands there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from sitegen.cli import wording
from sitegen.cli.german import GermanGroup, MisuseError


class CommandTable(GermanGroup):
    """A group of commands, each by its name with the line that `--help` shows of it, in the order of use."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- click's own open signature
        table: Mapping[str, str],
        find: Callable[[str], click.Command],
        **kwargs: Any,  # noqa: ANN401 -- likewise
    ) -> None:
        """`find` imports the command of a name that stands in `table`."""
        super().__init__(*args, **kwargs)
        self.table = table
        self.find = find

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """In the order of the table, which is the order of use."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- likewise
        """The command, imported now; None for a name that is not in the table."""
        return self.find(cmd_name) if cmd_name in self.table else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it. Raises MisuseError for an unknown command, with the nearest known one."""
        if args[0] not in self.table:
            from sitegen.cli.misuse import did_you_mean

            message = wording.NO_SUCH_COMMAND.format(name=args[0]) + did_you_mean(args[0], list(self.table))
            raise MisuseError(message, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- likewise
        """The table, without importing what is in it."""
        with formatter.section(wording.COMMANDS_HEADING):
            formatter.write_dl(list(self.table.items()))
