"""Who answers whom: comments of one post put in order, and into threads no deeper than a page can show.

Pure, and fit for any number of comments and any chain of answers. Never renders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.model.comments.comment import Comment
from sitegen.model.comments.text import Rendered


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """Comments of one post, each with a parent that is there, or none; and what had to be mended for that."""

    comments: tuple[Comment, ...]
    """By date, then id."""
    orphans: tuple[Comment, ...] = ()
    """As they were: they answer something that is not there."""
    circular: tuple[Comment, ...] = ()
    """As they were: of each circle of answers the oldest, where it was cut."""


class Discussion(msgspec.Struct, frozen=True, kw_only=True):
    """What was said about one post, settled, and how it is shown."""

    comments: tuple[Comment, ...]
    texts: dict[str, Rendered]
    """By ULID."""


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """One comment with the answers that are shown below it."""

    comment: Comment
    answers: tuple[Thread, ...] = ()
    answered: Comment | None = None
    """What it answers, where its place does not say so any more."""


def settled(comments: Iterable[Comment]) -> Settled:
    """Order comments of one post, and see to it that every chain of answers begins somewhere."""
    ordered = sorted(comments, key=lambda comment: (comment.date, comment.id))
    known = {comment.id: comment for comment in ordered}
    orphans = tuple(comment for comment in ordered if comment.parent and comment.parent not in known)
    circular = tuple(_cuts(ordered, known))
    # What answers a mention stands for itself, too: mentions are listed apart.
    roots = {comment.id for comment in (*orphans, *circular)}
    mended = tuple(
        msgspec.structs.replace(comment, parent="")
        if comment.id in roots or (comment.parent and known[comment.parent].is_mention)
        else comment
        for comment in ordered
    )
    return Settled(comments=mended, orphans=orphans, circular=circular)


def threads(comments: Sequence[Comment], *, depth: int) -> tuple[Thread, ...]:
    """The threads of settled comments, without mentions, `depth` levels at most (1: a plain list).

    A deleted comment is there only while an answer needs its place. What lies deeper than `depth` stands on the last
    level, in order of time, and says whom it answers.
    """
    spoken = [comment for comment in comments if not comment.is_mention]
    known = {comment.id: comment for comment in spoken}
    kept = _needed(_from_the_roots(spoken), known)
    above = _shown_below(kept, known, depth)
    below: dict[str, list[Thread]] = defaultdict(list)
    # The deepest first: a thread is made when all its answers are there.
    for comment in sorted((one for one in spoken if one.id in kept), key=lambda one: -min(kept[one.id], depth)):
        parent = above[comment.id]
        answered = known[comment.parent] if comment.parent != parent else None
        below[parent].append(Thread(comment=comment, answers=tuple(below[comment.id]), answered=answered))
    return tuple(below[""])


def _cuts(ordered: Sequence[Comment], known: Mapping[str, Comment]) -> Iterable[Comment]:
    """The oldest comment of each circle."""
    done: set[str] = set()
    for start in ordered:
        trail: dict[str, Comment] = {}
        comment: Comment | None = start
        while comment is not None and comment.id not in done and comment.id not in trail:
            trail[comment.id] = comment
            comment = known.get(comment.parent)
        if comment is not None and comment.id in trail:
            ids = list(trail)
            circle = ids[ids.index(comment.id) :]
            yield min((trail[name] for name in circle), key=lambda one: (one.date, one.id))
        done.update(trail)


def _from_the_roots(spoken: Sequence[Comment]) -> dict[str, int]:
    """Level of every comment, 1 for those that answer nothing; parents stand before their answers."""
    answers: dict[str, list[str]] = defaultdict(list)
    for comment in spoken:
        answers[comment.parent].append(comment.id)
    levels: dict[str, int] = {}
    level, here = 1, answers[""]
    while here:
        levels.update(dict.fromkeys(here, level))
        here = [name for parent in here for name in answers[parent]]
        level += 1
    return levels


def _needed(levels: dict[str, int], known: Mapping[str, Comment]) -> dict[str, int]:
    """The levels of what is shown: all but deleted comments that no answer hangs on."""
    needed: set[str] = set()
    for name in reversed(levels):
        comment = known[name]
        if name in needed or not comment.deleted:
            needed |= {name, comment.parent}
    return {name: level for name, level in levels.items() if name in needed}


def _shown_below(levels: Mapping[str, int], known: Mapping[str, Comment], depth: int) -> dict[str, str]:
    """Below which comment each is shown: its parent, or that of its parent where this is on the last level already."""
    above: dict[str, str] = {}
    for name in levels:
        parent = known[name].parent
        above[name] = above[parent] if parent and levels[parent] >= depth else parent
    return above
