"""Comments as lines for people. Pure; the texts hold no control characters, since their reader takes them out."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.cli import comment_wording as wording
from sitegen.cli.telling import beginning, moment
from sitegen.comments.choosing import short_id
from sitegen.model.comments.comment import Comment


def name_of(comment: Comment) -> str:
    """Who wrote it, or what there is to say instead."""
    return wording.DELETED if comment.deleted else comment.name or wording.WITHOUT_NAME


def entry(comment: Comment, *, title: str) -> str:
    """Two lines of a list: what it is, and how it begins."""
    first = wording.ENTRY.format(id=short_id(comment), date=moment(comment.date), name=name_of(comment), post=title)
    begins = beginning(comment.text)
    return f"{first}\n          {begins}" if begins else first


def whole(comment: Comment, *, title: str, facts: Iterable[tuple[str, str]] = ()) -> str:
    """Everything about one comment: the facts in two columns, then its text as it was typed."""
    rows = [
        (wording.POST, title),
        (wording.NAME, name_of(comment)),
        (wording.WEBSITE, comment.website),
        (wording.DATE, moment(comment.date)),
        (wording.ANSWER_TO, comment.parent),
        *facts,
    ]
    width = max(len(label) for label, value in rows if value)
    lines = [f"  {label:{width}}  {value}" for label, value in rows if value]
    return "\n".join([*lines, "", *(f"    {line}".rstrip() for line in comment.text.split("\n"))]).rstrip()
