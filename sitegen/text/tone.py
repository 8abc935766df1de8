"""How visitors are addressed: the one switch between Sie and Du, and the words that tell which of them was meant."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from sitegen.text.patterns import later


class Tone(StrEnum):
    """As typed in `site.yaml` and front matter."""

    SIE = "sie"
    DU = "du"


_STRAYING: Final = {
    Tone.SIE: (
        later(r"d(?<!\w.)(?:u|ir|ich|eine?[mnrs]?)\b"),
        later(r"D(?<!\w.)(?:u|eine?[mnrs]?)\b"),
    ),
    Tone.DU: (
        later(r"S(?<!\w.)ie\b"),
        later(r"I(?<!\w.)(?:hnen|hre[mnrs]?)\b"),
    ),
}
"""Asked of every text; each begins with a single letter, which the engine looks for three times as fast as for two."""


def may_stray(text: str, tone: Tone) -> bool:
    """Whether `text` holds a word that could address its readers in another tone than `tone`; most hold none."""
    return any(form().search(text) for form in _STRAYING[tone])
