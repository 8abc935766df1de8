"""`sitegen explain`: what a code means. Never looks at a site."""

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
    """One entry of the catalogue, or a line for each."""
    width = console.line_width(sys.stdout)
    if code is None:
        console.hand_over(listed(ENTRIES.values(), width=width))
        return 0
    entry = ENTRIES.get(code.upper())
    if entry is None:
        raise MisuseError(wording.NO_SUCH_CODE.format(code=code))
    console.hand_over(explained(entry, width=width))
    return 0
