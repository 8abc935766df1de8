"""What was said about a post, as a layout shows it: threads, mentions, and where a comment can be answered or reported.

Pure. No picture of anybody is asked for anywhere: a comment has the initials of its name. Never renders.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Final
from unicodedata import normalize
from urllib.parse import urlsplit

import msgspec
from markupsafe import Markup

from sitegen.model.comments.comment import Comment, comment_anchor
from sitegen.model.comments.threads import Discussion, Thread, threads
from sitegen.model.entries import Page, Post
from sitegen.model.site import Site
from sitegen.plan.forms import FormView
from sitegen.text.moments import Moment

LIST_ID: Final = "kommentare"
FORM_ID: Final = "kommentar-schreiben"
FEED_NAME: Final = "kommentare.xml"
"""Below the address of a post, and at the root for the whole site."""
TINTS: Final = 6
"""Colours of the discs behind initials; the stylesheet has as many."""
_MOST_INITIALS: Final = 2


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The comment that another one answers, where its place does not say so."""

    name: str
    """Empty for a comment that is deleted, or without a name."""
    anchor: str


class CommentView(msgspec.Struct, frozen=True, kw_only=True):
    """One comment."""

    id: str
    """ULID."""
    anchor: str
    name: str
    """Empty for none."""
    website: str
    """Full address; empty for none."""
    date: Moment
    html: Markup
    """The cleaned text; safe to print."""
    plain: str
    """The same words without markup."""
    initials: str
    tint: int
    """1 to `TINTS`, the same for the same name."""
    is_owner: bool
    deleted: bool
    answered: Answered | None
    reply_url: str
    """Where the inbox takes an answer; empty for nowhere."""
    report_url: str
    """Where the comment can be reported; empty for nowhere."""
    answers: tuple[CommentView, ...]


class MentionView(msgspec.Struct, frozen=True, kw_only=True):
    """A page elsewhere that links to the post."""

    anchor: str
    name: str
    website: str
    date: Moment


class DiscussionView(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands below a post."""

    comment_count: int
    mention_count: int
    threads: tuple[CommentView, ...]
    mentions: tuple[MentionView, ...]
    form: FormView | None
    """None where nothing new is taken."""
    feed_url: str
    """URL path; empty without comments."""

    @property
    def said(self) -> bool:
        """Whether anything is there to be shown."""
        return bool(self.threads or self.mentions)


NOTHING_SAID: Final = DiscussionView(comment_count=0, mention_count=0, threads=(), mentions=(), form=None, feed_url="")


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """Where to go from a comment."""

    reply: Callable[[Comment], str]
    report: Callable[[Comment], str]


_NOTHING: Final = Discussion(comments=(), texts={})


def said_about(post: Post | Page, site: Site) -> Discussion:
    """What was said about a post or page; comments belong to its id, which outlives its address."""
    return site.comments.get(normalize("NFC", post.id), _NOTHING)


def moment_of(comment: Comment) -> Moment:
    """When it was written."""
    return Moment.of(comment.date, "minute")


def shown_comments(discussion: Discussion) -> tuple[Comment, ...]:
    """Comments that count: neither mentions nor deleted ones; the oldest first."""
    return tuple(one for one in discussion.comments if not one.is_mention and not one.deleted)


def shown_mentions(discussion: Discussion) -> tuple[Comment, ...]:
    """Mentions, the oldest first."""
    return tuple(one for one in discussion.comments if one.is_mention and not one.deleted)


def thread_views(discussion: Discussion, ways: Ways, *, depth: int) -> tuple[CommentView, ...]:
    """The threads of a post."""
    return tuple(_view(thread, discussion, ways) for thread in threads(discussion.comments, depth=depth))


def mention_views(discussion: Discussion) -> Iterator[MentionView]:
    """The mentions of a post; one without a name goes by its host."""
    for comment in shown_mentions(discussion):
        yield MentionView(
            anchor=comment_anchor(comment.id),
            name=comment.name or urlsplit(comment.website).hostname or "",
            website=comment.website,
            date=moment_of(comment),
        )


def initials(name: str) -> str:
    """Of the first and the last word of a name, in capitals; empty where it begins with nothing that is read aloud."""
    words = [next((char for char in word if char.isalnum()), "") for word in name.split()]
    letters = [letter for letter in words if letter]
    chosen = letters if len(letters) <= _MOST_INITIALS else [letters[0], letters[-1]]
    return "".join(letter.upper()[:1] for letter in chosen)


def tint(name: str) -> int:
    """The colour of a name: nobody's choice, and everywhere the same."""
    return zlib.crc32(name.casefold().encode()) % TINTS + 1


def _view(thread: Thread, discussion: Discussion, ways: Ways) -> CommentView:
    comment = thread.comment
    text = discussion.texts[comment.id]
    answered = thread.answered
    return CommentView(
        id=comment.id,
        anchor=comment_anchor(comment.id),
        name=comment.name,
        website=comment.website,
        date=moment_of(comment),
        html=Markup(text.html),  # noqa: S704 - cleaned by `comment_html`
        plain=text.plain,
        initials=initials(comment.name),
        tint=tint(comment.name),
        is_owner=comment.type == "owner_reply",
        deleted=comment.deleted,
        answered=Answered(name=answered.name, anchor=comment_anchor(answered.id)) if answered else None,
        reply_url="" if comment.deleted else ways.reply(comment),
        report_url="" if comment.deleted else ways.report(comment),
        answers=tuple(_view(answer, discussion, ways) for answer in thread.answers),
    )
