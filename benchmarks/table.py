"""Figures as people read them: a table in Markdown, in German.

Pure: figures in, text out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from benchmarks.changes import Change
from benchmarks.figures import Figure
from benchmarks.wording import ABOVE_TABLE, CHANGES, COLUMNS, NO_FIGURE, ONE_ROUND, ROUNDS

_NAMES: Final = 2
"""Columns that hold words; all others are numbers, and stand right."""
_SMALL: Final = 0.1


def table(figures: Sequence[Figure], *, rounds: int) -> str:
    """The table of one size, with a sentence above it; programs stand in the order of the figures."""
    above = ABOVE_TABLE.format(
        posts=_whole(figures[0].posts),
        html=_whole(figures[0].html),
        medians=ROUNDS.format(rounds=rounds) if rounds > 1 else ONE_ROUND,
    )
    rows = [COLUMNS, tuple("---" if at < _NAMES else "---:" for at in range(len(COLUMNS)))]
    for change in Change:
        rows += [_row(figure) for figure in figures if figure.change is change]
    return "\n".join([above, "", *(_line(row) for row in rows)])


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        CHANGES[figure.change],
        figure.peer,
        f"{_number(figure.wall)} ({_number(figure.wall_least)}–{_number(figure.wall_most)})",
        _number(figure.cpu),
        _whole(round(figure.peak)),
        _number(figure.ratio),
        _number(figure.peak_ratio),
        _number(figure.others),
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _number(value: float | None) -> str:
    """`1.2345` → `1,23`; small ones with one more digit."""
    if value is None:
        return NO_FIGURE
    return f"{value:.{3 if value < _SMALL else 2}f}".replace(".", ",")


def _whole(value: int) -> str:
    """`10000` → `10.000`."""
    return f"{value:,}".replace(",", ".")
