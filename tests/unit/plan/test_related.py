"""Which posts belong together."""

from __future__ import annotations

from made import OPTIONS, document_of, only, text_of, view_of
from sitegen.model.post import post_from
from sitegen.settings.settings import Blog, Settings

HEAD = {"title": "T", "date": "2026-11-01"}


def related(*heads: dict[str, str], count: int = 3) -> list[str]:
    """The ids of the posts related to the first; the posts are called a, b, c … and have these heads."""
    posts = [
        only(post_from(document_of(f"content/blog/{name}.md", text_of("Text.", **(HEAD | head))), OPTIONS))
        for name, head in zip("abcdef", heads, strict=False)
    ]
    view = view_of(*posts, settings=Settings(title="T", blog=Blog(related=count)))
    asked = view.post("a")
    assert asked is not None
    return [other.id for other in view.related(asked)]


def test_posts_that_share_nothing_are_not_related() -> None:
    assert related({"tags": "[x]"}, {"tags": "[y]"}) == []


def test_a_series_weighs_more_than_a_tag_and_a_tag_more_than_a_category() -> None:
    found = related(
        {"tags": "[x]", "category": "K", "series": "S"},
        {"category": "K"},
        {"tags": "[x]"},
        {"series": "S"},
    )
    assert found == ["d", "c", "b"]


def test_of_equals_the_nearest_in_time_comes_first() -> None:
    found = related(
        {"tags": "[x]", "date": "2026-06-15"},
        {"tags": "[x]", "date": "2026-01-01"},
        {"tags": "[x]", "date": "2026-07-01"},
    )
    assert found == ["c", "b"]


def test_two_spellings_of_one_tag_weigh_once() -> None:
    found = related({"tags": "[E-Mail, e-mail, x, y]"}, {"tags": "[e-mail]"}, {"tags": "[x, y]"})
    assert found == ["c", "b"]


def test_no_more_than_asked_for() -> None:
    tagged = {"tags": "[x]"}
    assert len(related(tagged, tagged, tagged, tagged, count=2)) == 2
    assert related(tagged, tagged, tagged, tagged, count=0) == []


def test_what_shares_less_fills_up_after_what_shares_more() -> None:
    found = related(
        {"tags": "[x, y]", "date": "2026-06-15"},
        {"tags": "[x]", "date": "2026-01-01"},
        {"tags": "[x, y]", "date": "2020-01-01"},
        {"tags": "[y]", "date": "2026-06-01"},
        {"tags": "[x]", "date": "2026-05-01"},
    )
    assert found == ["c", "d", "e"]
