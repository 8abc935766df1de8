"""`sitegen comment fetch`: approved comments from the site's own inbox, for the pipeline that builds the site."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.comment.desk import open_desk
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import site_option
from sitegen.cli.stopping import stop
from sitegen.comments.fetching import Fetched, FetchError, ask, fetched
from sitegen.comments.files import perform
from sitegen.model.forms.providers import is_safe_address
from sitegen.settings.forms import Delivery
from sitegen.text.plurals import counted

TOKEN: Final = "SITEGEN_EXPORT_TOKEN"  # noqa: S105 - the name of a variable


@click.command("fetch", cls=GermanCommand, help=wording.FETCH_HELP)
@site_option
@click.pass_context
def fetch_command(context: click.Context, *, site: Path | None) -> int:
    """Exit code 1 where the inbox could not be asked; then everything stays as it is."""
    desk = open_desk(context, site)
    token = os.environ.get(TOKEN, "").strip()
    if not token:
        stop(wording.VARIABLE_MISSING.format(name=TOKEN))
    try:
        body = ask(_address(desk.delivery), token=token, now=datetime.now(UTC))
    except FetchError as error:
        stop(wording.FETCH_FAILED[error.reason])
    result = fetched(body, desk.shelf.published)
    perform(desk.site, result.change)
    console.say(_sentence(result))
    return 0


def _address(delivery: Delivery) -> str:
    if delivery.provider != "inbox" or not is_safe_address(delivery.address):
        stop(wording.NO_INBOX)
    return f"{delivery.address.rstrip('/')}/x/{delivery.site}"


def _sentence(result: Fetched) -> str:
    parts = [
        counted(count, *names)
        for count, names in ((result.added, wording.FETCHED_NEW), (result.withdrawn, wording.FETCHED_GONE))
        if count
    ]
    said = wording.FETCHED.format(parts=", ".join(parts)) if parts else wording.FETCHED_NOTHING
    return said + (wording.FETCHED_REFUSED.format(count=result.refused) if result.refused else "")
