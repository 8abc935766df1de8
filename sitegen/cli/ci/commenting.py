"""`sitegen ci comment`: a comment from the fields of a button. Whatever they hold is text, and nothing else.

The fields come by the environment and go into a comment file by the one writer there is; no shell ever sees them.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.cli import ci_wording as wording
from sitegen.cli import comment_wording, console
from sitegen.cli.ci.desk import german_faults
from sitegen.cli.ci.desk import open_desk as open_pipeline
from sitegen.cli.comment.desk import CommentDesk, answer_to, open_desk, text_to_keep
from sitegen.cli.german import GermanCommand
from sitegen.cli.misuse import did_you_mean
from sitegen.cli.options import clock_option, site_option
from sitegen.cli.stopping import stop
from sitegen.comments.posts import KnownPost, can_be_folder, post_called
from sitegen.model.comments.comment import NAME_LIMIT, Comment
from sitegen.model.comments.file import cleaned, comment_bytes

FIELDS = "SITEGEN_COMMENT_"
"""What the variables with the fields begin with."""
_PARAGRAPH = "||"


@click.command("comment", cls=GermanCommand, help=wording.COMMENT_HELP)
@site_option
@clock_option
@click.pass_context
def comment_command(context: click.Context, *, site: Path | None, at: datetime | None) -> int:
    """Exit code 1 and nothing pushed where a field is missing or the post is not known."""
    pipeline = open_pipeline(context, site)
    desk = open_desk(context, site, at)
    post = _post(_field("POST"), desk)
    comment = _comment(post, desk)
    reply = _field("REPLY")
    written = (comment, answer_to(comment, reply, desk)) if reply else (comment,)
    files = {f"{pipeline.folder}{one.path}": comment_bytes(one) for one in written}
    with german_faults():
        pipeline.repository.change(pipeline.branch, files, message=wording.COMMENT_MESSAGE, at=datetime.now(UTC))
    said = wording.COMMENT_KEPT_WITH_REPLY if reply else wording.COMMENT_KEPT
    console.say(said.format(name=comment.name, title=post.title))
    return 0


def _field(name: str) -> str:
    return os.environ.get(f"{FIELDS}{name}", "").replace(_PARAGRAPH, "\n\n").strip()


def _post(named: str, desk: CommentDesk) -> KnownPost:
    post = post_called(named, desk.posts)
    if post is None:
        words = [word for known in desk.posts for word in (known.id, known.title)]
        stop(comment_wording.UNKNOWN_POST.format(named=named, hint=did_you_mean(named, words)))
    if not can_be_folder(post.id):
        stop(comment_wording.UNFIT_POST.format(named=post.id))
    return post


def _comment(post: KnownPost, desk: CommentDesk) -> Comment:
    if not _field("TEXT"):
        stop(wording.COMMENT_WITHOUT_TEXT)
    if len(_field("NAME")) > NAME_LIMIT:
        stop(wording.NAME_TOO_LONG)
    typed = Comment(
        id=desk.new_id(),
        post=post.id,
        name=_field("NAME"),
        date=desk.now,
        source="manual",
        text=text_to_keep(_field("TEXT")),
    )
    comment = cleaned(typed)
    if not comment.name:
        stop(wording.COMMENT_WITHOUT_NAME)
    return comment
