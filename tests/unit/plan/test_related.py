"""Which posts belong together."""

from __future__ import annotations

from made import post, view_of
from sitegen.settings.settings import Blog, Settings


def related(*posts: str, count: int = 3, **fields: dict[str, str]) -> list[str]:
    view = view_of(
        *(post(name, **fields.get(name, {})) for name in posts), settings=Settings(title="T", blog=Blog(related=count))
    )
    asked = view.post(posts[0])
    assert asked is not None
    return [other.id for other in view.related(asked)]


def test_posts_that_share_nothing_are_not_related() -> None:
    assert related("a", "b", a={"tags": "[x]"}, b={"tags": "[y]"}) == []


def test_a_series_weighs_more_than_a_tag_and_a_tag_more_than_a_category() -> None:
    found = related(
        *"abcd",
        a={"tags": "[x]", "category": "K", "series": "S"},
        b={"category": "K"},
        c={"tags": "[x]"},
        d={"series": "S"},
    )
    assert found == ["d", "c", "b"]


def test_of_equals_the_nearest_in_time_comes_first() -> None:
    found = related(
        *"abc",
        a={"tags": "[x]", "date": "2026-06-15"},
        b={"tags": "[x]", "date": "2026-01-01"},
        c={"tags": "[x]", "date": "2026-07-01"},
    )
    assert found == ["c", "b"]


def test_two_spellings_of_one_tag_weigh_once() -> None:
    found = related(*"abc", a={"tags": "[E-Mail, e-mail, x, y]"}, b={"tags": "[e-mail]"}, c={"tags": "[x, y]"})
    assert found == ["c", "b"]


def test_no_more_than_asked_for() -> None:
    tagged = {"tags": "[x]"}
    assert len(related(*"abcd", count=2, a=tagged, b=tagged, c=tagged, d=tagged)) == 2
    assert related(*"abcd", count=0, a=tagged, b=tagged, c=tagged, d=tagged) == []
