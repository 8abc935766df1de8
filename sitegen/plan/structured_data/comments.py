"""Comments of a post, as search engines read them (schema.org/Comment)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sitegen.model.comments.comment import Comment, comment_anchor
from sitegen.model.comments.threads import Discussion
from sitegen.model.entries import Post
from sitegen.plan.comments import moment_of, said_about, shown_comments
from sitegen.plan.structured_data.known import Known
from sitegen.plan.structured_data.things import Thing, thing
from sitegen.text.moments import rfc3339

MOST: Final = 100
"""So many are told in full, the oldest; their number is told in any case. All of them stand in the page anyway."""


def comment_properties(post: Post, known: Known) -> dict[str, object]:
    """`commentCount` and `comment` of a post; nothing where nobody has said anything."""
    said = said_about(post, known.site)
    count = len(shown_comments(said))
    if not count:
        return {}
    return {"commentCount": count, "comment": list(_comments(said, known.absolute(post.url)))}


def _comments(said: Discussion, page: str) -> Iterator[Thing]:
    told = shown_comments(said)[:MOST]
    ids = {comment.id: f"{page}#{comment_anchor(comment.id)}" for comment in told}
    for comment in told:
        parent = ids.get(comment.parent)
        yield thing(
            "Comment",
            {
                "@id": ids[comment.id],
                "url": ids[comment.id],
                "author": _author(comment),
                "dateCreated": rfc3339(moment_of(comment)),
                "text": said.texts[comment.id].plain,
                "parentItem": {"@id": parent} if parent else None,
            },
        )


def _author(comment: Comment) -> Thing | None:
    return thing("Person", {"name": comment.name, "url": comment.website}) if comment.name else None
