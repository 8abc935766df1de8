"""Medians over the rounds, and how each compares with the reference in the same round.

A ratio is taken within a round before the median is: so the drift of a machine does not show in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import msgspec

from benchmarks.changes import Change
from benchmarks.peers import REFERENCE
from benchmarks.rounds import Run


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table: medians over the rounds."""

    posts: int
    change: Change
    peer: str
    html: int
    wall: float
    wall_least: float
    wall_most: float
    cpu: float
    peak: float
    ratio: float | None
    """Wall time to that of the reference in the same round; None without it."""
    peak_ratio: float | None
    others: float | None
    """The most that other processes used during one of the builds, in cores."""


def figures(runs: Sequence[Run]) -> list[Figure]:
    """A figure for each size, change and program, in the order of their first runs."""
    groups: dict[tuple[int, Change, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.posts, run.change, run.peer), []).append(run)
    return [_figure(group, groups.get((posts, change, REFERENCE))) for (posts, change, _), group in groups.items()]


def _figure(group: list[Run], reference: list[Run] | None) -> Figure:
    """The medians of one group; `reference` is the same change with the program of reference."""
    taken = [run.measured for run in group]
    walls = [each.wall for each in taken]
    others = [each.others for each in taken if each.others is not None]
    beside = [run.measured for run in reference or ()]
    return Figure(
        posts=group[0].posts,
        change=group[0].change,
        peer=group[0].peer,
        html=group[0].html,
        wall=median(walls),
        wall_least=min(walls),
        wall_most=max(walls),
        cpu=median(each.cpu for each in taken),
        peak=median(each.peak for each in taken),
        ratio=median(a.wall / b.wall for a, b in zip(taken, beside, strict=True)) if beside else None,
        peak_ratio=median(a.peak / b.peak for a, b in zip(taken, beside, strict=True)) if beside else None,
        others=max(others, default=None),
    )
