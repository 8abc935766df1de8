"""Expressions that most builds never ask.

Compiling one takes a tenth of a millisecond up to several, and there are hundreds: those that only a few texts need
wait until one of them comes. Whatever every build uses is compiled where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

LatePattern = Callable[[], re.Pattern[str]]
"""Gives an expression, the same one whenever it is called."""


def later(source: str, flags: re.RegexFlag = re.NOFLAG) -> LatePattern:
    """`re.compile(source, flags)`, put off until the first call of what comes back."""
    return cache(partial(re.compile, source, flags))
