"""`sitegen explain`: what a code or a rule of law means. Never looks at a site."""

from __future__ import annotations

import sys

import click

from sitegen.cli import console, wording
from sitegen.cli.german import GermanCommand, MisuseError
from sitegen.diagnostics.catalogue import ENTRIES
from sitegen.diagnostics.present.manual import explained, listed


@click.command("explain", cls=GermanCommand, help=wording.EXPLAIN_HELP)
@click.argument("code", required=False, metavar="[CODE]")
def command(*, code: str | None) -> int:
    """One entry of the catalogue or one rule of law, or a line for each code."""
    width = console.line_width(sys.stdout)
    if code is None:
        console.hand_over(listed(ENTRIES.values(), width=width))
        return 0
    entry = ENTRIES.get(code.upper())
    text = explained(entry, width=width) if entry else _rule(code.upper(), width=width)
    if text is None:
        raise MisuseError(wording.NO_SUCH_CODE.format(code=code))
    console.hand_over(text)
    return 0


def _rule(id_: str, *, width: int) -> str | None:
    """A rule of law, in full; None where there is no such rule."""
    from sitegen.cli.check_report import explained_rule
    from sitegen.legal.rules import RULES

    rule = RULES.get(id_)
    return explained_rule(rule, width=width) if rule else None
