"""The last day for comments: whole days in Berlin, also where a clock is changed in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from made import post
from sitegen.model.comments.closing import closes_at, takes_comments
from sitegen.settings.comments import Comments
from sitegen.text.moments import BERLIN, Moment, parse_moment

OPEN = Comments(open=True, close_after=90)


@pytest.mark.parametrize(
    ("date", "end"),
    [
        ("2026-11-01", datetime(2027, 1, 30, 23, tzinfo=UTC)),
        ("2026-11-01 00:05", datetime(2027, 1, 30, 23, tzinfo=UTC)),
        ("2026-11-01 23:55", datetime(2027, 1, 30, 23, tzinfo=UTC)),
        ("2026-01-15", datetime(2026, 4, 15, 22, tzinfo=UTC)),
    ],
    ids=["a day", "its first minutes", "its last minutes", "into summer time"],
)
def test_the_last_day_ends_at_midnight_in_berlin(date: str, end: datetime) -> None:
    assert closes_at(post("text", date=date), OPEN) == end


def test_zero_days_mean_for_ever() -> None:
    text = post("text", date="2016-01-01")
    assert closes_at(text, Comments(open=True, close_after=0)) is None
    assert takes_comments(text, Comments(open=True, close_after=0), parse_moment("2026-11-21"))


def test_the_last_minute_counts_and_the_next_does_not() -> None:
    text = post("text", date="2026-11-01")
    end = datetime(2027, 1, 31, tzinfo=BERLIN)
    assert takes_comments(text, OPEN, Moment.of(end - timedelta(seconds=1), "minute"))
    assert not takes_comments(text, OPEN, Moment.of(end, "minute"))


@pytest.mark.parametrize(
    ("comments", "of_post"), [(Comments(open=False), "ja"), (OPEN, "nein")], ids=["the site", "the post"]
)
def test_site_and_post_must_both_be_open(comments: Comments, of_post: str) -> None:
    text = post("text", date="2026-11-01", comments=of_post)
    assert not takes_comments(text, comments, parse_moment("2026-11-21"))
