"""A number and its noun in the right number: „1 Minute“, „3 Minuten“.

Never guesses a plural: whoever asks gives both forms.
"""

from __future__ import annotations

_NO_BREAK_SPACE = "\u00a0"


def counted(n: int, one: str, many: str) -> str:
    """`n` and the fitting form, kept on one line by a no-break space; only 1 takes `one`, as German has it."""
    return f"{n}{_NO_BREAK_SPACE}{one if n == 1 else many}"
