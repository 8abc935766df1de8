"""A published comment, as its file holds it and as site and inbox both know it.

Never an e-mail address, never an IP, never HTML: `text` is what was typed. It is cleaned where it is shown
(`text`), so a fault found there heals old comments, too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

import msgspec

CommentType = Literal["comment", "owner_reply", "webmention", "pingback", "trackback"]

FORMAT: Final = 1
FOLDER: Final = "content/comments"
PENDING_FOLDER: Final = "content/comments/_pending"
"""Never in git."""
LARGEST: Final = 40 * 1024
"""Bytes of a comment file: no text that a form takes is too long for it, whatever its alphabet."""
NAME_LIMIT: Final = 80
TEXT_LIMIT: Final = 8_000
WEBSITE_LIMIT: Final = 200


def comment_path(post: str, comment_id: str) -> str:
    """The file of a comment, relative to the site."""
    return f"{FOLDER}/{post}/{comment_id}.md"


def comment_anchor(comment_id: str) -> str:
    """The id of a comment's element on its page, and the end of its address."""
    return f"kommentar-{comment_id}"


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """One comment, answer of the owner, or mention."""

    id: str
    """A ULID; the file's name, never made of a visitor's text."""
    post: str
    """Id of the post, which outlives its address."""
    parent: str = ""
    """ULID of the comment that this one answers."""
    name: str = ""
    website: str = ""
    """http or https; empty for none."""
    date: datetime
    """UTC."""
    type: CommentType = "comment"
    source: str = "form"
    """Where it came from: `form`, `manual`, `wordpress:123`."""
    deleted: bool = False
    """A tombstone: name and text are gone, answers keep their place."""
    text: str = ""

    @property
    def path(self) -> str:
        """Its file, relative to the site."""
        return comment_path(self.post, self.id)

    @property
    def is_mention(self) -> bool:
        """Whether it is a link from elsewhere rather than something written here."""
        return self.type in {"webmention", "pingback", "trackback"}


class Withdrawn(msgspec.Struct, frozen=True, kw_only=True):
    """What an inbox hands out instead of a comment that must not, or no longer, stand on the site."""

    withdrawn: str
    """Its ULID."""
    post: str
