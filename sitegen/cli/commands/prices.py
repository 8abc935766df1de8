"""`sitegen prices`: all prices on one page, for reading over and for programs. Builds and writes nothing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from sitegen.build.lists.price_list import read_prices
from sitegen.cli import console, wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import berlin_now, clock_option, site_option, text_or_json_option
from sitegen.cli.price_table import price_table
from sitegen.cli.refusal import FAILED, look_of, show_refusal
from sitegen.cli.site_folder import lines_in, site_of
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.present.terminal import report


@click.command("prices", cls=GermanCommand, help=wording.PRICES_HELP)
@site_option
@text_or_json_option(wording.PRICES_FORMAT_OPTION)
@clock_option
@click.pass_context
def command(context: click.Context, *, site: Path | None, form: Literal["text", "json"], at: datetime | None) -> int:
    """Exit code 1 when a service could not be read; the others are printed all the same.

    Findings go to standard error, so that a program reads prices alone.
    """
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    read = read_prices(folder, berlin_now(at))
    if read.findings:
        console.complain(report(read.findings, lines_in(folder), look=look_of(sys.stderr)))
    failed = read.findings.stops(strict=False)
    if failed and not read.prices.services:
        return FAILED
    if form == "json":
        console.hand_over_json(read.prices)
    else:
        console.hand_over(price_table(read.prices))
    return FAILED if failed else 0
