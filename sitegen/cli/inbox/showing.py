"""`sitegen inbox list` and `show`: what is there, for people and as JSON for programs. Changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.inbox.desk import config_option, item_meant, open_inbox, short_id, sites_meant
from sitegen.cli.inbox.lines import entry, post_title, whole
from sitegen.cli.options import text_or_json_option
from sitegen.inbox.desk import Desk
from sitegen.inbox.records import WAITING, Item

_MOST: Final = 50
"""Entries that are shown to people."""


@click.command("list", cls=GermanCommand, help=wording.LIST_HELP)
@click.option("--all", "everything", is_flag=True, help=wording.ALL_OPTION)
@click.option("--site", default="", metavar=wording.SITE_METAVAR, help=wording.SITE_OPTION)
@text_or_json_option(wording.FORMAT_OPTION)
@config_option
def list_command(*, everything: bool, site: str, form: Literal["text", "json"], config_path: Path) -> int:
    """The newest comes last, where one looks first in a terminal."""
    states = () if everything else WAITING
    with open_inbox(config_path) as desk:
        sites_meant(desk, site)
        items = desk.store.items(site=site, states=states)[::-1]
        if form == "json":
            console.hand_over_json(items)
        elif not items:
            console.say(wording.NOTHING_THERE if everything else wording.NOTHING_WAITS)
        else:
            console.hand_over(_text(desk, items))
    return 0


@click.command("show", cls=GermanCommand, help=wording.SHOW_HELP)
@click.argument("word", metavar=wording.ITEM_METAVAR)
@text_or_json_option(wording.FORMAT_OPTION)
@config_option
def show_command(*, word: str, form: Literal["text", "json"], config_path: Path) -> int:
    """Exit code 1 when no item is meant, or several are."""
    with open_inbox(config_path) as desk:
        item = item_meant(desk, word)
        if form == "json":
            console.hand_over_json(item)
        else:
            console.hand_over(_whole(desk, item))
    return 0


def _whole(desk: Desk, item: Item) -> str:
    from sitegen.inbox.wording import reason_sentence

    reasons = tuple(reason_sentence(reason) for reason in item.reasons)
    return whole(item, post=post_title(desk, item), reasons=reasons)


def _text(desk: Desk, items: tuple[Item, ...]) -> str:
    shown = items[-_MOST:]
    older = len(items) - len(shown)
    lines = [wording.AND_OLDER.format(count=older)] if older else []
    lines += [entry(item, post=post_title(desk, item)) for item in shown]
    comment = next((item for item in reversed(shown) if item.kind == "comment" and item.state in WAITING), None)
    return "\n".join([*lines, *(["", wording.NEXT.format(id=short_id(comment))] if comment else [])])
