"""Output reaches every console."""

from __future__ import annotations

import io
import os
import sys

import pytest

from sitegen.cli.console import finish_output, is_terminal, line_width, say, speak_utf8, wants_colour


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


def test_a_long_line_goes_on_below_itself(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sitegen.cli.console.line_width", lambda _: 20)
    say("kurz\n  ein Satz, der zu lang ist")
    assert capsys.readouterr().out == "kurz\n  ein Satz, der zu\n    lang ist\n"


def test_output_that_was_read_is_whole() -> None:
    assert finish_output()


def test_output_that_nobody_reads_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        pipe.write("x")
        monkeypatch.setattr(sys, "stdout", pipe)
        assert not finish_output()
        assert finish_output()


def test_a_stream_that_is_closed_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert not finish_output()
