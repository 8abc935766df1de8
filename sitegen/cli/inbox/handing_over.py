"""`sitegen inbox export`, `subscribers` and `backup`: what the inbox holds, for a pipeline, a person, a safe place."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.inbox.desk import config_option, open_inbox, sites_meant
from sitegen.cli.site_folder import shown
from sitegen.cli.stopping import stop
from sitegen.inbox.status import note_backup


@click.command("export", cls=GermanCommand, help=wording.EXPORT_HELP)
@click.option("--person", default="", metavar=wording.MAIL_METAVAR, help=wording.PERSON_OPTION)
@click.option("--site", default="", metavar=wording.SITE_METAVAR, help=wording.SITE_OPTION)
@config_option
def export_command(*, person: str, site: str, config_path: Path) -> int:
    """To standard output, for programs to read or for a file."""
    with open_inbox(config_path) as desk:
        if person:
            from sitegen.inbox.persons import person as stored_about
            from sitegen.inbox.persons import person_json

            console.hand_over(person_json(stored_about(desk, person)).decode())
            return 0
        from sitegen.inbox.publishing.exporting import exported

        for site_id in sites_meant(desk, site):
            for line in exported(desk, site_id):
                console.hand_over(line.decode())
    return 0


@click.command("subscribers", cls=GermanCommand, help=wording.SUBSCRIBERS_HELP)
@click.option("--site", default="", metavar=wording.SITE_METAVAR, help=wording.SITE_OPTION)
@config_option
def subscribers_command(*, site: str, config_path: Path) -> int:
    """To standard output, as one table for all sites meant."""
    with open_inbox(config_path) as desk:
        from sitegen.inbox.subscribers import as_table, recipients

        rows = (row for site_id in sites_meant(desk, site) for row in recipients(desk, site_id))
        console.hand_over(as_table(rows).removesuffix("\r\n"))
    return 0


@click.command("backup", cls=GermanCommand, help=wording.BACKUP_HELP)
@click.argument("file", type=PathType(), metavar=wording.FILE_METAVAR)
@config_option
def backup_command(*, file: Path, config_path: Path) -> int:
    """Exit code 1 and nothing touched when the file is there already."""
    target = file.absolute()
    if target.exists():
        stop(wording.BACKUP_EXISTS.format(path=shown(target)))
    with open_inbox(config_path) as desk:
        try:
            desk.store.backup(str(target))
        except NotImplementedError:
            stop(wording.BACKUP_SERVER)
        note_backup(desk)
    console.say(wording.BACKUP_DONE.format(path=shown(target)))
    return 0
