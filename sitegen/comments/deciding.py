"""What each decision changes in the files: pure, from the comments that are there to files to write and to remove."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from sitegen.model.comments.comment import PENDING_FOLDER, Comment


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Files to write first, then files to remove; paths relative to the site."""

    writes: tuple[tuple[str, Comment], ...] = ()
    removes: tuple[str, ...] = ()


def pending_path(comment: Comment) -> str:
    """Its file as long as nobody has decided."""
    return f"{PENDING_FOLDER}/{comment.post}/{comment.id}.md"


def approval(comment: Comment, *, answer: Comment | None = None) -> Change:
    """A pending comment moves to the published ones, with the owner's answer in the same step."""
    published = (comment, answer) if answer else (comment,)
    return Change(writes=tuple((item.path, item) for item in published), removes=(pending_path(comment),))


def rejection(comment: Comment) -> Change:
    """A pending comment is gone; nothing of it was ever published."""
    return Change(removes=(pending_path(comment),))


def removal(comment: Comment, published: Sequence[Comment]) -> Change:
    """A published comment is gone; where answers hang on it, a file without name and text keeps their place."""
    if not has_answers(comment, published):
        return Change(removes=(comment.path,))
    return Change(writes=((comment.path, tombstone(comment)),))


def has_answers(comment: Comment, published: Sequence[Comment]) -> bool:
    """Whether a published comment answers this one."""
    return any(other.parent == comment.id for other in published)


def tombstone(comment: Comment) -> Comment:
    """What is left of a deleted comment: its place."""
    return msgspec.structs.replace(comment, name="", website="", text="", deleted=True)


def owner_answer(to: Comment, *, text: str, name: str, new_id: str, now: datetime) -> Comment:
    """The owner's answer to a comment."""
    return Comment(
        id=new_id,
        post=to.post,
        parent=to.id,
        name=name,
        date=now,
        type="owner_reply",
        source="manual",
        text=text,
    )
