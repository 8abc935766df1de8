"""`sitegen comment reply` and `edit`: the owner writes, in the command, in an editor or through a pipe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
import msgspec

from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.comment.desk import answer_to, comments_meant, open_desk, text_to_keep
from sitegen.cli.comment.lines import name_of
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import clock_option, site_option
from sitegen.cli.site_folder import shown
from sitegen.cli.stopping import stop
from sitegen.cli.typing_in import NoEditorError, typed_text
from sitegen.comments.choosing import short_id
from sitegen.comments.deciding import Change, pending_path
from sitegen.comments.files import perform
from sitegen.model.comments.file import cleaned


@click.command("reply", cls=GermanCommand, help=wording.REPLY_HELP)
@click.argument("word", metavar=wording.COMMENT_METAVAR)
@click.argument("words", nargs=-1, metavar=wording.WORDS_METAVAR)
@site_option
@clock_option
@click.pass_context
def reply_command(
    context: click.Context, *, word: str, words: tuple[str, ...], site: Path | None, at: datetime | None
) -> int:
    """Exit code 1 where the comment is not published: an answer to nothing would stand on the site."""
    desk = open_desk(context, site, at)
    (comment,) = comments_meant([word], desk)
    if comment in desk.shelf.pending:
        stop(wording.NOT_PUBLISHED.format(id=short_id(comment)))
    if comment.deleted:
        stop(wording.GONE.format(id=short_id(comment)))
    hint = wording.REPLY_HERE.format(name=name_of(comment), text=comment.text)
    answer = answer_to(comment, " ".join(words) or _typed(hint=hint), desk)
    perform(desk.site, Change(writes=((answer.path, answer),)))
    console.say(wording.REPLIED.format(name=name_of(comment), path=shown(desk.site / answer.path)))
    return 0


@click.command("edit", cls=GermanCommand, help=wording.EDIT_HELP)
@click.argument("word", metavar=wording.COMMENT_METAVAR)
@site_option
@click.pass_context
def edit_command(context: click.Context, *, word: str, site: Path | None) -> int:
    """Exit code 1 and nothing changed when no text is left."""
    desk = open_desk(context, site)
    (comment,) = comments_meant([word], desk)
    if comment.deleted:
        stop(wording.GONE.format(id=short_id(comment)))
    typed = _typed(hint=wording.EDIT_HERE.format(name=name_of(comment)), begin=comment.text)
    changed = cleaned(msgspec.structs.replace(comment, text=text_to_keep(typed)))
    if changed == comment:
        console.say(wording.UNCHANGED)
        return 0
    path = pending_path(comment) if comment in desk.shelf.pending else comment.path
    perform(desk.site, Change(writes=((path, changed),)))
    console.say(wording.EDITED.format(path=shown(desk.site / path)))
    return 0


def _typed(*, hint: str, begin: str = "") -> str:
    try:
        return typed_text(hint=hint, begin=begin)
    except NoEditorError:
        stop(wording.NO_EDITOR)
