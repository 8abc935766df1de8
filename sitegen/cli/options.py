"""Options that several commands have: which site, what time it is, and for whom the answer is written.

Never decides what a command does with them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar

import click

from sitegen.cli import wording
from sitegen.cli.german import OneOf, PathType

Command = TypeVar("Command", bound=Callable[..., int])

TEXT_OR_JSON: Final = ("text", "json")


class MomentType(click.ParamType[datetime]):
    """A point in time as owners write it; Berlin time where no zone is said."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 -- click's signature
        """An aware datetime. Fails as misuse where it is none."""
        from sitegen.text.moments import MomentError, parse_moment

        try:
            return parse_moment(str(value)).at
        except MomentError:
            self.fail(wording.BAD_MOMENT.format(value=value), param, ctx)


def site_option(command: Command) -> Command:
    """`--site ORDNER` after the command; the same before it is an option of `root`."""
    return click.option("--site", type=PathType(), metavar=wording.FOLDER_METAVAR, help=wording.SITE_OPTION)(command)


def clock_option(command: Command) -> Command:
    """`--at ZEITPUNKT`, an aware datetime; None for now."""
    return click.option("--at", type=MomentType(), metavar=wording.MOMENT_METAVAR, help=wording.AT_OPTION)(command)


def text_or_json_option(sentence: str) -> Callable[[Command], Command]:
    """`--format FORM`, as `form`: `text` for people or `json` for programs; `sentence` needs `{forms}`."""
    return click.option(
        "--format",
        "form",
        type=OneOf(TEXT_OR_JSON),
        default=TEXT_OR_JSON[0],
        metavar=wording.FORM_METAVAR,
        help=sentence.format(forms=", ".join(TEXT_OR_JSON)),
    )


def berlin_now(at: datetime | None) -> datetime:
    """`at`, or else the time it is, aware and in Berlin time: the day of a new post is the owner's day."""
    from sitegen.text.moments import BERLIN

    return (at or datetime.now(BERLIN)).astimezone(BERLIN)
