"""`sitegen inbox reply` and `edit`: the owner writes, in the command, in an editor or through a pipe."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import inbox_wording as wording
from sitegen.cli.german import GermanCommand
from sitegen.cli.inbox.deciding import BY
from sitegen.cli.inbox.desk import config_option, item_meant, open_inbox
from sitegen.cli.inbox.lines import name_of, printable
from sitegen.cli.inbox.outcomes import tell
from sitegen.cli.refusal import FAILED
from sitegen.cli.stopping import stop
from sitegen.cli.typing_in import NoEditorError, typed_text
from sitegen.inbox.moderation import answer, edit
from sitegen.inbox.wishes import Wish


@click.command("reply", cls=GermanCommand, help=wording.REPLY_HELP)
@click.argument("word", metavar=wording.ITEM_METAVAR)
@click.argument("words", nargs=-1, metavar=wording.WORDS_METAVAR)
@config_option
def reply_command(*, word: str, words: tuple[str, ...], config_path: Path) -> int:
    """Exit code 1 where the comment is not approved, or there is no text."""
    with open_inbox(config_path) as desk:
        item = item_meant(desk, word)
        hint = wording.REPLY_HERE.format(name=name_of(item), text=printable(item.text))
        text = " ".join(words) or _typed(hint=hint)
        outcome = answer(desk, item.id, by=BY, text=text)
        good = tell(outcome, item_id=item.id, done=wording.REPLIED)
    return 0 if good else FAILED


@click.command("edit", cls=GermanCommand, help=wording.EDIT_HELP)
@click.argument("word", metavar=wording.ITEM_METAVAR)
@click.option("--name", metavar=wording.NAME_METAVAR, help=wording.NAME_OPTION)
@click.option("--website", metavar=wording.MAIL_METAVAR, help=wording.WEBSITE_OPTION)
@config_option
def edit_command(*, word: str, name: str | None, website: str | None, config_path: Path) -> int:
    """With `--name` or `--website` the text stays. Exit code 1 where what was typed cannot be kept."""
    with open_inbox(config_path) as desk:
        item = item_meant(desk, word)
        if name is None and website is None:
            text = _typed(hint=wording.EDIT_HERE.format(name=name_of(item)), begin=printable(item.text))
        else:
            text = item.text
        wish = Wish(
            name=item.name if name is None else name,
            website=item.website if website is None else website,
            text=text,
        )
        outcome = edit(desk, item.id, wish, revision=item.revision)
        good = tell(outcome, item_id=item.id, done=wording.EDITED)
    return 0 if good else FAILED


def _typed(*, hint: str, begin: str = "") -> str:
    try:
        text = typed_text(hint=hint, begin=begin).strip()
    except NoEditorError:
        stop(wording.NO_EDITOR)
    return text or stop(wording.NO_WORDS)
