"""The outward forms of findings: text for people, and formats for machines.

Everything here is a pure function of findings and source lines. Nothing here prints, opens a file or decides what a
finding says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

LinesOf = Callable[[str], Sequence[str] | None]
"""From a file's path as in a `Span` to its lines without line ends; None when it is not text or not there."""
