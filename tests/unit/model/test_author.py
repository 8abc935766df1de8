"""Authors: from a file, or from a mere name in a post."""

from __future__ import annotations

from made import OPTIONS, assembled, author, codes_of, made_author, post, site_of
from sitegen.model.author import author_from_name


def test_an_author_has_an_address_and_typeset_texts() -> None:
    found = author("jo-adler", title="Jo Adler", role='Inhaberin - und "Chefin"', website="https://www.example.org/")
    assert (found.url, found.slug, found.title) == ("/blog/von/jo-adler/", "jo-adler", "Jo Adler")
    assert (found.role, found.website) == ("Inhaberin – und „Chefin“", "https://www.example.org/")


def test_an_author_without_a_name_is_none() -> None:
    made = made_author("jo", title="", rolle="x")
    assert made.entry is None
    assert codes_of(made.findings)


def test_a_post_may_name_an_author_by_file_slug_or_name() -> None:
    site = site_of(
        author("jo-adler", title="Jo Adler", slug="johanna"),
        *(
            post(f"p{number}", author=name)
            for number, name in enumerate(("jo-adler", "johanna", "Jo Adler", "JO ADLER"))
        ),
    )
    assert {found.authors for found in site.posts} == {("johanna",)}
    assert [found.title for found in site.authors] == ["Jo Adler"]


def test_a_name_without_a_file_becomes_an_author_once() -> None:
    site = site_of(post("a", author="Änne Groß"), post("b", authors="[änne groß, Kim]"))
    assert [(found.slug, found.source) for found in site.authors] == [("aenne-gross", ""), ("kim", "")]
    assert author_from_name("???", OPTIONS).slug == "autor"


def test_naming_somebody_twice_names_her_once() -> None:
    site = site_of(author("jo", title="Jo Adler"), post("a", author="jo", authors="[Jo Adler, jo]"))
    assert site.posts[0].authors == ("jo",)


def test_two_posts_with_one_id_are_told_apart() -> None:
    made = assembled(post("a", id="x"), post("b", id="x"), post("c"))
    assert [(found.code, found.span.file) for found in made.findings] == [("SG405", "content/blog/b.md")]
