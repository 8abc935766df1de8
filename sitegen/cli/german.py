"""click's commands, speaking German: usage, section headings, the help option, and what is wrong with a call.

Never knows which commands there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from sitegen.cli import wording


class MisuseError(click.UsageError):
    """A call that cannot be meant; its message is a German sentence already."""


class _German(click.Command):
    """What commands and groups have in common."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- click's own open signature
        kwargs = {"options_metavar": wording.OPTIONS_METAVAR, "add_help_option": False, **kwargs}
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(
                ["-h", "--help"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help=wording.HELP_OPTION,
            )
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it; what it refuses always says in which command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """`Aufruf: sitegen …`."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=wording.USAGE_PREFIX)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The section of options; arguments are explained in the text above it."""
        records = [parameter.get_help_record(ctx) for parameter in self.params if isinstance(parameter, click.Option)]
        with formatter.section(wording.OPTIONS_HEADING):
            formatter.write_dl([record for record in records if record])


class GermanCommand(_German):
    """A command; surplus arguments are refused in German."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, but nothing may be left over. Raises MisuseError."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise MisuseError(wording.SURPLUS.format(words=_quoted(rest)), ctx=ctx)
        return rest


class GermanGroup(_German, click.Group):
    """A group of commands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- click's own open signature
        super().__init__(*args, **{"subcommand_metavar": wording.COMMAND_METAVAR, **kwargs})

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands first: they are what one looks for."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)


class OneOf(click.Choice[str]):
    """One of some words; a wrong one is refused in German."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002 -- click's signature
        """What the word should have been."""
        return wording.NOT_ONE_OF.format(value=value, choices=", ".join(self.choices))

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str:  # noqa: ARG002 -- click's signature
        """What could be said."""
        return wording.POSSIBLE.format(choices=", ".join(self.choices))


class PathType(click.ParamType[Path]):
    """A path as typed; whether it exists is for the command to say."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401, ARG002 -- click's signature
        """The path; `~` is the home folder, on every system."""
        return Path(value).expanduser()


def _show_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 -- click's signature
    """The callback of `--help`; click calls it with these."""
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


def _quoted(words: Sequence[str]) -> str:
    return " ".join(f"„{word}“" for word in words)
