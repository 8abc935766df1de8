"""Which comment is meant by `K7XQ2M` or a whole id. Pure.

Never a place in a list: it moves with every decision, and the next one would hit a comment that nobody has read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import msgspec

from sitegen.model.comments.comment import Comment
from sitegen.text.ulids import meant_by, short_of


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """All comments of a site: pending ones, the oldest first; published ones, the newest first."""

    pending: tuple[Comment, ...] = ()
    published: tuple[Comment, ...] = ()

    @property
    def all(self) -> tuple[Comment, ...]:
        """Both, in order."""
        return (*self.pending, *self.published)


class NotChosen(msgspec.Struct, frozen=True, kw_only=True):
    """Why no comment is meant."""

    reason: Literal["none", "several"]
    word: str


def ordered(pending: Sequence[Comment], published: Sequence[Comment]) -> Shelf:
    """The shelf of these comments, whatever their order."""
    return Shelf(
        pending=tuple(sorted(pending, key=_age)),
        published=tuple(sorted(published, key=_age, reverse=True)),
    )


def _age(comment: Comment) -> tuple[datetime, bool, str]:
    """By date; an answer comes after what it answers, also in the same second."""
    return comment.date, comment.parent != "", comment.id


def chosen(word: str, comments: Sequence[Comment]) -> Comment | NotChosen:
    """The comment that is meant by a word, as `meant_by` has it."""
    known = {comment.id: comment for comment in comments}
    found = meant_by(word, known)
    if len(found) == 1:
        return known[found[0]]
    return NotChosen(reason="several" if found else "none", word=word)


def twin_of(comment: Comment, comments: Sequence[Comment]) -> Comment | None:
    """One that says the same under the same name below the same post: the same mail, read twice."""
    same = (comment.post, comment.name, comment.text)
    return next((other for other in comments if (other.post, other.name, other.text) == same), None)


def short_id(comment: Comment) -> str:
    """The end of its id, as lists show it."""
    return short_of(comment.id)
