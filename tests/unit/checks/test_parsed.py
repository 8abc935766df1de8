"""A page is taken apart once, and nothing of it is lost or found twice on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.elements import raw_text
from sitegen.checks.parsed import ParsedPage, is_all_of, is_within
from sitegen.checks.waited_for import found_in
from sitegen.text.placeholders import BREAK

PIECES = (
    *(
        "<main>",
        "</main>",
        "<div>",
        "</div>",
        "<article>",
        "<header>",
        "</header>",
        "<h1>",
        "<h2 id=a>",
        "</h2>",
        "<p>",
    ),
    *("<a href=/x>", "<a href=/y rel=next>", "</a>", "<svg>", "</svg>", "<template>", "</template>"),
    *("<frameset>", "<title>KI</title>"),
    *("<!-- 5 € -->", "<script>Euro</script>", "</body>", "</html>", "<table>", "Euro", "Pri", "vat", "\u00ad", " \n "),
)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_all_that_can_be_read_lies_before_main_or_within_or_behind(html: str) -> None:
    page = ParsedPage(html)
    whole = page.tree.css("body") or page.tree.css("html")
    said = BREAK.join(map(raw_text, [*(title.node for title in page.of("title") if page.main), *whole]))
    assert list(filter(None, page.all_text.split(BREAK))) == list(filter(None, said.split(BREAK)))
    assert page.words == found_in(page.all_text)


def test_what_a_head_tells_machines_is_no_text() -> None:
    machines = '<script type="application/ld+json">{"Lorem ipsum": "@ihre TODO"}</script><style>MwSt</style>'
    page = ParsedPage(f"<head><title>KI</title>{machines}</head><main>Euro</main>")
    assert page.all_text.split(BREAK) == ["KI", "Euro"]
    assert page.words == {"KI", "Euro"}


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_headings_within_main_are_found_from_both_ends(html: str) -> None:
    page = ParsedPage(html)
    headings = [one for one in page.others if one.tag in {"h1", "h2"}]
    assert [*page.headings] == [one for one in headings if page.main and is_within(one.node, page.main)]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_what_is_sorted_is_all_there_is(html: str) -> None:
    page = ParsedPage(html)
    assert [one for one in page.elements if one in page.others or one in page.links] == page.elements
    assert list(page.hrefs) == list(dict.fromkeys(one.get("href") for one in page.elements if "href" in one.attributes))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<main><article><p>a</p><p>b</p></article></main>", True),
        ("<main> <article><p>a</p></article>\n</main>", True),
        ("<main><article>a</article>b</main>", False),
        ("<main><article>a</article><p></p></main>", False),
        ("<main></main><article>a</article>", False),
    ],
)
def test_an_element_that_is_all_of_main(html: str, expected: bool) -> None:  # noqa: FBT001 - an expectation
    page = ParsedPage(html)
    article, main = page.tree.css_first("article"), page.main
    assert article is not None
    assert main is not None
    assert is_all_of(article, main) == expected
    assert is_all_of(main, main)
