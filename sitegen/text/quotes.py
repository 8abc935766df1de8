"""Which quotation marks belong together, which are apostrophes, and what German puts in their place.

Direction is judged by what stands before and behind; the kind of mark that was typed counts only where it is clear, for
“ closes a German quotation and opens an English one. Marks are replaced in pairs: one that finds no partner stays as it
was typed, so an inch sign or a forgotten mark never turns the rest of a paragraph round. Never looks beyond one
paragraph, and never adds or removes a mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

import msgspec

from sitegen.text.locales import Typography
from sitegen.text.patterns import later

QUOTES: Final = "\"'´`“”„‚‘’«»‹›"
"""Every mark this module judges: quotation marks, and the accents that are typed for an apostrophe."""

OPAQUE: Final = "\uffdc"
"""Stands for an inline thing that is no text (code, a picture). It is a letter, so words around it stay words."""

APOSTROPHE: Final = "’"

Mark = tuple[int, str]
"""A position in the text and the character that belongs there."""

_PLAIN_OPENERS = frozenset('"„“')
_PLAIN_CLOSERS = frozenset('"“”')
_LOW_OPENERS = frozenset("„‚«‹")  # these open wherever they stand, even with the space before them forgotten
_ACCENTS = frozenset("´`")
_APOSTROPHES = frozenset("'‘’")
_SINGLE_OPENERS = frozenset("'‘")  # beside the low ones; ’ never opens in German
_BEFORE_OPENING = frozenset("([{<–—-/=+|~*&#¿¡")
_BEHIND_CLOSING = frozenset(".,;:!?)]}>–—-/…|*&")

# Words that lose their beginning in spoken German ('s, 'n, 'ne, 'rauf) and years that lose their century ('68, '90er).
_CLIPPED = later(
    r"(?:s|n|t|ne[nmrs]?|nauf|naus|nein|nunter|rauf|raus|rein|ran|rüber|rum|runter|tschuldigung|[0-9]{2}(?:er[ns]?)?)"
    r"(?![\w'´`‘’‚‹›])",  # any single mark: which one it is may change while a text is set
    re.IGNORECASE,
)
_THOUSANDS = later(r"[0-9]{3}(?![0-9])")


class _Role(Enum):
    OPENS = auto()
    CLOSES = auto()
    APOSTROPHE = auto()
    NOTHING = auto()


class _Place(msgspec.Struct, frozen=True, kw_only=True):
    """A mark and its surroundings; other marks beside it do not count. `before` and `behind` are "" at the ends."""

    char: str
    before: str
    behind: str

    @property
    def may_open(self) -> bool:
        return not _blank(self.behind) and (_blank(self.before) or self.before in _BEFORE_OPENING)

    @property
    def may_close(self) -> bool:
        return not _blank(self.before) and (_blank(self.behind) or self.behind in _BEHIND_CLOSING)

    @property
    def follows_word(self) -> bool:
        return self.before.isalnum() and self.before != OPAQUE

    @property
    def in_word(self) -> bool:
        return self.follows_word and self.behind.isalnum() and self.behind != OPAQUE


class _Opener(msgspec.Struct, frozen=True, kw_only=True):
    """An opening mark that waits for its partner."""

    position: int
    char: str
    double: bool


def set_quotes(text: str, positions: Sequence[int], marks: Typography) -> list[Mark]:
    """The marks that belong at `positions` of `text`, as far as they are sure; `positions` ascend and hold QUOTES only.

    Guillemets are judged only where they are the language's own marks; elsewhere both »x« and «x» are in use, and what
    was typed is right.
    """
    simple = simple_pairs(text, positions, marks)
    return judged(text, positions, marks) if simple is None else simple


def judged(text: str, positions: Sequence[int], marks: Typography) -> list[Mark]:
    """As `set_quotes`, each mark judged by its surroundings and by those before it."""
    doubles = frozenset(f'"“”„{marks.opening}{marks.closing}')
    singles = frozenset(f"'´`‚‘’{marks.inner_opening}{marks.inner_closing}")
    found: list[Mark] = []
    waiting: list[_Opener] = []
    open_doubles = 0
    for position, place in zip(positions, _places(text, positions), strict=True):
        if place.char in doubles:
            role = _role_of_double(place, is_open=open_doubles > 0)
        elif place.char in singles:
            role = _role_of_single(place, opener=_single_on_top(waiting), text=text, position=position)
        else:
            continue
        double = place.char in doubles
        if role is _Role.OPENS:
            waiting.append(_Opener(position=position, char=place.char, double=double))
            open_doubles += double
        elif role is _Role.APOSTROPHE:
            found.append((position, APOSTROPHE))
        elif role is _Role.CLOSES and (not double or open_doubles):
            found += _pair(waiting, position, marks, double=double)
            open_doubles -= double
    return found


def simple_pairs(text: str, positions: Sequence[int], marks: Typography) -> list[Mark] | None:
    """The marks of a text that holds nothing but double ones, pair after pair and each around words; None of another.

    Nearly every text is so, and `judged` says the same of it in three times the time.
    """
    if len(positions) % 2:
        return None
    found: list[Mark] = []
    for first, last in zip(positions[::2], positions[1::2], strict=True):
        is_pair = text[first] in _PLAIN_OPENERS and text[last] in _PLAIN_CLOSERS
        if not is_pair or not text[first + 1].isalnum() or not text[last - 1].isalnum():
            return None
        behind = text[last + 1 : last + 2]
        if (first and not text[first - 1].isspace()) or not (_blank(behind) or behind in _BEHIND_CLOSING):
            return None
        found += (first, marks.opening), (last, marks.closing)
    return found


def _places(text: str, positions: Sequence[int]) -> list[_Place]:
    """The surroundings of each position, in two linear walks so that runs of marks cost nothing."""
    befores: list[str] = []
    for index, position in enumerate(positions):
        beside = index and positions[index - 1] == position - 1
        befores.append(befores[-1] if beside else text[position - 1 : position] if position else "")
    places: list[_Place] = []
    for index in range(len(positions) - 1, -1, -1):
        position = positions[index]
        beside = index + 1 < len(positions) and positions[index + 1] == position + 1
        behind = places[-1].behind if beside else text[position + 1 : position + 2]
        places.append(_Place(char=text[position], before=befores[index], behind=behind))
    return places[::-1]


def _blank(char: str) -> bool:
    return not char or char.isspace()


def _single_on_top(waiting: list[_Opener]) -> _Opener | None:
    """The opening single mark a closing one would belong to: single marks close only inside their double ones."""
    return waiting[-1] if waiting and not waiting[-1].double else None


def _pair(waiting: list[_Opener], position: int, marks: Typography, *, double: bool) -> tuple[Mark, Mark]:
    """Take the nearest opener of the kind off `waiting`, and with it the singles left open since."""
    opener = waiting.pop()
    while opener.double is not double:
        opener = waiting.pop()
    if double:
        return (opener.position, marks.opening), (position, marks.closing)
    return (opener.position, marks.inner_opening), (position, marks.inner_closing)


def _role_of_low(place: _Place) -> _Role:
    if _blank(place.behind) or (place.may_close and not place.may_open):
        return _Role.NOTHING
    return _Role.OPENS


def _role_of_double(place: _Place, *, is_open: bool) -> _Role:
    if place.char in _LOW_OPENERS:
        return _role_of_low(place)
    may_open, may_close = place.may_open, place.may_close
    if may_open != may_close:
        return _Role.OPENS if may_open else _Role.CLOSES
    if is_open and not _blank(place.before):
        return _Role.CLOSES
    # Between two words („a"b“) or spaces nothing is sure; behind a colon or a tag it can only open.
    return _Role.NOTHING if (_blank(place.before) and _blank(place.behind)) or place.follows_word else _Role.OPENS


def _role_of_single(place: _Place, *, opener: _Opener | None, text: str, position: int) -> _Role:
    if place.char in _LOW_OPENERS:
        return _role_of_low(place)
    if place.char == "'" and "'" in (text[position - 1 : position], text[position + 1 : position + 2]):
        return _Role.NOTHING  # two apostrophes typed for one double mark: not sure enough
    if place.char in _ACCENTS or (place.in_word and place.char in _APOSTROPHES):
        return _role_within_word(place, text, position)
    if place.char in _APOSTROPHES and not place.may_close and _CLIPPED().match(text, position + 1):
        clipped = place.may_open or place.before == OPAQUE
        return _Role.APOSTROPHE if clipped else _Role.NOTHING
    return _role_beside_word(place, closable=_closes(place.char, opener))


def _closes(char: str, opener: _Opener | None) -> bool:
    """Whether a single mark may be the partner of `opener`; ‚ is closed by ‘, so ’ within it is an apostrophe."""
    return opener is not None and (char != APOSTROPHE or opener.char not in _LOW_OPENERS)


def _role_within_word(place: _Place, text: str, position: int) -> _Role:
    """Between two letters every mark is an apostrophe; between digits it groups thousands or means feet and inches."""
    if not place.in_word:
        return _Role.NOTHING
    if place.before.isdigit() and place.behind.isdigit() and not _THOUSANDS().match(text, position + 1):
        return _Role.NOTHING
    return _Role.APOSTROPHE


def _role_beside_word(place: _Place, *, closable: bool) -> _Role:
    may_open, may_close = place.may_open, place.may_close
    if closable and not _blank(place.before) and (may_close or not may_open):
        return _Role.CLOSES
    if may_close and not may_open:
        return _Role.APOSTROPHE if place.char == "'" and place.before.isalpha() else _Role.NOTHING
    opens = may_open or not (place.follows_word or _blank(place.before) or _blank(place.behind))
    return _Role.OPENS if opens and place.char in _SINGLE_OPENERS else _Role.NOTHING
