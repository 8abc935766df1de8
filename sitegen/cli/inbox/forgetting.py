"""`sitegen inbox forget`: erases what is stored about somebody, and names what has to be done elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.inbox.desk import config_option, item_meant, open_inbox
from sitegen.cli.stopping import stop
from sitegen.inbox.desk import Desk
from sitegen.inbox.forgetting import Forgotten, forget
from sitegen.text.plurals import counted
from sitegen.text.ulids import is_ulid


@click.command("forget", cls=GermanCommand, help=wording.FORGET_HELP)
@click.argument("who", metavar=wording.WHO_METAVAR)
@click.option("--yes", is_flag=True, help=wording.YES_OPTION)
@config_option
def forget_command(*, who: str, yes: bool, config_path: Path) -> int:
    """Exit code 0 also where nothing was known: then nothing is."""
    with open_inbox(config_path) as desk:
        whom = _whom(desk, who)
        if not yes and not _is_meant(who):
            console.say(wording.NOTHING_FORGOTTEN)
            return 0
        console.say("\n".join(_lines(forget(desk, whom))))
    return 0


def _whom(desk: Desk, who: str) -> str:
    """An address as typed; an id whole, which for an item may be typed as its end alone."""
    if "@" in who:
        return who
    return who.upper() if is_ulid(who.upper()) else item_meant(desk, who).id


def _is_meant(who: str) -> bool:
    """Ask, where somebody can answer; stops elsewhere."""
    if not console.is_terminal(sys.stdin):
        stop(wording.FORGET_NEEDS_YES)
    answer: str = click.prompt(wording.FORGET_ASK.format(what=who), default=wording.NO, show_default=False)
    return answer.strip().casefold() in wording.YES_WORDS


def _lines(forgotten: Forgotten) -> Iterator[str]:
    if not (forgotten.items or forgotten.subscriptions or forgotten.jobs):
        yield wording.NOTHING_KNOWN
        return
    counts = (
        (forgotten.items, wording.ITEM),
        (forgotten.subscriptions, wording.SUBSCRIPTION),
        (forgotten.jobs, wording.TASK),
    )
    yield wording.FORGOTTEN.format(parts=", ".join(counted(count, *names) for count, names in counts if count))
    if forgotten.withdrawn:
        yield wording.WITHDRAWN
        yield from (f"  {path}" for path in forgotten.withdrawn)
    if forgotten.remains:
        yield wording.REMAINS
        yield from (f"  – {wording.REMAINDERS[place]}" for place in forgotten.remains)
