"""`sitegen preview`: shows a site as it is public at any instant."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.build.result import BuildOptions
from sitegen.cli import console, preview_wording
from sitegen.cli.commands.build import build_and_tell
from sitegen.cli.findings_out import form_key
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.previewing import host_option, port_option, show
from sitegen.cli.refusal import show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.diagnostics import Diagnostic
from sitegen.output.place import PREVIEW_FOLDER
from sitegen.serve.listening import only_preview
from sitegen.text.locales import Language
from sitegen.text.moments import Moment, long_date


@click.command("preview", cls=GermanCommand, help=preview_wording.PREVIEW_HELP)
@site_option
@clock_option
@port_option
@host_option
@click.option("--no-open", "closed", is_flag=True, help=preview_wording.NO_OPEN_PREVIEW_OPTION)
@click.pass_context
def command(
    context: click.Context, *, site: Path | None, at: datetime | None, port: int | None, host: str, closed: bool
) -> int:
    """Exit code 0 after Ctrl-C or when it is built, 1 where findings stopped it or it could not begin."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        return show_refusal(folder)
    options = BuildOptions(now=berlin_now(at), out=folder / PREVIEW_FOLDER, form_key=form_key())
    about = _about(options.now)
    if not closed:
        return show(folder, lambda: options, host=host, port=port, opens=True, about=about)
    lock = only_preview(folder)
    if isinstance(lock, Diagnostic):
        return show_refusal(lock)
    with lock:
        console.say(about)
        return build_and_tell(folder, options, form="text")


def _about(now: datetime) -> str:
    moment = Moment.of(now, "minute")
    return preview_wording.AS_OF.format(date=long_date(moment, Language.DE), time=f"{moment.at:%H:%M}")
