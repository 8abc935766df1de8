"""How long a text takes to read.

Counts words of plain text only: whoever calls takes the markup away first.
"""

from __future__ import annotations

import re
from typing import Final

WORDS_A_MINUTE: Final = 220
"""German readers manage 200 to 230 words of prose a minute."""

# A word starts with a letter or digit; combining marks and soft hyphens belong to it, so do -, ’ and the point or comma
# within a number.
_WORD = re.compile(
    r"[^\W_][\w\u0300-\u036f\u00ad]*(?:(?:[-\u2010\u2011’']|(?<=[0-9])[.,:])[^\W_][\w\u0300-\u036f\u00ad]*)*"
)


def count_words(plain_text: str) -> int:
    """Runs of letters and digits; a hyphenated compound, „geht’s" and „1.234,50“ count once."""
    return len(_WORD.findall(plain_text))


def reading_minutes(words: int) -> int:
    """Whole minutes for so many words at 220 a minute, to the nearest, never less than 1."""
    return max(1, (words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)
