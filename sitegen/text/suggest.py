"""„Meinten Sie …?“: the known word nearest to one that is not known.

Never decides whether a word is wrong, and never suggests when nothing is near.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def closest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The one of `known` most like `word`, as it is spelt there, or None below `cutoff` (0 to 1, difflib's ratio).

    Capitals, ä or ae, and hyphen or underscore make no difference. The answer does not depend on the order of `known`
    unless two of them are the same word but for such differences.
    """
    import difflib  # 5 ms that only a misspelt site pays

    spelt: dict[str, str] = {}
    for candidate in known:
        spelt.setdefault(_fold(candidate), candidate)
    nearest = difflib.get_close_matches(_fold(word), spelt, n=1, cutoff=cutoff)
    return spelt[nearest[0]] if nearest else None


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower().translate(_FOLDED)
