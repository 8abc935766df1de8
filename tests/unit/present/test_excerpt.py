"""The mark stands below the faulty place as a terminal shows it."""

from __future__ import annotations

import pytest

from sitegen.diagnostics.present.excerpt import excerpt, safe


def marked(line: str, column: int, end_column: int = 0, *, width: int = 60) -> tuple[str, str]:
    shown = excerpt(line, column, end_column, width=width)
    return shown.text, shown.marks


def test_marks_the_span_below_its_text() -> None:
    assert marked("titel: Rechnungen", 1, 6) == ("titel: Rechnungen", "^^^^^")


def test_marks_one_character_when_the_end_is_not_known() -> None:
    assert marked("a: b", 4) == ("a: b", "   ^")


def test_marks_nothing_for_a_whole_line() -> None:
    assert marked("a: b", 0) == ("a: b", "")


def test_a_place_behind_the_end_is_marked_there() -> None:
    assert marked("title:", 7, 9) == ("title:", "      ^")
    assert marked("ab", 99) == ("ab", "  ^")


def test_marks_end_with_the_line() -> None:
    assert marked("abc", 2, 99) == ("abc", " ^^")


def test_tabs_are_shown_and_counted_as_four_blanks() -> None:
    assert marked("\tx: 1", 2, 3) == ("    x: 1", "    ^")


@pytest.mark.parametrize(
    ("line", "column", "marks"),
    [
        ("日本 x", 4, "     ^"),
        ("e\u0301e\u0301 x", 6, "   ^"),
        ("🎄 x", 3, "   ^"),
        ("a\u200db x", 5, "   ^"),
    ],
)
def test_wide_and_combining_characters_keep_the_mark_in_place(line: str, column: int, marks: str) -> None:
    assert marked(line, column)[1] == marks


def test_a_wide_character_is_underlined_on_both_its_cells() -> None:
    assert marked("本", 1, 2) == ("本", "^^")


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "wort " * 40 + "FEHLER" + " wort" * 40
    text, marks = marked(line, 201, 207, width=40)
    assert len(text) <= 40
    assert text.startswith("…")
    assert text.endswith("…")
    assert text[marks.index("^") : marks.rindex("^") + 1] == "FEHLER"


def test_a_cut_line_uses_the_whole_width_at_both_ends() -> None:
    line = "x" * 200
    assert marked(line, 1, width=40)[0] == "x" * 38 + "…"
    assert marked(line, 200, width=40)[0] == "…" + "x" * 38


def test_control_characters_never_reach_the_terminal() -> None:
    assert marked("a\x1b[31mb", 7, 8) == ("a\ufffd[31mb", "      ^")
    assert safe("a\x07\u202eb") == "a\ufffd\ufffdb"
