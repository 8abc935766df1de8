"""How much moves on a page, as browsers count it; what a page does wrong it does each time that it is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

SHIFTS: Final = """
    window.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifted += entry.value)))
        .observe({type: "layout-shift", buffered: true});
"""
"""Runs before all scripts of a page."""
_TRIES: Final = 5


def least_shift(look: Callable[[], float]) -> float:
    """The least that moved whenever somebody looked, who looks again only where something did.

    A busy browser shows the first half of a page before it has read the second, which then moves it.
    """
    least = look()
    for _ in range(_TRIES - 1):
        least = least and min(least, look())
    return least
