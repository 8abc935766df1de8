"""Aliases, slugs and pictures of front matter."""

from __future__ import annotations

import pytest

from made import codes_of, made_page, page, post
from sitegen.model.common import alias_path, alias_paths, is_path


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/alt", "/alt/"),
        ("/alt/", "/alt/"),
        ("/alt.html", "/alt.html"),
        ("/2019/05/alter-name.php", "/2019/05/alter-name.php"),
        ("/über mich/", "/%C3%BCber%20mich/"),
        ("/%C3%BCber%20mich/", "/%C3%BCber%20mich/"),
        ("/a//b", "/a/b/"),
        ("/", "/"),
    ],
)
def test_an_alias_becomes_one_address_however_it_is_typed(typed: str, path: str) -> None:
    assert alias_path(typed) == path


@pytest.mark.parametrize(
    "typed",
    [
        "alt/",
        "https://www.example.org/alt/",
        "//www.example.org/",
        "/?p=12",
        "/seite#oben",
        "/../draussen/",
        "/a/./b",
        "/%2e%2e/draussen/",
        "/a\\b/",
        '/a"b/',
        "/a<b>/",
        "/a\nb/",
        "/alles/*",
    ],
)
def test_what_no_file_can_answer_is_no_alias(typed: str) -> None:
    assert not is_path(typed)
    assert alias_paths([typed], "") == ()


def test_an_alias_stands_below_the_base_path() -> None:
    assert alias_paths(["/alt", "/b.html"], "/va") == ("/va/alt/", "/va/b.html")


def test_a_wrong_alias_is_named_at_its_place_and_the_page_goes_on() -> None:
    made = made_page("x.md", aliases="[/gut/, '/../raus/']")
    assert made.entry is not None
    assert made.entry.aliases == ("/gut/",)
    (found,) = made.findings
    assert (found.code, found.span.line, found.facts["alias"]) == ("SG403", 3, "/../raus/")


def test_a_slug_that_needs_another_spelling_is_named_with_the_right_one() -> None:
    made = made_page("x.md", slug="Über uns")
    assert codes_of(made.findings) == ["SG404"]
    assert made.findings[0].facts["suggestion"] == "ueber-uns"


def test_a_picture_may_be_a_name_alone() -> None:
    image = page("x.md", image="bild.png").image
    assert image is not None
    assert (image.src, image.alt) == ("bild.png", "")


def test_the_texts_of_a_picture_are_typeset() -> None:
    image = post("x", image='{src: a.png, alt: "Ein \\"Weg\\"", caption: Hin - und her, credit: © A - B}').image
    assert image is not None
    assert (image.alt, image.caption, image.credit) == ("Ein „Weg“", "Hin – und her", "© A – B")
