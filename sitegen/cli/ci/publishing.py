"""`sitegen ci pages` and `keep`: finished pages into a branch, a changed file into the working branch."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.cli import ci_wording as wording
from sitegen.cli import console
from sitegen.cli.ci.desk import german_faults, open_desk
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import site_option
from sitegen.cli.stopping import stop
from sitegen.publish.versions.history import spoken

PAGES_BRANCH = "pages"
OUT = "public"


@click.command("pages", cls=GermanCommand, help=wording.PAGES_HELP)
@site_option
@click.pass_context
def pages_command(context: click.Context, *, site: Path | None) -> int:
    """Exit code 1 where nothing is built or the branch may not be written."""
    desk = open_desk(context, site)
    out = desk.site / OUT
    if not out.is_dir():
        stop(wording.NOTHING_BUILT)
    now = datetime.now(UTC)
    with german_faults():
        desk.repository.show_folder(
            out, branch=PAGES_BRANCH, message=wording.PAGES_MESSAGE.format(when=spoken(now)), at=now
        )
    console.say(wording.PAGES_DONE.format(branch=PAGES_BRANCH))
    return 0


@click.command("keep", cls=GermanCommand, help=wording.KEEP_HELP)
@click.argument("file", metavar=wording.REPORT_METAVAR)
@site_option
@click.pass_context
def keep_command(context: click.Context, *, file: str, site: Path | None) -> int:
    """Exit code 1 where the file is not there, or may not be written."""
    desk = open_desk(context, site)
    path = desk.site / file
    if not path.is_file():
        stop(wording.NO_FILE.format(path=file))
    with german_faults():
        kept = desk.repository.change(
            desk.branch,
            {f"{desk.folder}{file}": path.read_bytes()},
            message=wording.KEEP_MESSAGE.format(path=file),
            at=datetime.now(UTC),
        )
    console.say((wording.KEPT if kept else wording.KEPT_ALREADY).format(path=file))
    return 0
