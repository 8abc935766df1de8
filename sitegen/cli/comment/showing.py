"""`sitegen comment list` and `show`: what there is, for people as text, for programs as JSON. Changes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click
import msgspec

from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.comment.desk import CommentDesk, comments_meant, open_desk
from sitegen.cli.comment.lines import entry, whole
from sitegen.cli.german import GermanCommand
from sitegen.cli.options import site_option, text_or_json_option
from sitegen.comments.choosing import short_id
from sitegen.model.comments.comment import Comment


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A comment as programs read it."""

    state: Literal["pending", "approved"]
    comment: Comment


@click.command("list", cls=GermanCommand, help=wording.LIST_HELP)
@click.option("--all", "everything", is_flag=True, help=wording.ALL_OPTION)
@text_or_json_option(wording.FORMAT_OPTION)
@site_option
@click.pass_context
def list_command(context: click.Context, *, everything: bool, form: Literal["text", "json"], site: Path | None) -> int:
    """Exit code 0, also when there is nothing."""
    desk = open_desk(context, site)
    listed = _listed(desk)
    shown = listed if everything else [one for one in listed if one.state == "pending"]
    if form == "json":
        console.hand_over_json(shown)
    elif not shown:
        console.say(wording.NOTHING_THERE if everything else wording.NOTHING_WAITS)
    else:
        console.hand_over(_text(shown, desk))
    return 0


@click.command("show", cls=GermanCommand, help=wording.SHOW_HELP)
@click.argument("word", metavar=wording.COMMENT_METAVAR)
@site_option
@click.pass_context
def show_command(context: click.Context, *, word: str, site: Path | None) -> int:
    """Exit code 1 when no comment is meant, or several are."""
    desk = open_desk(context, site)
    (comment,) = comments_meant([word], desk)
    state = wording.PENDING if comment in desk.shelf.pending else wording.PUBLISHED
    facts = [(wording.STATE, state), (wording.ID, comment.id)]
    console.hand_over(whole(comment, title=desk.title_of(comment), facts=facts))
    return 0


def _listed(desk: CommentDesk) -> list[Listed]:
    return [
        *(Listed(state="pending", comment=comment) for comment in desk.shelf.pending),
        *(Listed(state="approved", comment=comment) for comment in desk.shelf.published),
    ]


def _text(shown: list[Listed], desk: CommentDesk) -> str:
    lines = []
    for state, heading in (("pending", wording.WAITING_HEADING), ("approved", wording.PUBLISHED_HEADING)):
        entries = [entry(one.comment, title=desk.title_of(one.comment)) for one in shown if one.state == state]
        lines += [heading, *entries, ""] if entries else []
    end = [wording.NEXT.format(id=short_id(desk.shelf.pending[0]))] if desk.shelf.pending else []
    return "\n".join([*lines, *end]).rstrip("\n")
