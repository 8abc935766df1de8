"""The order of a German dictionary, for lists of names, tags and titles.

Never asks the system's locale: the same list has the same order everywhere.
"""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart although a dictionary does.
_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def sort_key(text: str) -> tuple[str, str]:
    """A key that sorts as DIN 5007-1 has it: ä = a, ß = ss, capitals and marks do not count, a space comes first.

    The text itself is the tie-breaker, so different texts never have the same key.
    """
    if text.isascii():
        letters = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
        letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " if char.isspace() else "" for char in letters)
    return " ".join(words.split()), text
