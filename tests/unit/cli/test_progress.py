"""A bar appears only when a build takes long, and is gone afterwards."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from sitegen.cli.progress import ProgressBar
from sitegen.cli.wording import STAGES


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A terminal that can draw."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with Terminal() as stream:
        yield stream


def run_build(stream: Terminal, seconds: list[float]) -> None:
    """A build whose clock says `seconds`, first when it begins and then at each step."""
    times = iter(seconds)
    with ProgressBar(stream, clock=lambda: next(times)) as progress:
        for number in range(1, len(seconds)):
            progress("markdown", number, 10)


def test_a_quick_build_draws_nothing(terminal: Terminal) -> None:
    run_build(terminal, [0.0, 0.5, 0.9])
    assert terminal.getvalue() == ""


def test_a_slow_build_shows_its_stage_in_german_and_how_far_it_is(terminal: Terminal) -> None:
    run_build(terminal, [0.0, 0.5, 1.1])
    assert "Texte setzen" in terminal.getvalue()
    assert "2/10" in terminal.getvalue()


def test_the_bar_is_taken_away_at_the_end(terminal: Terminal) -> None:
    run_build(terminal, [0.0, 1.1])
    assert terminal.getvalue().rstrip().endswith("\x1b[2K")


def test_every_stage_has_a_german_name() -> None:
    assert set(STAGES) == {"read", "markdown", "pictures", "layouts", "check", "write", "send"}
