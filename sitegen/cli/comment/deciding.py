"""`sitegen comment approve`, `reject` and `delete`. All comments are found before the first of them is touched."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.comment.desk import CommentDesk, answer_to, comments_meant, open_desk
from sitegen.cli.comment.lines import name_of
from sitegen.cli.german import GermanCommand, MisuseError
from sitegen.cli.options import clock_option, site_option
from sitegen.cli.stopping import stop
from sitegen.comments.choosing import short_id
from sitegen.comments.deciding import approval, has_answers, rejection, removal
from sitegen.comments.files import perform
from sitegen.model.comments.comment import Comment


@click.command("approve", cls=GermanCommand, help=wording.APPROVE_HELP)
@click.argument("words", nargs=-1, required=True, metavar=wording.COMMENTS_METAVAR)
@click.option("--reply", default="", metavar=wording.TEXT_METAVAR, help=wording.REPLY_OPTION)
@site_option
@clock_option
@click.pass_context
def approve_command(
    context: click.Context, *, words: tuple[str, ...], reply: str, site: Path | None, at: datetime | None
) -> int:
    """Exit code 1 and nothing changed when one of them does not wait."""
    if reply and len(words) > 1:
        raise MisuseError(wording.ONE_REPLY, ctx=context)
    desk = open_desk(context, site, at)
    meant = _waiting(words, desk, else_say=wording.NOT_PENDING)
    for comment in meant:
        answer = answer_to(comment, reply, desk) if reply else None
        perform(desk.site, approval(comment, answer=answer))
        _say(wording.APPROVED_WITH_REPLY if answer else wording.APPROVED, comment, desk)
    _tell_of_parents(meant, desk)
    return 0


@click.command("reject", cls=GermanCommand, help=wording.REJECT_HELP)
@click.argument("words", nargs=-1, required=True, metavar=wording.COMMENTS_METAVAR)
@site_option
@click.pass_context
def reject_command(context: click.Context, *, words: tuple[str, ...], site: Path | None) -> int:
    """Exit code 1 and nothing changed when one of them does not wait."""
    desk = open_desk(context, site)
    for comment in _waiting(words, desk, else_say=wording.NOT_REJECTABLE):
        perform(desk.site, rejection(comment))
        _say(wording.REJECTED, comment, desk)
    return 0


@click.command("delete", cls=GermanCommand, help=wording.DELETE_HELP)
@click.argument("words", nargs=-1, required=True, metavar=wording.COMMENTS_METAVAR)
@site_option
@click.pass_context
def delete_command(context: click.Context, *, words: tuple[str, ...], site: Path | None) -> int:
    """Pending ones vanish, published ones too, or leave their place where they were answered."""
    desk = open_desk(context, site)
    meant = comments_meant(words, desk)
    published = [comment for comment in meant if comment not in desk.shelf.pending]
    for comment in meant:
        if comment in published:
            perform(desk.site, removal(comment, desk.shelf.published))
            answered = has_answers(comment, desk.shelf.published)
            _say(wording.TOMBSTONE if answered else wording.REMOVED, comment, desk)
        else:
            perform(desk.site, rejection(comment))
            _say(wording.REMOVED, comment, desk)
    if published:
        console.say(wording.HISTORY)
    return 0


def _waiting(words: tuple[str, ...], desk: CommentDesk, *, else_say: str) -> tuple[Comment, ...]:
    meant = comments_meant(words, desk)
    decided = next((comment for comment in meant if comment not in desk.shelf.pending), None)
    if decided:
        stop(else_say.format(id=short_id(decided)))
    return meant


def _tell_of_parents(approved: tuple[Comment, ...], desk: CommentDesk) -> None:
    """An answer to what still waits is shown, but not below what it answers."""
    waiting = {comment.id: comment for comment in desk.shelf.pending if comment not in approved}
    for comment in approved:
        if comment.parent in waiting:
            console.say(wording.PARENT_WAITS.format(id=short_id(waiting[comment.parent])))


def _say(sentence: str, comment: Comment, desk: CommentDesk) -> None:
    console.say(sentence.format(name=name_of(comment), post=desk.title_of(comment)))
