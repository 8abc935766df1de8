"""What every command of `sitegen comment` begins with: the site, its posts, its comments, and which one is meant."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from sitegen.build.lists.post_list import read_posts
from sitegen.cli import comment_wording as wording
from sitegen.cli import console
from sitegen.cli.refusal import look_of
from sitegen.cli.site_folder import lines_in, site_of
from sitegen.cli.stopping import stop, stop_for
from sitegen.comments.choosing import NotChosen, Shelf, chosen
from sitegen.comments.deciding import owner_answer
from sitegen.comments.files import read_shelf
from sitegen.comments.posts import KnownPost
from sitegen.diagnostics import Diagnostic, Findings
from sitegen.diagnostics.present.terminal import report
from sitegen.model.addresses import absolute_url
from sitegen.model.comments.comment import TEXT_LIMIT, Comment
from sitegen.model.comments.file import cleaned
from sitegen.settings.forms import Delivery
from sitegen.text.ulids import new_ulid


class CommentDesk(msgspec.Struct, frozen=True, kw_only=True):
    """A site as these commands see it."""

    site: Path
    owner: str
    """How answers are signed."""
    posts: tuple[KnownPost, ...]
    shelf: Shelf
    delivery: Delivery
    now: datetime
    """UTC."""

    def title_of(self, comment: Comment) -> str:
        """The title of its post in quotation marks, or the post's id where there is no such post any more."""
        title = next((post.title for post in self.posts if post.id == comment.post), "")
        return wording.QUOTED.format(title=title) if title else comment.post

    def new_id(self) -> str:
        """A fresh ULID."""
        return new_ulid(self.now, os.urandom(10))


def open_desk(context: click.Context, site: Path | None, at: datetime | None = None) -> CommentDesk:
    """The desk; stops where there is no site. Files of comments that cannot be read are said, and the rest goes on."""
    folder = site_of(context, site)
    if isinstance(folder, Diagnostic):
        stop_for(folder)
    read = read_posts(folder)
    if read.settings is None:
        stop_for(*read.findings)
    comments = read_shelf(folder)
    if comments.findings:
        console.complain(report(Findings.of(comments.findings), lines_in(folder), look=look_of(sys.stderr)))
    settings = read.settings
    return CommentDesk(
        site=folder,
        owner=settings.business.owner or settings.title,
        posts=tuple(
            KnownPost(id=post.id, title=post.title, url=absolute_url(post.url, settings.url)) for post in read.posts
        ),
        shelf=comments.shelf,
        delivery=settings.delivery,
        now=(at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0),
    )


def comments_meant(words: Sequence[str], desk: CommentDesk) -> tuple[Comment, ...]:
    """All comments that are meant, each once; stops before any is touched where one is not there or not clear."""
    found: dict[str, Comment] = {}
    for word in words:
        comment = chosen(word, desk.shelf.all)
        if isinstance(comment, NotChosen):
            sentence = wording.AMBIGUOUS if comment.reason == "several" else wording.NOT_FOUND
            stop(sentence.format(word=word))
        found[comment.id] = comment
    return tuple(found.values())


def answer_to(comment: Comment, text: str, desk: CommentDesk) -> Comment:
    """The owner's answer; stops where there are no words or too many."""
    kept = text_to_keep(text)
    return cleaned(owner_answer(comment, text=kept, name=desk.owner, new_id=desk.new_id(), now=desk.now))


def text_to_keep(typed: str) -> str:
    """What was typed, trimmed; stops where it is empty or too long."""
    text = typed.strip()
    if not text:
        stop(wording.NO_WORDS)
    if len(text) > TEXT_LIMIT:
        stop(wording.REPLY_TOO_LONG)
    return text
