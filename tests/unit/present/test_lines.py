"""What fits on a line is left as it is, exactly where textwrap would leave it."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.diagnostics.present.lines import wrapped

TEXTS = st.text(st.sampled_from("ab-– \u00a0\t\n\x0b\x0c\r\u2028\x85ß„“"), max_size=30)
INDENTS = st.sampled_from(["", "  ", "    → "])


@given(TEXTS, INDENTS, INDENTS, st.integers(8, 40))
@example("", "", "", 40)
@example("ein Satz", "", "  ", 8)
@example("ein Satz", "", "  ", 40)
@example(" \u00a0", "", "", 40)
def test_lines_are_those_of_textwrap(text: str, first: str, rest: str, width: int) -> None:
    lines = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    assert wrapped(text, first=first, rest=rest, width=width) == lines


def test_what_fits_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "textwrap", None)
    assert wrapped("1 Datei geändert", first="", rest="  ", width=16) == ["1 Datei geändert"]
    with pytest.raises(ImportError):
        wrapped("1 Datei geändert", first="", rest="  ", width=15)
