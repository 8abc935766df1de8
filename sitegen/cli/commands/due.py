"""`sitegen due`: when a site changes by itself, told without building it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import console, preview_wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import MomentType, berlin_now, clock_option, site_option, text_or_json_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.cli.wording import MOMENT_METAVAR
from sitegen.diagnostics import Diagnostic


@click.command("due", cls=GermanCommand, help=preview_wording.DUE_HELP)
@site_option
@click.option("--since", type=MomentType(), metavar=MOMENT_METAVAR, help=preview_wording.SINCE_OPTION)
@text_or_json_option(preview_wording.DUE_FORMAT_OPTION)
@clock_option
@click.pass_context
def command(
    context: click.Context, *, site: Path | None, since: datetime | None, form: str, at: datetime | None
) -> int:
    """Exit code 0 whether anything is due or not, 1 where `site.yaml` cannot be read."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    from sitegen.build.lists.due import due
    from sitegen.build.memory.code_version import code_version
    from sitegen.cli.due_report import as_json, as_text
    from sitegen.cli.findings_out import form_key

    now = berlin_now(at)
    found = due(folder, now=now, since=since or now, version=code_version(), form_key=form_key())
    if found.findings:
        refused = show_refusal(*found.findings)
        if not found.is_readable:
            return refused
    if form == "json":
        console.hand_over_json(as_json(found, now=now, since=since))
    elif since is None:
        console.hand_over(as_text(found.ahead) or preview_wording.NOTHING_AHEAD)
    else:
        console.hand_over(as_text(found.past) or preview_wording.NOTHING_DUE)
    return 0
