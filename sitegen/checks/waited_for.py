"""The words that rules about texts wait for, looked for all at once.

Most pages say none of them, and looking for fifty words one after another takes longer than to parse the page. Which
words they are is said where they are used. The search stops at every letter by which one of them begins, so those that
begin with a frequent letter are left out. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from sitegen.checks.legal.words import GONE_WORDS
from sitegen.checks.statements.words import AD_BEGINNINGS, AI_NAMES, BUYER_WORDS, CURRENCIES, VAT_WORDS
from sitegen.text.placeholders import HINTS

_RARE: Final = frozenset("xpüäABCDEFGHIJKLMNOPQRSTUVWXYZ123456789")
_OF_VAT: Final = (word for words in VAT_WORDS.values() for word in words)
WORDS: Final = frozenset(
    word
    for word in (*HINTS, *GONE_WORDS, *AD_BEGINNINGS, *AI_NAMES, *CURRENCIES, *_OF_VAT, *BUYER_WORDS)
    if word[0] in _RARE
)
"""All of them; none begins with another one."""


def found_in(text: str) -> frozenset[str]:
    """Those of `WORDS` that stand anywhere in `text`, within other words too."""
    search = _any_word().search
    found: set[str] = set()
    match = search(text)
    while match:
        found.add(match[0])
        match = search(text, match.start() + 1)  # words may lie over one another
    return frozenset(found)


@lru_cache(maxsize=64)
def found_around(text: str) -> frozenset[str]:
    """The same, for what many pages have around that which they are about."""
    return found_in(text)


@cache
def _any_word() -> re.Pattern[str]:
    """Matches any of them."""
    grouped = groupby(sorted(WORDS), key=lambda word: word[0])
    return re.compile("|".join(f"{re.escape(letter)}(?:{_rests(words)})" for letter, words in grouped))


def _rests(words: Iterable[str]) -> str:
    return "|".join(re.escape(word[1:]) for word in words)
