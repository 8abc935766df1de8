"""Office hours as people write them: „Mo–Fr 9–17 Uhr, Sa nach Vereinbarung“.

What is sure becomes days and times; anything else stays the text it was. Never guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

import msgspec

from sitegen.text.patterns import later

_DAYS: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SPOKEN: Final = {
    **{day.lower(): number for number, day in enumerate(_DAYS)},
    **{f"{day.lower()}s": number for number, day in enumerate(_DAYS)},
    **{day[:2].lower(): number for number, day in enumerate(_DAYS)},
    **dict.fromkeys(("sonnabend", "sonnabends"), 5),
}
_WEEK: Final = len(_DAYS)

_DAY = rf"(?:{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})\b\.?"
_FROM_DAY_TO_DAY = rf"({_DAY})(?:\s?(?:[-–—]|bis)\s?({_DAY}))?"
_SPAN_OF_DAYS = later(_FROM_DAY_TO_DAY, re.IGNORECASE)
_DAYS_FIRST = later(
    rf"(?P<days>täglich|{_FROM_DAY_TO_DAY}(?:\s?(?:[,+&/]|und|u\.)\s?{_FROM_DAY_TO_DAY})*)\s?:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:\s?(?:Uhr|h))?"
_FROM_TIME_TO_TIME = rf"(?:von\s)?{_CLOCK}\s?(?:[-–—]|bis)\s?{_CLOCK}"
_SPAN_OF_TIME = later(_FROM_TIME_TO_TIME, re.IGNORECASE)
_TIMES = later(rf"{_FROM_TIME_TO_TIME}(?:\s?(?:[,+&/]|und|u\.|sowie)\s?{_FROM_TIME_TO_TIME})*", re.IGNORECASE)
_BOUNDARY = later(r"\s*[,;\n]\s*")
_LAST_HOUR: Final = 24
_MINUTES: Final = 60
_NO_BREAK_SPACE: Final = "\u00a0"
_A_ROW: Final = 3  # from so many days on „bis“ says it


class Opening(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """From one time of a day to a later one, as `HH:MM`; midnight at the end is `24:00`."""

    opens: str
    closes: str


class HoursLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the office hours, ready to be shown: what is open when."""

    days: tuple[int, ...] = ()
    """0 for Monday; empty where the line is not understood."""
    openings: tuple[Opening, ...] = ()
    """Empty for days without fixed times."""
    label: str = ""
    """„Montag bis Freitag“; empty where the line names no day."""
    text: str = ""
    """„9–17 Uhr“, „nach Vereinbarung“, or the whole line as typed."""

    @property
    def sure(self) -> bool:
        """Whether days and times mean what they say, or nobody would take the line for times."""
        return bool(self.openings) or not re.search(r"[0-9]", self.text)


def parse_hours(typed: Iterable[str]) -> tuple[HoursLine, ...]:
    """The lines of the hours; `typed` may be cut at every comma or not at all."""
    pieces = [piece for part in typed for piece in _BOUNDARY().split(" ".join(part.split())) if piece]
    return tuple(_line(days, rest) for days, rest in _joined(pieces))


def _joined(pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Days and what is said of them, whatever commas stood between: „Mo, Di 9–12, 14–16 Uhr“ is one line."""
    waiting: list[str] = []
    current: tuple[str, str] | None = None
    for piece in pieces:
        found = _DAYS_FIRST().fullmatch(piece)
        if found and not found["rest"]:
            waiting.append(found["days"])
            continue
        if not found and current and not waiting and _TIMES().fullmatch(piece) and _TIMES().fullmatch(current[1]):
            current = (current[0], f"{current[1]}, {piece}")
            continue
        if current:
            yield current
        days = ", ".join((*waiting, found["days"] if found else "")).rstrip(", ")
        current, waiting = (days, found["rest"] if found else piece), []
    if current:
        yield current
    if waiting:
        yield ", ".join(waiting), ""


def _line(typed_days: str, rest: str) -> HoursLine:
    days = _days_of(typed_days)
    openings = _openings_of(rest) if days else ()
    whole = f"{typed_days} {rest}".strip()
    if days and (openings or (rest and not re.search(r"[0-9]", rest))):
        return HoursLine(days=days, openings=openings, label=_label(days), text=_shown(openings) or rest)
    return HoursLine(text=whole)


def _days_of(typed: str) -> tuple[int, ...]:
    if typed.lower() == "täglich":
        return tuple(range(_WEEK))
    found: dict[int, None] = {}
    for first, last in _SPAN_OF_DAYS().findall(typed):
        begin = _SPOKEN[first.lower().rstrip(".")]
        end = _SPOKEN[last.lower().rstrip(".")] if last else begin
        found |= dict.fromkeys((begin + step) % _WEEK for step in range((end - begin) % _WEEK + 1))
    return tuple(found)


def _openings_of(rest: str) -> tuple[Opening, ...]:
    """The times in `rest` in their order; none where one of them cannot be."""
    if not _TIMES().fullmatch(rest):
        return ()
    openings = []
    for opens_at, opens_minute, closes_at, closes_minute in _SPAN_OF_TIME().findall(rest):
        opens, closes = (int(opens_at), int(opens_minute or 0)), (int(closes_at), int(closes_minute or 0))
        if not (0, 0) <= opens < closes <= (_LAST_HOUR, 0) or max(opens[1], closes[1]) >= _MINUTES:
            return ()
        openings.append(
            Opening(opens="{:02}:{:02}".format(*opens), closes="{:02}:{:02}".format(*closes)),
        )
    return tuple(openings) if all(one.closes <= two.opens for one, two in pairwise(openings)) else ()


def _label(days: tuple[int, ...]) -> str:
    """„Montag bis Freitag“, „Montag, Mittwoch und Freitag“."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == (runs[-1][-1] + 1) % _WEEK:
            runs[-1].append(day)
        else:
            runs.append([day])
    names: list[str] = []
    for run in runs:
        long = len(run) >= _A_ROW
        names += [f"{_DAYS[run[0]]} bis {_DAYS[run[-1]]}"] if long else [_DAYS[day] for day in run]
    return " und ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _shown(openings: tuple[Opening, ...]) -> str:
    spans = [f"{_clock(opening.opens)}–{_clock(opening.closes)}" for opening in openings]
    return f"{' und '.join(spans)}{_NO_BREAK_SPACE}Uhr" if spans else ""


def _clock(time: str) -> str:
    """`09:00` as „9“, `14:30` as „14:30“."""
    hour, _, minute = time.partition(":")
    return str(int(hour)) if minute == "00" else f"{int(hour)}:{minute}"
