"""The reader's terminal: UTF-8 whatever it believes in, its width, its colours, and a pipe that was closed.

Never knows what is printed.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from typing import IO, Any, Final

import click

_WIDEST: Final = 100
"""Lines longer than this are hard to read, however wide the terminal."""
_UNWRAPPED: Final = 100_000


def speak_utf8() -> None:
    """Let standard output and error take every character, also where the system's own encoding has no „ü“."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody reads along; a missing or closed stream is none."""
    return stream is not None and not stream.closed and stream.isatty()


def wants_colour(stream: IO[str] | None, environment: Mapping[str, str]) -> bool:
    """Colours are for terminals that know them, and for nobody who set NO_COLOR (https://no-color.org)."""
    return is_terminal(stream) and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def line_width(stream: IO[str] | None) -> int:
    """Where to wrap sentences: at the terminal's width, 100 at most; not at all in files and logs."""
    if not is_terminal(stream):
        return _UNWRAPPED
    import shutil

    return min(shutil.get_terminal_size().columns, _WIDEST)


def say(text: str) -> None:
    """One message to standard output, each line wrapped where a terminal is too narrow for it."""
    click.echo(_wrapped(text, width=line_width(sys.stdout)))


def hand_over(text: str) -> None:
    """One message to standard output exactly as it is: it is laid out already, or meant for a program."""
    click.echo(text)


def hand_over_json(value: Any) -> None:  # noqa: ANN401 -- any frozen value of ours
    """A value to standard output, for programs: indented JSON."""
    import msgspec

    hand_over(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def complain(text: str) -> None:
    """One message to standard error, laid out already."""
    click.echo(text, err=True)


def finish_output() -> bool:
    """Write out what is buffered; False when the reader has closed the pipe, and then nothing more is written."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # ValueError: the stream itself is closed
            whole = False
            _let_go(stream)
    return whole


def _wrapped(text: str, *, width: int) -> str:
    """What does not fit on a line goes on below it, indented by two more."""
    from sitegen.diagnostics.present.lines import wrapped

    return "\n".join(
        "\n".join(wrapped(line, first="", rest=" " * (len(line) - len(line.lstrip(" ")) + 2), width=width))
        for line in text.split("\n")
    )


def _let_go(stream: IO[str]) -> None:
    """Point the stream to nowhere, or Python complains once more about it when it exits."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
