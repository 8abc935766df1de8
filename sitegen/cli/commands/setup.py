"""`sitegen setup`: the questions of `sitegen new` once more, and the answers into `site.yaml`."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console, setup_wording
from sitegen.cli.asking import asked, somebody_answers
from sitegen.cli.german import GermanCommand, MisuseError
from sitegen.cli.options import site_option
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import SITE_FILE, shown, site_of
from sitegen.diagnostics import Diagnostic
from sitegen.scaffold.setup import Settled, read_settings, write_settings


@click.command("setup", cls=GermanCommand, help=setup_wording.HELP)
@site_option
@click.pass_context
def command(context: click.Context, *, site: Path | None) -> int:
    """Exit code 1 where `site.yaml` cannot be read; nothing is written before the last answer."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    if not somebody_answers():
        raise MisuseError(setup_wording.NOBODY_THERE)
    path = folder / SITE_FILE
    settled = read_settings(path)
    if not isinstance(settled, Settled):
        return show_refusal(*settled)
    console.say(f"{setup_wording.SETUP_INTRODUCTION}\n")
    text = asked(settled.text)
    console.say("")
    if text == settled.text:
        console.say(setup_wording.NOTHING_CHANGED)
        return 0
    write_settings(path, settled, text)
    console.say(f"{setup_wording.CHANGED.format(path=shown(path))} {setup_wording.NEXT}")
    return 0
