"""The questions a layout may ask."""

from __future__ import annotations

import pytest

from made import author, page, post, service, view_of
from sitegen.settings.settings import Permalinks, Settings

LISTINGS = ("blog", "services", "categories", "tags", "archive")


def test_a_site_without_anything_has_no_listing() -> None:
    view = view_of()
    assert [view.listing(key) for key in LISTINGS] == [""] * len(LISTINGS)


def test_a_listing_that_something_stands_on_has_an_address() -> None:
    view = view_of(post("a", category="K", tags="[x]"), service("s"))
    assert [view.listing(key) for key in LISTINGS] == [
        "/blog/",
        "/leistungen/",
        "/blog/kategorien/",
        "/blog/schlagwoerter/",
        "/blog/archiv/",
    ]


def test_a_post_without_tags_and_category_makes_no_list_of_them() -> None:
    view = view_of(post("a"))
    assert [view.listing(key) for key in LISTINGS] == ["/blog/", "", "", "", "/blog/archiv/"]


def test_a_text_above_a_list_is_enough_for_it() -> None:
    view = view_of(page("blog/index.md"), page("services/index.md"))
    assert (view.listing("blog"), view.listing("services")) == ("/blog/", "/leistungen/")


def test_a_listing_that_is_off_has_no_address() -> None:
    off = Settings(title="T", permalinks=Permalinks(blog="off", archive="off"))
    view = view_of(post("a"), settings=off)
    assert (view.listing("blog"), view.listing("archive")) == ("", "")


def test_addresses_stand_below_the_base_path() -> None:
    view = view_of(post("a"), settings=Settings(title="T", url="https://www.example.org/va/"))
    assert (view.home, view.url("/feed.xml"), view.listing("blog")) == ("/va/", "/va/feed.xml", "/va/blog/")
    assert view.absolute(view.home) == "https://www.example.org/va/"


def test_neighbours_in_time() -> None:
    view = view_of(post("a", date="2026-01-01"), post("b", date="2026-02-01"), post("c", date="2026-03-01"))
    newest, middle, oldest = view.latest(9)
    assert (view.neighbours(middle).older, view.neighbours(middle).newer) == (oldest, newest)
    assert view.neighbours(newest).newer is None
    assert view.neighbours(oldest).older is None


def test_a_series_begins_with_its_first_part_whatever_the_spelling() -> None:
    view = view_of(
        post("b", date="2026-02-01", series="leeres postfach"), post("a", date="2026-01-01", series="Leeres Postfach")
    )
    newest = view.latest(1)[0]
    assert [part.id for part in view.series(newest)] == ["a", "b"]


def test_a_post_without_a_series_has_no_parts() -> None:
    view = view_of(post("a"))
    assert view.series(view.latest(1)[0]) == ()


def test_years_newest_first_and_without_address_where_they_are_off() -> None:
    posts = (post("a", date="2024-12-31 23:30"), post("b", date="2026-01-01"), post("c", date="2024-05-01"))
    view = view_of(*posts)
    assert [(group.year, group.url, len(group.posts)) for group in view.years()] == [
        (2026, "/blog/archiv/2026/", 1),
        (2024, "/blog/archiv/2024/", 2),
    ]
    off = view_of(*posts, settings=Settings(title="T", permalinks=Permalinks(year="off")))
    assert {group.url for group in off.years()} == {""}


def test_a_year_begins_in_berlin() -> None:
    """New Year's night in UTC is the old year still."""
    view = view_of(post("a", date="2025-12-31T23:30:00Z"))
    assert [group.year for group in view.years()] == [2026]


def test_services_by_category_in_the_owners_order() -> None:
    view = view_of(
        service("c", category="Y", order="1"),
        service("b", category="X", order="2"),
        service("a", category="Y", order="3"),
    )
    assert [(group.name, [found.slug for found in group.services]) for group in view.service_categories()] == [
        ("Y", ["c", "a"]),
        ("X", ["b"]),
    ]


def test_entries_by_name() -> None:
    view = view_of(post("a"), service("s"), author("jo"), page("kontakt.md"))
    found = (view.post("a"), view.service("s"), view.author("jo"))
    assert [entry.source if entry else "" for entry in found] == [
        "content/blog/a.md",
        "content/services/s.md",
        "content/authors/jo.md",
    ]
    assert (view.post("x"), view.service("x"), view.author("x"), view.data("x")) == (None, None, None, None)
    assert (view.link("kontakt.md"), view.link("nichts.md")) == ("/kontakt/", "")
    assert view.post_ids() == ("a",)


def test_pages_in_german_order_of_their_titles() -> None:
    view = view_of(page("a.md", title="Zuletzt"), page("b.md", title="Öffnungszeiten"), page("c.md", title="Preise"))
    assert [found.title for found in view.pages()] == ["Öffnungszeiten", "Preise", "Zuletzt"]


def test_an_unknown_file_of_the_theme_is_the_layouts_fault() -> None:
    with pytest.raises(KeyError):
        view_of().asset("nichts.css")
