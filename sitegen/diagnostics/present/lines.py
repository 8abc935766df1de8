"""Sentences on lines no longer than what shows them, broken at blanks as `textwrap` breaks them.

Most sentences fit on one line, and then they need no library. Never breaks a word, and never knows what is printed.
"""

from __future__ import annotations

from typing import Final

_MADE_BLANK: Final = frozenset("\t\n\x0b\x0c\r")
"""What `textwrap` puts blanks in place of."""


def wrapped(text: str, *, first: str, rest: str, width: int) -> list[str]:
    """The lines of `text`, `width` characters at most, the first one behind `first`, all others behind `rest`.

    No line for a text that says nothing. A word that is too long stands on a line of its own.
    """
    if text and not text[-1].isspace() and len(first) + len(text) <= width and _MADE_BLANK.isdisjoint(text):
        return [first + text]
    import textwrap

    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
