"""Made-up German sentences: patterns with gaps, filled from the word lists by a random source of the caller's.

They hold what prose on a website holds and what programs spend time on: straight quotes to be set, dashes, dots,
emphasis, code, abbreviations, numbers with units and links. Never anything that depends on the machine or the day.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

from benchmarks import words

PLAIN: Final = (
    "{S} {V} {A} {O}.",
    "Wer {O} selbst {I} will, sollte {A} {O} {I}.",
    "In {T} {V} {S} {O}, obwohl {S} {A} {Z} Prozent mehr Zeit kostet.",
    "Nach {Z} Tagen {V} {S} {O}; danach muss man {O} {I}.",
    "Im Gespräch mit {P} zeigt sich {A}, dass {S} {O} {V}.",
    "Ob {S} {O} {V}, hängt {A} davon ab, wie man {O} {I} kann.",
    "Seit dem {D}. {M} {V} {S} {O}.",
    "Ein Anruf genügt: {S} lässt sich {A} {I}.",
)
"""Sentences without any mark, good for a summary too."""

MARKED: Final = (
    '"Zuerst {O}", sagt {P}, und {A} stimmt das.',
    "{A} lässt sich {S} {I} - vorausgesetzt, {S} liegt bereit.",
    'Das Stichwort heißt hier "{N}", und {S} gehört {A} dazu.',
    "Bei {Z} Vorgängen kostet {S} etwa {E} Euro ...",
    "*{N}* und **{N}** gehören {A} zusammen, weil {S} {O} {V}.",
    "Mehr dazu steht unter [{N}]({L}), {A} auch mit Zahlen.",
    "{S} dauert {A} {Z} Minuten -- {S} {V} {O}.",
    "Als Name genügt `{C}-{Z}.pdf`, {A} mit dem Tag davor.",
    "Manche nennen das '{N}', andere \"{N}\"; gemeint ist {A} dasselbe.",
    "Die Frist endet am {D}. {M}, z. B. wenn {S} {O} {V}.",
    "Wie [{P} erzählt]({L}), {V} {S} {A} {O}.",
)
HEADINGS: Final = (
    "Wie sich {S} {I} lässt",
    "Wann {S} {O} {V}",
    "{N} und {N} in {T}",
    "Was {S} mit {Z} Minuten zu tun hat",
)
ITEM: Final = "{O} {I}"

_GAP: Final = re.compile(r"\{(\w)\}")
_ASCII: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ş": "s", " ": "-"})


def slug(text: str) -> str:
    """A German name as it stands in an address: `Über uns` → `ueber-uns`."""
    return text.lower().translate(_ASCII)


class Speaker:
    """Speaks as one random source tells it; the same source says the same things."""

    def __init__(self, random: Random, *, posts: int) -> None:
        """`posts` is how many posts there are to link to."""
        self.random = random
        self._posts = posts
        self._gaps = {
            "S": lambda: self._named(("die", "der", "das"), masculine_ending=""),
            "O": lambda: self._named(("die", "den", "das"), masculine_ending="n"),
            "N": lambda: self._noun()[1],
            "C": lambda: slug(self._noun()[1]),
            "V": lambda: random.choice(words.VERBS),
            "I": lambda: random.choice(words.INFINITIVES),
            "A": lambda: random.choice(words.ADVERBS),
            "T": lambda: random.choice(words.TOWNS),
            "P": lambda: random.choice(words.PEOPLE),
            "M": lambda: random.choice(words.MONTHS),
            "D": lambda: str(random.randint(1, 30)),
            "Z": lambda: str(random.randint(3, 95)),
            "E": lambda: str(random.randint(2, 60) * 25),
            "L": self._address,
        }

    def say(self, patterns: tuple[str, ...]) -> str:
        """One of the patterns with its gaps filled and its first letter a capital."""
        pattern = self.random.choice(patterns)
        said = _GAP.sub(lambda gap: self._gaps[gap[1]](), pattern)
        return said[0].upper() + said[1:]

    def paragraph(self, least: int = 3, most: int = 6) -> str:
        """So many sentences, of all kinds, on one line."""
        return " ".join(self.say(PLAIN + MARKED) for _ in range(self.random.randint(least, most)))

    def _noun(self) -> tuple[int, str]:
        """The gender (0 feminine, 1 masculine, 2 neuter) and the compound."""
        gender = self.random.choices((0, 1, 2), weights=(5, 3, 2))[0]
        last = (words.FEMININE, words.MASCULINE, words.NEUTER)[gender]
        return gender, self.random.choice(words.FIRST) + self.random.choice(last)

    def _named(self, articles: tuple[str, str, str], *, masculine_ending: str) -> str:
        """Article, sometimes an adjective, noun."""
        gender, noun = self._noun()
        if self.random.random() > 1 / 3:
            return f"{articles[gender]} {noun}"
        adjective = self.random.choice(words.ADJECTIVES) + (masculine_ending if gender == 1 else "")
        return f"{articles[gender]} {adjective} {noun}"

    def _address(self) -> str:
        """Where a link leads: half to other posts, some to pages, the rest elsewhere."""
        match self.random.randrange(10):
            case 0 | 1 | 2 | 3 | 4:
                return f"/posts/beitrag-{self.random.randrange(self._posts):05d}/"
            case 5 | 6:
                return f"/seiten/{slug(self.random.choice(words.PAGES))}/"
            case _:
                return f"https://www.example.org/{slug(self._noun()[1])}/"
