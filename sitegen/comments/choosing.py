"""Which comment is meant by `1`, `K7XQ2M` or a whole id. Pure.

Pending comments come first, the oldest as number 1; published ones follow, the newest first. So the numbers are those
of the list, whatever part of it was shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

import msgspec

from sitegen.model.comment import Comment

SHOWN: Final = 6
"""Characters at the end of an id that lists show: chance, where the beginning is time and much alike."""


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """All comments of a site, in the order in which they are numbered."""

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
    """The comment of that number, from 1, or whose id begins or ends so; capitals make no difference."""
    if word.isdecimal() and len(word) < SHOWN:
        return comments[int(word) - 1] if 0 < int(word) <= len(comments) else NotChosen(reason="none", word=word)
    typed = word.upper()
    found = [comment for comment in comments if comment.id.startswith(typed) or comment.id.endswith(typed)]
    if len(found) == 1:
        return found[0]
    return NotChosen(reason="several" if found else "none", word=word)


def twin_of(comment: Comment, comments: Sequence[Comment]) -> Comment | None:
    """One that says the same under the same name below the same post: the same mail, read twice."""
    same = (comment.post, comment.name, comment.text)
    return next((other for other in comments if (other.post, other.name, other.text) == same), None)


def short_id(comment: Comment) -> str:
    """The end of its id, as lists show it."""
    return comment.id[-SHOWN:]
