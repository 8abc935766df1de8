"""What click refuses, as German sentences: which word was wrong, and which one may be meant.

Pure; printing and the exit code are for `entry`.
"""

from __future__ import annotations

import click

from sitegen.cli import wording
from sitegen.cli.german import MisuseError


def misuse_text(error: click.UsageError) -> str:
    """The sentence, the usage line of the command in question, and where to read more."""
    context = error.ctx
    if context is None:
        return _sentence(error)
    return "\n".join(
        [_sentence(error), context.get_usage(), wording.MORE_HELP.format(command=f"{context.command_path} --help")]
    )


def did_you_mean(word: str, known: list[str]) -> str:
    """` Meinten Sie „build“?`, or nothing when no known word is near."""
    from sitegen.text.suggest import closest

    nearest = closest(word, known)
    return wording.DID_YOU_MEAN.format(word=nearest) if nearest else ""


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            return wording.NO_SUCH_OPTION.format(name=name) + did_you_mean(name, _option_names(error.ctx))
        case click.BadOptionUsage(option_name=name):
            option = _option(error.ctx, name)
            template = wording.OPTION_TAKES_NO_VALUE if option and option.is_flag else wording.OPTION_NEEDS_VALUE
            return template.format(name=name)
        case click.MissingParameter():
            possible = error.param.type.get_missing_message(error.param, error.ctx) if error.param else None
            return " ".join(part for part in (wording.MISSING.format(name=_name(error.param)), possible) if part)
        case click.BadParameter(param=click.Option()):
            return wording.BAD_VALUE.format(name=_name(error.param), message=error.message)
        case click.BadParameter() | MisuseError():
            return error.message
    return wording.MISSING_COMMAND


def _name(parameter: click.Parameter | None) -> str:
    """As it is typed or shown in the usage line."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.metavar or "") if parameter else ""


def _options(context: click.Context | None) -> list[click.Option]:
    return [parameter for parameter in context.command.params if isinstance(parameter, click.Option)] if context else []


def _option_names(context: click.Context | None) -> list[str]:
    return [name for option in _options(context) for name in option.opts]


def _option(context: click.Context | None, name: str) -> click.Option | None:
    return next((option for option in _options(context) if name in option.opts), None)
