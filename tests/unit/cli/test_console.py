"""Output reaches every console."""

from __future__ import annotations

import io
import sys

import pytest

from sitegen.cli.console import is_terminal, line_width, speak_utf8, wants_colour


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def test_a_console_of_another_encoding_gets_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", errors="strict"))
    speak_utf8()
    sys.stdout.write("Büro \udcff")
    sys.stdout.flush()
    assert raw.getvalue() == "Büro ?".encode()


def test_a_missing_stream_is_no_terminal() -> None:
    closed = Terminal()
    closed.close()
    assert not is_terminal(None)
    assert not is_terminal(closed)


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_respect_the_environment(environment: dict[str, str], wanted: bool) -> None:  # noqa: FBT001
    assert wants_colour(Terminal(), environment) is wanted


def test_no_colours_in_files() -> None:
    assert not wants_colour(io.StringIO(), {})


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("250", 100)])
def test_sentences_are_wrapped_at_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert line_width(Terminal()) == width


def test_sentences_are_not_wrapped_in_files() -> None:
    assert line_width(io.StringIO()) > 10_000
