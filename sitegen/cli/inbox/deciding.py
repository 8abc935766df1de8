"""`sitegen inbox approve`, `reject`, `spam` and `undo`: the same steps as the buttons of the review page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand, MisuseError
from sitegen.cli.inbox.desk import config_option, items_meant, open_inbox
from sitegen.cli.inbox.outcomes import tell
from sitegen.cli.refusal import FAILED
from sitegen.inbox.desk import Desk
from sitegen.inbox.moderation import Outcome, approve, block_sender, mark_spam, reject, undo

BY: Final = "cli"
"""What stands in `Decision.by`."""

_words = click.argument("words", nargs=-1, required=True, metavar=wording.ITEMS_METAVAR)


@click.command("approve", cls=GermanCommand, help=wording.APPROVE_HELP)
@_words
@click.option("--reply", default="", metavar=wording.TEXT_METAVAR, help=wording.REPLY_OPTION)
@config_option
@click.pass_context
def approve_command(context: click.Context, *, words: tuple[str, ...], reply: str, config_path: Path) -> int:
    """Exit code 1 when one of them could not be approved; the others are."""
    if reply and len(words) > 1:
        raise MisuseError(wording.ONE_REPLY, ctx=context)
    done = wording.APPROVED_WITH_REPLY if reply else wording.APPROVED
    return _each(words, config_path, step=lambda desk, item: approve(desk, item, by=BY, reply=reply), done=done)


@click.command("reject", cls=GermanCommand, help=wording.REJECT_HELP)
@_words
@click.option("--note", default="", metavar=wording.TEXT_METAVAR, help=wording.NOTE_OPTION)
@config_option
def reject_command(*, words: tuple[str, ...], note: str, config_path: Path) -> int:
    """Exit code 1 when one of them could not be rejected; the others are."""
    return _each(
        words, config_path, step=lambda desk, item: reject(desk, item, by=BY, note=note), done=wording.REJECTED
    )


@click.command("spam", cls=GermanCommand, help=wording.SPAM_HELP)
@_words
@click.option("--block", is_flag=True, help=wording.BLOCK_OPTION)
@config_option
def spam_command(*, words: tuple[str, ...], block: bool, config_path: Path) -> int:
    """Exit code 1 when one of them could not be; the others are."""
    if not block:
        return _each(words, config_path, step=lambda desk, item: mark_spam(desk, item, by=BY), done=wording.SPAM)
    return _each(words, config_path, step=lambda desk, item: block_sender(desk, item, by=BY), done=wording.BLOCKED)


@click.command("undo", cls=GermanCommand, help=wording.UNDO_HELP)
@_words
@config_option
def undo_command(*, words: tuple[str, ...], config_path: Path) -> int:
    """Exit code 1 when one of them could not be; the others wait again."""
    return _each(words, config_path, step=lambda desk, item: undo(desk, item, by=BY), done=wording.UNDONE)


def _each(words: tuple[str, ...], config_path: Path, *, step: Callable[[Desk, str], Outcome], done: str) -> int:
    """Take a step with each item; all of them are found before the first is touched."""
    good = True
    with open_inbox(config_path) as desk:
        for item in items_meant(desk, words):
            outcome = step(desk, item.id)
            nobody = done == wording.BLOCKED and not outcome.blocked
            good &= tell(outcome, item_id=item.id, done=wording.NOT_BLOCKED if nobody else done)
    return 0 if good else FAILED
