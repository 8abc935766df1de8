"""HTML as people's programs leave it, and the Markdown that a careful person would write instead."""

from __future__ import annotations

import time

import pytest

from html_examples import EXAMPLES
from html_trees import rendered, tree
from sitegen.importers.html.alternatives import with_alternative, without_alternative
from sitegen.importers.html.convert import AsWritten, markdown_of, verbatim
from sitegen.importers.html.wording import NOTES, note_sentence
from sitegen.render.markdown import MarkdownOptions, render_body

PATIENCE = 5.0
"""Seconds of a processor that is busy and watched; the slowest takes a tenth of one alone."""


class Moving(AsWritten):
    """Pictures go to a folder, one video is embedded, one page has gone."""

    def link(self, href: str) -> str:
        return "" if href.endswith("/weg/") else href

    def picture(self, src: str) -> str:
        return "" if "fehlt" in src else src.rpartition("/")[2]

    def embed(self, address: str) -> str | None:
        return '{{ youtube "abc" title="Film" }}' if "youtu" in address else None


def written(html: str) -> str:
    return markdown_of(html, rewrite=AsWritten()).markdown.removesuffix("\n")


@pytest.mark.parametrize(("html", "markdown"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_a_careful_person_would_write(html: str, markdown: str) -> None:
    assert written(html) == markdown


SAME = (
    "code",
    "a table",
    "a table without a head",
    "terms",
    "needed escapes",
    "no needless escapes",
    "links",
    "emphasis within words",
)


@pytest.mark.parametrize("name", SAME)
def test_it_comes_back_as_the_same_tree(name: str) -> None:
    html, markdown = EXAMPLES[name]
    assert tree(rendered(markdown)) == tree(html)


def test_pictures_links_and_embeds_go_where_the_caller_says() -> None:
    html = (
        '<p><img src="https://alt.example/uploads/a.jpg" alt="A"></p><p><img src="/fehlt.jpg" alt="Fehlt"></p>'
        '<p><a href="/weg/">Weg</a></p><iframe src="https://www.youtube.com/embed/abc"></iframe><p>https://youtu.be/abc</p>'
        '<iframe src="https://karte.example/x"></iframe>'
    )
    done = markdown_of(html, rewrite=Moving())
    assert done.markdown == (
        '![A](a.jpg)\n\nFehlt\n\nWeg\n\n{{ youtube "abc" title="Film" }}\n\n{{ youtube "abc" title="Film" }}\n\n'
        "<https://karte.example/x>\n"
    )
    assert [note.kind for note in done.notes] == ["picture_dropped", "link_dropped", "embed_kept_as_link"]


def test_what_runs_is_left_out_and_told() -> None:
    html = (
        '<p onclick="x()">Text<script>böse()</script><style>p{}</style> <a href="javascript:x()">hier</a></p>'
        "<form><input name=mail></form><svg><text>Z</text></svg>"
    )
    done = markdown_of(html, rewrite=AsWritten())
    assert done.markdown == "Text hier\n"
    assert [note.kind for note in done.notes] == ["script_dropped", "link_dangerous", "form_dropped", "drawing_dropped"]


def test_small_and_odd_things_are_told() -> None:
    html = (
        '<img src="https://zaehler.example/x.gif" width=1 height=1><ol type=a><li>a</li></ol><select name=s></select>'
        '<table><tr><td colspan=2>a<iframe src="https://b.example/"></iframe><img src="fehlt.jpg">'
        "<tr><td>b<td>c</table>"
    )
    done = markdown_of(html, rewrite=Moving())
    assert [note.kind for note in done.notes] == [
        *("tracker_dropped", "list_numbers", "form_dropped", "element_dropped", "picture_dropped"),
    ]


def test_what_players_lose_is_told() -> None:
    html = (
        '<video src="/a.mp4" poster="/a.jpg"><track src="https://b.example/a.vtt"></video>'
        '<iframe src="/weg/"></iframe><audio src="/weg/">Ihr Browser spielt das nicht.</audio>'
    )
    done = markdown_of(html, rewrite=Moving())
    assert done.markdown == '<video controls preload="none" src="/a.mp4"></video>\n'
    assert [note.kind for note in done.notes] == ["poster_dropped", "track_dropped", "embed_dropped"]


def test_each_note_has_a_sentence() -> None:
    done = markdown_of("<script>a()</script><svg></svg>", rewrite=AsWritten())
    assert [note_sentence(note) for note in done.notes] == [
        "Ein Skript ist weggelassen: a()",
        "Eine Zeichnung oder Formel ist weggelassen.",
    ]
    assert all("{excerpt}" in sentence or sentence.endswith(".") for sentence in NOTES.values())


def test_markdown_of_the_caller_goes_through_and_nobody_elses() -> None:
    shortcode = '{{ post "x" text="*so*" }}'
    assert (
        written(f"<p>{verbatim(shortcode)}</p><p>Siehe {verbatim(shortcode)}.</p>")
        == f"{shortcode}\n\nSiehe {shortcode}."
    )
    forged = "<sitegen-markdown data-own=x>&lt;script&gt;</sitegen-markdown>"
    assert written(forged) == "\\<script>"


def test_alternative_texts_are_put_in_where_they_are_missing() -> None:
    text = '![](a.jpg "T")\n\n![Da](b.jpg)\n\n![](a.jpg)\n'
    assert without_alternative(text) == ["a.jpg"]
    assert (
        with_alternative(text, "a.jpg", " Ein [A]\n")
        == '![Ein \\[A\\]](a.jpg "T")\n\n![Da](b.jpg)\n\n![Ein \\[A\\]](a.jpg)\n'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 3000 + "tief",
        "<b>" * 2000 + "tief",
        "<ul><li>" * 400 + "tief",
        "<blockquote>" * 400 + "tief",
        "*a" * 2000,
        "[" * 4000,
        "<a href=x>" * 1000 + "a",
        "`" * 1000 + " ``" * 1000,
        "<p>" + "<b>a</b><i>b</i>" * 700,
        "_a*" * 1500,
    ],
    ids=range(10),
)
def test_deep_and_long_texts_take_no_time_and_lose_no_word(html: str) -> None:
    start = time.process_time()
    markdown = written(html)
    assert time.process_time() - start < PATIENCE
    if "tief" in html:
        assert "tief" in markdown


def test_pictures_deep_below_are_still_there() -> None:
    assert written("<div>" * 300 + "<img src=a.jpg><br><img src=b.jpg>") == "![](a.jpg)\n\n![](b.jpg)"


def test_tables_and_lists_of_the_renderer_are_what_was_meant() -> None:
    body = render_body(written(EXAMPLES["a table across columns"][0]), MarkdownOptions())
    assert not body.findings
    assert "colspan" in body.html
