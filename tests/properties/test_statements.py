"""Whatever a page is made of, what it says can be read, and is the same each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.checks.parsed import ParsedPage
from sitegen.checks.statements.said import statements_in

PIECES = st.sampled_from(
    [
        *("<main>", "</main>", "<h1>", "</h1>", "<p>", "</p>", "<li>", "</li>", "<blockquote>", "</blockquote>"),
        *(
            '<section class="consent">',
            '<dialog class="choices">',
            "</section>",
            "</dialog>",
            "<template>",
            "</template>",
        ),
        *('<button value="accept" data-choices>', "<button data-choices>", "</button>", "<input checked>"),
        *('<a href="https://amzn.to/1">', '<a href="/a/" rel>', "<a href>", "</a>", "Anzeige", "45 € inkl. USt", "KI"),
        *('<script type="application/ld+json">', '{"price": 1e999}', '{"review": {"@type": [1]}}', "[[", "</script>"),
        *("<div itemscope itemprop=review>", "<meta http-equiv=content-security-policy>", "\0", "<!--", "\ufeff"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=20), max_size=30).map("".join))
def test_any_page_can_be_read(html: str) -> None:
    assert statements_in(ParsedPage(html)) == statements_in(ParsedPage(html))
