"""`sitegen comment add`: a mail becomes a comment that waits. What was understood is always shown."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.comment.desk import CommentDesk, open_desk
from sitegen.cli.comment.lines import whole
from sitegen.cli.german import GermanCommand, PathType
from sitegen.cli.options import clock_option, site_option
from sitegen.cli.site_folder import shown
from sitegen.cli.stopping import stop
from sitegen.cli.typing_in import NoEditorError, typed_text
from sitegen.comments.choosing import short_id, twin_of
from sitegen.comments.deciding import Change, pending_path
from sitegen.comments.files import keep_out_of_git, perform
from sitegen.comments.letters import LARGEST, read_letter
from sitegen.comments.pasting import Unclear, Understood, understand
from sitegen.comments.posts import KnownPost


@click.command("add", cls=GermanCommand, help=wording.ADD_HELP)
@click.argument("file", required=False, type=PathType(), metavar=wording.FILE_METAVAR)
@click.option("--post", default="", metavar=wording.POST_METAVAR, help=wording.POST_OPTION)
@click.option("--name", default="", metavar=wording.NAME_METAVAR, help=wording.NAME_OPTION)
@site_option
@clock_option
@click.pass_context
def add_command(
    context: click.Context, *, file: Path | None, post: str, name: str, site: Path | None, at: datetime | None
) -> int:
    """Exit code 1 and nothing written when the mail holds no comment, one that is there, or its post is not clear."""
    desk = open_desk(context, site, at)
    raw = _pasted(file)
    if len(raw) > LARGEST:
        stop(wording.TOO_LARGE)
    understood = understand(
        read_letter(raw), posts=desk.posts, post=post, name=name, new_id=desk.new_id(), now=desk.now
    )
    if isinstance(understood, Unclear):
        stop(_why(understood, desk))
    twin = twin_of(understood.comment, desk.shelf.all)
    if twin:
        stop(wording.THERE_ALREADY.format(id=short_id(twin)))
    _keep(understood, desk)
    return 0


def _pasted(file: Path | None) -> bytes:
    """The bytes of the mail."""
    if file is not None:
        if not file.is_file():
            stop(wording.NO_FILE.format(path=file))
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)
    if not console.is_terminal(sys.stdin):
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        return typed_text(hint=wording.PASTE_HERE).encode()
    except NoEditorError:
        stop(wording.NO_EDITOR)


def _keep(understood: Understood, desk: CommentDesk) -> None:
    comment = understood.comment
    console.say(wording.UNDERSTOOD)
    console.hand_over(whole(comment, title=desk.title_of(comment)) + "\n")
    kinds = [sentence for kind, sentence in wording.KINDS.items() if kind in understood.dropped]
    if kinds:
        console.say(wording.LEFT_OUT.format(kinds=", ".join(kinds)))
    if keep_out_of_git(desk.site):
        console.say(wording.KEPT_OUT_OF_GIT)
    path = pending_path(comment)
    perform(desk.site, Change(writes=((path, comment),)))
    console.say(wording.WAITING.format(path=shown(desk.site / path), id=short_id(comment)))


def _why(unclear: Unclear, desk: CommentDesk) -> str:
    match unclear.reason:
        case "no-text":
            return wording.NO_TEXT
        case "too-long":
            return wording.TOO_LONG
        case "no-post":
            return wording.NO_POST
        case "unknown-post":
            return wording.UNKNOWN_POST.format(named=unclear.named, hint=_hint(unclear.named, desk.posts))
        case "unfit-post":
            return wording.UNFIT_POST.format(named=unclear.named)
        case "several-posts":
            lines = [wording.POST_LINE.format(id=post.id, title=post.title) for post in unclear.posts]
            return "\n".join([wording.SEVERAL_POSTS, *lines])


def _hint(named: str, posts: tuple[KnownPost, ...]) -> str:
    from sitegen.cli.misuse import did_you_mean

    return did_you_mean(named, [word for post in posts for word in (post.id, post.title)])
