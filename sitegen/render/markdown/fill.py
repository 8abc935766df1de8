"""A body and the answers for its slots become HTML. The only place that knows what a slot looks like in it.

Kept apart from rendering, so that a page can be filled without the parser being imported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_GAP: Final = re.compile("\0(\\d+)\0")


def fill(html: str, answers: Sequence[str]) -> str:
    """The HTML of a body with `answers[n]`, already escaped, in slot n. Too few answers are our fault: IndexError."""
    return _GAP.sub(lambda gap: answers[int(gap[1])], html) if "\0" in html else html
