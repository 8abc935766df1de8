"""German words brought to one form for searching, so that „Büro“, „buero“ and „Buro“ are the same word.

First every umlaut is spelled out („Büro“ and „Buero“ become „buero“), then the pairs are drawn together („buro“), which
lets the stemmer see that „Verträge“ and „Vertrag“ are one word. „ue“ after a, e or q is no umlaut („neue“, „Quelle“).
Whatever a word becomes, both spellings become the same. The search script folds what a visitor types by the same
rules, in `layouts/search.js`; a test holds them together. Never changes how many words a text has.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "\u00ad": None, "\u200b": None})
_PAIRS: Final = re.compile(r"ae|oe|(?<![aeq])ue")


def fold(text: str) -> str:
    """`text` in small letters with umlauts folded."""
    spelled_out = unicodedata.normalize("NFC", text).lower().translate(_SPELLED_OUT)
    return _PAIRS.sub(lambda pair: pair[0][0], spelled_out)
