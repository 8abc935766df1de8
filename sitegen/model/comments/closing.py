"""Until when a post can be commented on. The page and the inbox go by the same rule, and it names days, not minutes.

Pure; the moment of a build is given.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sitegen.model.entries import Post
from sitegen.settings.comments import Comments
from sitegen.text.moments import BERLIN, Moment


def closes_at(post: Post, comments: Comments) -> datetime | None:
    """The midnight in Berlin that ends the last day for comments, in UTC; None where there is no last day."""
    if not comments.close_after:
        return None
    last = post.date.at.date() + timedelta(days=comments.close_after)
    return datetime.combine(last + timedelta(days=1), time(), BERLIN).astimezone(UTC)


def takes_comments(post: Post, comments: Comments, now: Moment) -> bool:
    """Whether a post can be commented on at `now`."""
    end = closes_at(post, comments)
    return comments.open and post.comments and (end is None or now.instant < end)
