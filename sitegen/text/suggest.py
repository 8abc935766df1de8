"""„Meinten Sie …?“: the known word nearest to one that is not known.

Never decides whether a word is wrong, and never suggests when nothing is near. How near two words are is for difflib to
say, which takes a tenth of a millisecond for each pair; all else here keeps it from being asked in vain.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "-": "_", " ": "_"})


def closest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The one of `known` most like `word`, as it is spelt there, or None below `cutoff` (0 to 1, difflib's ratio).

    Capitals, ä or ae, and hyphen or underscore make no difference. The answer does not depend on the order of `known`
    unless two of them are the same word but for such differences.
    """
    return Words(known).closest(word, cutoff=cutoff)


class Words:
    """Known words that several others are compared with, be there thousands; each other is looked for once."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known` is read when the first word is looked for."""
        self._known: Final = known
        self._answers: Final[dict[tuple[str, float], str | None]] = {}

    def closest(self, word: str, *, cutoff: float = 0.6) -> str | None:
        """As the function of this name."""
        asked = (_fold(word), cutoff)
        if asked not in self._answers:
            self._answers[asked] = self._spelt.get(self._nearest(*asked))
        return self._answers[asked]

    @cached_property
    def _spelt(self) -> dict[str, str]:
        spelt: dict[str, str] = {}
        for candidate in filter(None, self._known):
            spelt.setdefault(_fold(candidate), candidate)
        return spelt

    @cached_property
    def _alike_long(self) -> tuple[_AlikeLong, ...]:
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._spelt:
            by_length[len(word)].append(word)
        return tuple(map(_AlikeLong, by_length.values()))

    def _nearest(self, word: str, cutoff: float) -> str:
        """Of those that are equally near the last by the alphabet, as `difflib.get_close_matches` has it."""
        from difflib import SequenceMatcher  # 5 ms that only a misspelt site pays

        matcher = SequenceMatcher(b=word)
        nearest = (cutoff, "")
        for most, known in sorted(self._candidates(word, cutoff), reverse=True):
            if (most, known) <= nearest:
                break
            matcher.set_seq1(known)
            nearest = max(nearest, (matcher.ratio(), known))
        return nearest[1]

    def _candidates(self, word: str, cutoff: float) -> Iterator[tuple[float, str]]:
        """Words that may be near enough, with the highest ratio that they may have."""
        for words in self._alike_long:
            both = len(word) + words.length
            if 2.0 * min(len(word), words.length) / both >= cutoff:
                least = int(cutoff * both / 2)
                counts = zip(words.in_order(word), words.words, strict=True)
                yield from ((2.0 * count / both, known) for count, known in counts if count >= least)


class _AlikeLong:
    """Words of one length, side by side in the bits of one number, so that all of them are compared in one go."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words: Final = words
        self.length: Final = len(words[0])
        self._width: Final = self.length // 8 + 1
        """Bytes of each word: a bit for each letter, and at least one that takes what is carried."""
        size = self._width * len(words)
        places: dict[str, bytearray] = defaultdict(lambda: bytearray(size))
        for number, word in enumerate(words):
            for place, letter in enumerate(word, number * self._width * 8):
                places[letter][place >> 3] |= 1 << (place & 7)
        self._places: Final = {letter: int.from_bytes(bits, "little") for letter, bits in places.items()}
        self._whole: Final = int.from_bytes(
            ((1 << self.length) - 1).to_bytes(self._width, "little") * len(words), "little"
        )

    def in_order(self, other: str) -> Iterator[int]:
        """How many letters of each word `other` has in the same order, which are no fewer than difflib matches.

        The longest common subsequence: Hyyrö, Bit-parallel LCS-length computation revisited, 2004.
        """
        whole = rest = self._whole
        for letter in other:
            if letter in self._places:
                here = rest & self._places[letter]
                rest = ((rest + here) | (rest ^ here)) & whole
        found = (whole ^ rest).to_bytes(self._width * len(self.words), "little")
        starts = range(0, len(found), self._width)
        return (int.from_bytes(found[start : start + self._width]).bit_count() for start in starts)


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower().translate(_FOLDED)
