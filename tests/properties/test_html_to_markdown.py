"""HTML that anybody's program made: what comes back from our renderer is the same text, links and structure."""

from __future__ import annotations

import re
from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from html_trees import WORDS, rendered, tree
from sitegen.importers.html.convert import AsWritten, markdown_of
from sitegen.render.markdown import MarkdownOptions, render_body


def joined(parts: list[str]) -> str:
    return "".join(parts)


words = st.lists(st.sampled_from(WORDS) | st.sampled_from([" ", " ", "a", "\n"]), min_size=1, max_size=6).map(joined)
text = words.map(lambda typed: escape(typed, quote=False))
hrefs = st.sampled_from(
    ["https://a.example/", "https://a.example/?b=1&copy=2", "/x(y)", "a b.html", "../c.md", "mailto:a@b.example"]
)


def in_tag(tag: str, attributes: str = "") -> st.SearchStrategy[str]:
    return st.just((tag, attributes)).map(lambda given: given[0])


def wrapped(inner: st.SearchStrategy[str], *tags: str) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(tags), inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>")


def inlines(depth: int) -> st.SearchStrategy[str]:
    if depth == 0:
        return text
    inner = st.lists(inlines(depth - 1), min_size=1, max_size=3).map(joined)
    link = st.tuples(hrefs, text).map(lambda pair: f'<a href="{escape(pair[0])}">{pair[1]}</a>')
    bare = st.sampled_from(["https://a.example/b_c?d=1", "mailto:a@b.example"]).map(
        lambda address: f'<a href="{address}">{address.removeprefix("mailto:")}</a>'
    )
    code = words.map(lambda typed: f"<code>{escape(typed)}</code>")
    return (
        text
        | wrapped(inner, "b", "em", "strong", "i", "s", "sub", "sup", "span")
        | link
        | bare
        | code
        | st.just("a<br>b")
    )


line = st.lists(inlines(2), min_size=1, max_size=4).map(joined)
paragraph = line.map(lambda inner: f"<p>{inner}</p>")
heading = st.tuples(st.integers(2, 5), line).map(lambda pair: f"<h{pair[0]}>{pair[1]} x</h{pair[0]}>")
code_block = words.map(lambda typed: f"<pre><code>x{escape(typed)}\n\n  {escape(typed)}.</code></pre>")
picture = text.map(lambda alt: f'<figure><img src="a.jpg" alt="{alt.replace(chr(34), "")}"></figure>')


def entries(inner: st.SearchStrategy[str], outer: str, before: str = "x") -> st.SearchStrategy[str]:
    items = st.lists(inner.map(lambda each: f"<li>{before}{each}</li>"), min_size=1, max_size=3).map(joined)
    return items.map(lambda all_: f"<{outer}>{all_}</{outer.partition(' ')[0]}>")


nested = entries(st.tuples(line, entries(line, "ul") | entries(line, "ol")).map(lambda pair: pair[0] + pair[1]), "ul")
lists = (
    entries(line, "ul")
    | entries(line, "ol")
    | entries(line, 'ol start="7"')
    | nested
    | entries(paragraph, "ul", before="")
)
row = st.lists(line, min_size=2, max_size=2)
table = st.lists(row, min_size=2, max_size=3).map(
    lambda rows: (
        "<table>"
        + "".join(
            f"<tr>{''.join(f'<{tag}>x{cell}</{tag}>' for cell in cells)}</tr>"
            for tag, cells in zip(["th", *["td"] * 3], rows, strict=False)
        )
        + "</table>"
    )
)
quote = st.lists(paragraph | lists, min_size=1, max_size=2).map(
    lambda inner: f"<blockquote>{joined(inner)}</blockquote>"
)
block = paragraph | heading | code_block | lists | table | quote | st.just("<hr>") | picture
page = st.lists(block, min_size=1, max_size=4).map("\n".join)


@given(page)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_text_links_and_structure_come_back(html: str) -> None:
    markdown = markdown_of(html, rewrite=AsWritten()).markdown
    assert simple(rendered(markdown)) == simple(html)


def simple(html: str) -> object:
    return tree(html)


SOUP = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul>",
        "<ol start=0>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td colspan=2>",
        "<th>",
    ),
    *(
        "<b>",
        "</b>",
        "<i>",
        "<a href='#x'>",
        "<a href='javascript:x()'>",
        "</a>",
        "<a id=x>",
        "<h1>",
        "<h2 id=x>",
        "</h2>",
    ),
    *(
        "<script>böse</script>",
        "<style>böse</style>",
        "<img src=x onerror=böse>",
        "<svg onload=böse>",
        "</svg>",
        "<pre>",
    ),
    *("<iframe src='https://a.example/'>", "</iframe>", "<details>", "<summary>", "<dl>", "<dt>", "<dd>", "<figure>"),
    *(
        "<figcaption>",
        "<blockquote>",
        "<form action=x>",
        "</form>",
        "<input type=checkbox>",
        "<code>",
        "</code>",
        "<br>",
    ),
    *(
        "<sup>",
        "<abbr title='x y'>",
        "<kbd>",
        "<q>",
        "<!-- böse -->",
        "<![CDATA[x]]>",
        "&nbsp;",
        "&lt;script&gt;",
        "\ud800",
        "\0",
    ),
    *(
        "<p style='mso-list:l0 level3'>",
        "<span style='mso-list:Ignore'>1.</span>",
        "• ",
        "<hr>",
        "<noscript>",
        "</pre>",
    ),
]


@given(st.lists(st.sampled_from(SOUP) | words, max_size=14).map(joined))
def test_any_soup_becomes_a_text_that_does_no_harm(html: str) -> None:
    markdown = markdown_of(html, rewrite=AsWritten()).markdown
    body = render_body(markdown, MarkdownOptions())
    assert not re.search(r"<(?:script|style|svg|form|iframe)|\son\w+=|javascript:", body.html)
    assert "böse" not in body.html
    assert {finding.code for finding in body.findings} <= HARMLESS


HARMLESS = {"SG231", "SG232", "SG253"}
"""Levels of headings that are left out, and links without words: as they were."""
