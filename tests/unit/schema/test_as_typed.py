from __future__ import annotations

import pytest

from sitegen.schema.as_typed import as_typed, ready_line, single_quoted


@pytest.mark.parametrize("value", ["Neues: so", "Tipp #3", "45,50 €", "*a*", "a 'b'", "> 5 Tipps"])
def test_most_values_need_no_quotes(value: str) -> None:
    assert as_typed(value) == value


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ('"Angst"', "'\"Angst\"'"),
        ("[Update]", "'[Update]'"),
        ("# eins", "'# eins'"),
        ("'n", "'''n'"),
        ("|", "'|'"),
        (" a", "' a'"),
        ("", "''"),
        ("a\nb", "a b"),
    ],
)
def test_what_would_open_something_is_quoted(value: str, line: str) -> None:
    assert as_typed(value) == line


def test_a_ready_line_without_a_value_is_the_key() -> None:
    assert ready_line("title", "") == "title:"
    assert ready_line("title", "Neues") == "title: Neues"
    assert single_quoted("it's") == "'it''s'"
