"""A body and the answers for its slots become HTML. The only place that knows what a slot looks like in it.

Kept apart from rendering, so that a page can be filled without the parser being imported.
"""

from __future__ import annotations

from collections.abc import Sequence


def fill(html: str, answers: Sequence[str]) -> str:
    """The HTML of a body with `answers[n]`, already escaped, in slot n. Too few answers are our fault: IndexError."""
    parts = html.split("\0")
    parts[1::2] = [answers[int(number)] for number in parts[1::2]]
    return "".join(parts)
