"""Categories, tags and authors as lists of posts."""

from __future__ import annotations

from made import author, post, view_of
from sitegen.settings.settings import Permalinks, Settings

OFF = Settings(title="T", permalinks=Permalinks(tag="off", category="off"))


def test_two_spellings_of_a_tag_are_one_term_with_all_posts() -> None:
    first, second = post("a", tags="[E-Mail]"), post("b", tags="[e-mail]")
    (group,) = view_of(first, second).terms("tag")
    assert {found.id for found in group.posts} == {"a", "b"}
    assert (group.term.slug, group.count) == ("e-mail", 2)


def test_which_spelling_names_the_term_does_not_depend_on_the_order_of_posts() -> None:
    one, two = post("a", tags="[Büro]"), post("b", tags="[BÜRO]")
    other, another = post("a", tags="[BÜRO]"), post("b", tags="[Büro]")
    assert view_of(one, two).terms("tag")[0].term.name == view_of(other, another).terms("tag")[0].term.name


def test_a_post_with_two_spellings_of_a_tag_stands_in_its_list_once() -> None:
    view = view_of(post("a", tags="[E-Mail, e-mail, E-MAIL]"))
    (group,) = view.terms("tag")
    assert group.count == 1
    assert len(view.tags(group.posts[0])) == 1


def test_a_tag_that_a_post_has_twice_lists_it_once() -> None:
    (group,) = view_of(post("a", tags="[E-Mail, E-Mail]"), post("b", tags="[E-Mail]")).terms("tag")
    assert sorted(found.id for found in group.posts) == ["a", "b"]


def test_posts_under_two_spellings_stand_in_one_order() -> None:
    dated = [
        post(name, date=f"2026-01-0{day}", tags=f"[{tag}]")
        for day, (name, tag) in enumerate(zip("abc", ("x", "X", "x"), strict=True), 1)
    ]
    (group,) = view_of(*dated).terms("tag")
    assert [found.id for found in group.posts] == ["c", "b", "a"]


def test_terms_stand_in_german_order() -> None:
    view = view_of(post("a", tags="[Zeit, Österreich, Ordnung, apfel]"))
    assert [group.term.name for group in view.terms("tag")] == ["apfel", "Ordnung", "Österreich", "Zeit"]


def test_a_term_without_a_page_has_no_address() -> None:
    view = view_of(post("a", tags="[x]", category="Y"), settings=OFF)
    category = view.category(view.latest(1)[0])
    assert view.terms("tag")[0].term.url == ""
    assert category is not None
    assert category.url == ""


def test_authors_with_posts_and_authors_with_a_file_are_listed() -> None:
    view = view_of(author("berta"), author("anna"), post("a", author="Carla"), post("b", author="berta"))
    assert [(group.term.name, group.count) for group in view.terms("author")] == [
        ("Anna", 0),
        ("Berta", 1),
        ("Carla", 1),
    ]
