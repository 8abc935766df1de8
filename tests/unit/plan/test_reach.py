"""Where words alone have changed, every answer that is another is reached; most others need nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from made import page, post, site_of, view_of
from sitegen.model.entries import Post
from sitegen.plan.pictures import PictureView
from sitegen.plan.questions.answers import Digests, Question
from sitegen.plan.questions.asked import Again
from sitegen.plan.questions.reach import BESIDE, HOLDING, OWN, Reach
from sitegen.plan.questions.site import Files, SiteView
from sitegen.plan.routes import Planner
from sitegen.plan.views import PageView

ABOUT_A_PAGE = frozenset({"footer", "listed", "navigation", "picture_for_sharing", "sections", "structured_data"})
WITH_MORE = {"asset": ("sstyle.css",), "target": ("skontakt.md",), "shown": ()}
"""What is asked beside the page, or instead of it."""

TAGS = st.lists(st.sampled_from(["Büro", "Zeit", "Ordnung"]), unique=True)
POSTS = st.lists(st.tuples(st.integers(1, 5), TAGS, st.sampled_from(["", "Reihe"])), min_size=1, max_size=7)


def posts_of(drawn: list[tuple[int, list[str], str]]) -> tuple[Post, ...]:
    return tuple(
        post(
            f"p{number}",
            date=f"2026-01-0{day}",
            tags=f"[{', '.join(tags)}]",
            category=tags[0] if tags else "",
            series=series,
            image=f"p{number}.jpg",
        )
        for number, (day, tags, series) in enumerate(drawn)
    )


def view_over(posts: tuple[Post, ...]) -> SiteView:
    pictures = {(one.source, one.image.src): PictureView(url="/b", width=1, height=1) for one in posts if one.image}
    return SiteView(site_of(*posts, page("kontakt.md")), Files(assets={"style.css": "/s.css"}, pictures=pictures))


def pages_of(view: SiteView, posts: tuple[Post, ...]) -> dict[str, PageView]:
    routes = Planner(site_of(*posts, page("kontakt.md")), view).routes()
    return {route.view.url: route.view for route in routes}


def questions_about(posts: tuple[Post, ...], pages: dict[str, PageView]) -> Iterator[Question]:
    """Every question of which something is known, about everything it may be asked about."""
    for name in sorted({*OWN, *HOLDING, BESIDE}):
        more = WITH_MORE.get(name, ())
        if name == "asset":
            yield (name, *more)
        elif name in ABOUT_A_PAGE or name in WITH_MORE:
            yield from ((name, f"p{url}", *more) for url in pages)
        else:
            yield from ((name, f"e{one.source}", *more) for one in posts)


@given(POSTS, st.data())
def test_no_answer_is_missed(drawn: list[tuple[int, list[str], str]], data: st.DataObject) -> None:
    """A page is not looked at where it is that of a post with other words: it is made anew in any case."""
    posts = posts_of(drawn)
    chosen = data.draw(st.sets(st.sampled_from([one.source for one in posts])))
    other = tuple(
        msgspec.structs.replace(one, title="Neu", summary="Neu", is_summarised=True, minutes=9, body_line=9)
        if one.source in chosen
        else one
        for one in posts
    )
    assert [one.shape for one in posts] == [one.shape for one in other]
    old, new = view_over(posts), view_over(other)
    pages, before = pages_of(new, other), pages_of(old, posts)
    was, now = Again(old, posts, Digests()), Again(new, other, Digests())
    reach = Reach(chosen, now)
    own = {f"p{one.url}" for one in other if one.source in chosen}
    questions = [question for question in questions_about(posts, pages) if own.isdisjoint(question)]
    reached = set(reach.among(enumerate(questions), pages))
    for number, question in enumerate(questions):
        if now.digest(question, pages) != was.digest(question, before):
            assert number in reached, question


def test_what_is_not_known_is_reached() -> None:
    again = Again(view_of(), (), Digests())
    assert Reach((), again).reaches(("latest", "i3"), {})
    assert Reach((), again).reaches(("listed", "p/weg/"), {})
    assert not Reach((), again).reaches(("navigation", "p/"), {})


def test_the_names_are_those_of_questions() -> None:
    assert all(hasattr(SiteView, name) for name in {*OWN, *HOLDING, BESIDE})
