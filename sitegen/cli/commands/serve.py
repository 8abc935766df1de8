"""`sitegen serve`: shows a site while it is written, with all that is not public yet."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.build.result import BuildOptions
from sitegen.cli import preview_wording
from sitegen.cli.findings_out import form_key
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import berlin_now, site_option
from sitegen.cli.previewing import host_option, port_option, show
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.diagnostics import Diagnostic
from sitegen.model.visibility import Showing


@click.command("serve", cls=GermanCommand, help=preview_wording.SERVE_HELP)
@site_option
@port_option
@host_option
@click.option("--no-open", "closed", is_flag=True, help=preview_wording.NO_OPEN_OPTION)
@click.pass_context
def command(context: click.Context, *, site: Path | None, port: int | None, host: str, closed: bool) -> int:
    """Exit code 0 after Ctrl-C, 1 where it could not begin."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)

    def options() -> BuildOptions:
        return BuildOptions(now=berlin_now(None), showing=Showing.ALL, form_key=form_key())

    return show(folder, options, host=host, port=port, opens=not closed, about=preview_wording.WITH_UNPUBLISHED)
