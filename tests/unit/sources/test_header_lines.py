from __future__ import annotations

import pytest

from sitegen.schema.nodes import plain_data
from sitegen.sources.header_lines import read_header_lines


def test_pelicans_lines_are_read_under_our_names() -> None:
    text = "Title: Neues: so #3\nDate: 2026-03-05 09:30\nTAGS: a,\n   b\nAuthors: Eva, Ute\nModified: gestern\n\nText\n"
    found = read_header_lines(text, file="a.md")
    assert found is not None
    assert plain_data(found.front) == {
        "title": "Neues: so #3",
        "date": "2026-03-05 09:30",
        "tags": "a, b",
        "authors": "Eva, Ute",
        "Modified": "gestern",
    }
    assert (found.body, found.body_line) == ("\nText\n", 7)
    (_, date) = found.front.items[1]
    assert (date.span.line, date.span.column) == (2, 7)


def test_lines_end_where_a_line_is_none() -> None:
    found = read_header_lines("title: a\nHallo und willkommen\n", file="a.md")
    assert found is not None
    assert (found.body, found.body_line) == ("Hallo und willkommen\n", 2)


def test_a_text_may_be_nothing_but_its_head() -> None:
    found = read_header_lines("title: a", file="a.md")
    assert found is not None
    assert (plain_data(found.front), found.body) == ({"title": "a"}, "")


def test_a_name_twice_is_said() -> None:
    found = read_header_lines("Title: a\ntitle: b\n", file="a.md")
    assert found is not None
    assert [(item.code, item.span.line) for item in found.findings] == [("SG114", 2)]


@pytest.mark.parametrize(
    "text", ["", "Hinweis: a\n", "# Title: a\n", "Title:a\n", "Hallo\n", " Title: a", "> Title: a"]
)
def test_other_texts_have_no_such_head(text: str) -> None:
    assert read_header_lines(text, file="a.md") is None
