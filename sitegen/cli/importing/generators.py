"""What `sitegen import hugo`, `jekyll` and `pelican` have in common: a folder in, files of ours out, and a report."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli import import_wording as wording
from sitegen.cli.german import GermanCommand, MisuseError, PathType
from sitegen.cli.options import berlin_now, clock_option, site_option
from sitegen.cli.refusal import FAILED, show_refusal
from sitegen.cli.site_folder import site_of
from sitegen.diagnostics import Diagnostic
from sitegen.importers.generators.moving import READERS, move
from sitegen.importers.generators.records import Generator
from sitegen.importers.generators.wording import NAMES, NO_FOLDER, NOTHING
from sitegen.importers.report import report_lines
from sitegen.importers.wordpress.moving import here_of
from sitegen.settings.load import SITE_FILE, load


def generator_command(generator: Generator) -> click.Command:
    """The command for one of them. Exit code 1 when nothing could be imported, or when a text was lost."""
    name = NAMES[generator]

    @click.command(generator, cls=GermanCommand, help=wording.GENERATOR_HELP.format(name=name))
    @click.argument("folder", type=PathType(), metavar=wording.FOLDER_METAVAR)
    @click.option("--restore", is_flag=True, help=wording.RESTORE_OPTION)
    @click.option("--all", "whole", is_flag=True, help=wording.ALL_OPTION)
    @site_option
    @clock_option
    @click.pass_context
    def command(
        context: click.Context, *, folder: Path, restore: bool, whole: bool, site: Path | None, at: datetime | None
    ) -> int:
        root = site_of(context, site)
        if isinstance(root, Diagnostic):
            return show_refusal(root)
        if not folder.is_dir():
            raise MisuseError(NO_FOLDER.format(folder=folder))
        loaded = load((root / SITE_FILE).read_text("utf-8-sig", errors="replace"))
        if loaded.settings is None:
            return show_refusal(*loaded.findings)
        old = READERS[generator](folder)
        if not old.texts and not old.lost:
            raise MisuseError(NOTHING.format(name=name))
        moved = move(root, old, here=here_of(root, loaded.settings, berlin_now(at)), restore=restore)
        shows_all = whole or not console.is_terminal(sys.stdout)
        console.say("\n".join(report_lines(moved.report, moved.written, whole=shows_all)))
        return FAILED if moved.report.lost else 0

    return command
