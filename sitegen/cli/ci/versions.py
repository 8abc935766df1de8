"""`sitegen ci last`, `remember` and `restore`: which versions were online, in a branch of the site's repository."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.cli import ci_wording as wording
from sitegen.cli import console
from sitegen.cli import wording as common
from sitegen.cli.ci.desk import PipelineDesk, german_faults, open_desk
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import MomentType, site_option
from sitegen.cli.stopping import stop
from sitegen.publish.versions.history import last_published, remember, restore, spoken
from sitegen.publish.versions.repository import GitError, Rejected


@click.command("last", cls=GermanCommand, help=wording.LAST_HELP)
@site_option
@click.pass_context
def last_command(context: click.Context, *, site: Path | None) -> int:
    """An instant in UTC, or nothing before the first publication."""
    desk = open_desk(context, site)
    with german_faults():
        version = last_published(desk.repository)
    if version:
        console.hand_over(f"{version.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    return 0


@click.command("remember", cls=GermanCommand, help=wording.REMEMBER_HELP)
@click.option("--source", default="HEAD", metavar=wording.COMMIT_METAVAR, help=wording.SOURCE_OPTION)
@click.option("--at", type=MomentType(), metavar=common.MOMENT_METAVAR, help=wording.BUILT_AT_OPTION)
@site_option
@click.pass_context
def remember_command(context: click.Context, *, source: str, at: datetime | None, site: Path | None) -> int:
    """Exit code 1 where the version could not be kept; the list of addresses can wait for the next run."""
    from sitegen.publish.addresses import record  # knows the build, which the hourly look at `last` need not wait for

    desk = open_desk(context, site)
    with german_faults():
        version = remember(desk.repository, source=source, at=at or datetime.now(UTC))
    console.say(wording.REMEMBERED.format(when=spoken(version.at)))
    if record(desk.site):
        _keep_addresses(desk)
    return 0


@click.command("restore", cls=GermanCommand, help=wording.RESTORE_HELP)
@click.option("--back", default="1", metavar=wording.NUMBER_METAVAR, help=wording.BACK_OPTION)
@site_option
@click.pass_context
def restore_command(context: click.Context, *, back: str, site: Path | None) -> int:
    """Exit code 1 and nothing changed where there is no such version. `back` is what somebody typed into a field."""
    steps = back.strip() or "1"
    if not (steps.isascii() and steps.isdigit() and int(steps[:4]) > 0):
        stop(wording.BAD_NUMBER.format(value=back))
    desk = open_desk(context, site)
    with german_faults():
        try:
            restored = _restored(desk, back=int(steps[:4]))
        except Rejected:
            stop(wording.SOMEBODY_PUSHED)
    if restored is None:
        stop(wording.NO_VERSION)
    console.say(wording.RESTORED.format(when=restored))
    return 0


def _restored(desk: PipelineDesk, *, back: int) -> str | None:
    """When the version that is back was online, in words."""
    found = restore(desk.repository, branch=desk.branch, back=back, now=datetime.now(UTC), folder=desk.folder)
    return spoken(found.version.at) if found else None


def _keep_addresses(desk: PipelineDesk) -> None:
    """The list of addresses, committed; where that fails, the next run does it, since none is ever taken out."""
    from sitegen.model.published import PUBLISHED_FILE

    content = (desk.site / PUBLISHED_FILE).read_bytes()
    files = {f"{desk.folder}{PUBLISHED_FILE}": content}
    try:
        desk.repository.change(desk.branch, files, message=wording.ADDRESSES_KEPT, at=datetime.now(UTC))
    except GitError as error:
        console.complain(f"{wording.ADDRESSES_LATER}\n{wording.GIT_FAILED.format(reason=error)}")
