"""Points in time as an owner writes them, and as readers and programs want to see them.

All of them are Berlin time, whatever zone and locale the machine has. Never asks what time it is now, and never
guesses: a date that could be two is refused with both.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from typing import Final, Literal, Self
from zoneinfo import ZoneInfo

import msgspec

from sitegen.text.locales import Language
from sitegen.text.patterns import later

BERLIN: Final = ZoneInfo("Europe/Berlin")

_NO_BREAK_SPACE = "\u00a0"
_FIRST_YEAR = 1000  # below, four digits are no year any more and not every form can show it
_WHOLE_MINUTES = 1894  # from this year on Berlin's clock differs from UTC by whole minutes, which need not be asked
_HOUR_WITHOUT_TIME = 6
_DECEMBER, _LAST_DAY = 12, 31

# babel has these names, too, but 15 ms of import are too much for twelve words; a test compares them.
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_AUSTRIAN_JANUARY = "Jänner"
_SHORT_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_NUMBER_OF_MONTH: Final[dict[str, int]] = {
    **{name.lower(): number for number, name in enumerate(_MONTHS, 1)},
    **{name: number for number, name in enumerate(_SHORT_MONTHS, 1)},
    **dict.fromkeys(("jänner", "jaenner", "jän"), 1),
    "feber": 2,
    **dict.fromkeys(("maerz", "maer", "mrz"), 3),
    "sept": 9,
}

_DIGITS: Final = tuple(f"{number:02}" for number in range(60))
"""`datetime.isoformat` takes twice as long, and a long list of posts consists of little else."""
_WITHOUT_OFFSET: Final = "2000-01-01T00:00:00"

_DATES = (
    later(r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9])"),
    later(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})(?![0-9])"),
    later(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})(?![0-9])"),
    later(r"(?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})(?![0-9])"),
    later(r"(?:(?P<day>[0-9]{1,2})(?:\. ?| ))?(?P<name>[A-Za-zÄä]{3,9})\.? (?P<year>[0-9]{4})(?![0-9])"),
)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
"""What word processors make of a hyphen."""
_UNCLEAR = later(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_TIME = later(
    r"""(?:[Tt]|,?[ ](?:um[ ])?)
    (?P<hour>[0-9]{1,2})
    (?:[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]+)?)?|(?=[ ]?(?:Uhr|h)\b))
    (?:[ ]?(?:Uhr|h))?
    (?:[ ]?(?:(?P<zone>[A-Za-z]+)|(?P<sign>[+-])(?P<off_hours>[0-9]{2}):?(?P<off_minutes>[0-9]{2})?))?""",
    re.VERBOSE,
)
_ZONES: Final = {"Z": 0, "UTC": 0, "GMT": 0, "MEZ": 1, "CET": 1, "MESZ": 2, "CEST": 2}


class Moment(msgspec.Struct, frozen=True, kw_only=True, order=True, array_like=True):
    """A point in time and how exactly it was given. Moments sort by time."""

    instant: datetime
    """In UTC, where no hour comes twice, and as it comes back from a cache: most are compared and few are shown."""
    precision: Literal["month", "day", "minute"]

    @classmethod
    def of(cls, at: datetime, precision: Literal["month", "day", "minute"]) -> Self:
        """The moment `at`, which is aware, in whatever zone."""
        return cls(instant=at.astimezone(UTC), precision=precision)

    @property
    def at(self) -> datetime:
        """In Europe/Berlin: its year and day are those of the owner's calendar."""
        return self.instant.astimezone(BERLIN)

    @property
    def year(self) -> int:
        """Of the owner's calendar, which is ahead of UTC by less than a day."""
        instant = self.instant
        return self.at.year if instant.month == _DECEMBER and instant.day == _LAST_DAY else instant.year


class MomentProblem(StrEnum):
    """Why a date was refused."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"


class MomentError(ValueError):
    """A date that cannot be taken as typed. `suggestions` are unmistakable spellings of what may be meant."""

    def __init__(self, raw: str, *, reason: MomentProblem, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(f"{reason} date: {raw!r}")
        self.reason: Final = reason
        self.suggestions: Final = suggestions


def parse_moment(raw: str) -> Moment:
    """Read a date as people write it: `2026-11-24`, `5.3.2026 14:00`, `5. März 2026`, `2018-01`, `2026-11-24T09:30Z`.

    Without a time it means 06:00 in Berlin, a month means its first day; parts of a second are dropped. A time without
    a zone is Berlin wall-clock time: one that the change to summer time leaves out is read by the clock before it
    (02:30 becomes 03:30), one that comes twice in autumn is its first. Years go from 1000 to 9999.

    Raises:
        MomentError: with the reason `impossible` (30.2.2026), `ambiguous` (5/3/2026, 24.11.26) or `unreadable`.
    """
    text = " ".join(unicodedata.normalize("NFC", raw).split())
    if not text.isascii():
        text = text.translate(_DASHES)
    for form in _DATES:
        if date := form().match(text):
            return _moment(date, rest=text[date.end() :], raw=raw)
    if unclear := _UNCLEAR().match(text):
        raise _unclear_date(unclear, rest=text[unclear.end() :], raw=raw)
    raise MomentError(raw, reason=MomentProblem.UNREADABLE)


def _moment(date: re.Match[str], *, rest: str, raw: str) -> Moment:
    parts = date.groupdict()
    day = parts.get("day")
    month = int(parts["month"]) if "month" in parts else _NUMBER_OF_MONTH.get(parts["name"].lower())
    time = _TIME().fullmatch(rest) if rest and day else None
    if month is None or (rest and time is None):
        raise MomentError(raw, reason=MomentProblem.UNREADABLE)
    try:
        at = _aware(datetime(int(parts["year"]), month, int(day or 1), _HOUR_WITHOUT_TIME), time)  # noqa: DTZ001 -- next
    except LookupError:
        raise MomentError(raw, reason=MomentProblem.UNREADABLE) from None
    except (ValueError, OverflowError):
        raise MomentError(raw, reason=MomentProblem.IMPOSSIBLE) from None
    if at.year < _FIRST_YEAR:
        raise MomentError(raw, reason=MomentProblem.IMPOSSIBLE)
    return Moment.of(at, "minute" if time else "day" if day else "month")


def _aware(day: datetime, time: re.Match[str] | None) -> datetime:
    """The day at that time in Berlin. Raises LookupError for an unknown zone, ValueError for an impossible time."""
    if time is None:
        return day.replace(tzinfo=BERLIN)
    at = day.replace(hour=int(time["hour"]), minute=int(time["minute"] or 0), second=int(time["second"] or 0))
    # By way of UTC, so that a wall-clock time which never was becomes one that was.
    return at.replace(tzinfo=_zone(time)).astimezone(UTC).astimezone(BERLIN)


def _zone(time: re.Match[str]) -> ZoneInfo | timezone:
    if time["zone"]:
        return timezone(timedelta(hours=_ZONES[time["zone"].upper()]))
    if not time["sign"]:
        return BERLIN
    offset = timedelta(hours=int(time["off_hours"]), minutes=int(time["off_minutes"] or 0))
    return timezone(-offset if time["sign"] == "-" else offset)


def _unclear_date(date: re.Match[str], *, rest: str, raw: str) -> MomentError:
    """What to say about a date whose parts could stand in more than one order, or whose century is missing."""
    if rest and not _TIME().fullmatch(rest):
        return MomentError(raw, reason=MomentProblem.UNREADABLE)
    first, sign, second, last = date.groups()
    orders = [(first, second, last)]
    if sign != ".":
        orders.append((second, first, last))
    if sign == "-" and len(last) == len("26"):
        orders.append((last, second, first))
    readings = (
        f"{int(day)}.{int(month)}.{year if len(year) == len('2026') else f'20{year:0>2}'}"
        for day, month, year in orders
    )
    suggestions = tuple(dict.fromkeys(f"{reading}{rest}" for reading in readings if _exists(reading)))
    reason = MomentProblem.AMBIGUOUS if suggestions else MomentProblem.IMPOSSIBLE
    return MomentError(raw, reason=reason, suggestions=suggestions)


def _exists(reading: str) -> bool:
    try:
        parse_moment(reading)
    except MomentError:
        return False
    return True


def long_date(moment: Moment, language: Language) -> str:
    """„5. März 2026“ (the day never leaves its month), „Januar 2018“ for a month; „Jänner“ in Austria."""
    at = moment.at
    name = _MONTHS[at.month - 1] if at.month > 1 or language is not Language.AT else _AUSTRIAN_JANUARY
    if moment.precision == "month":
        return f"{name} {at.year}"
    return f"{at.day}.{_NO_BREAK_SPACE}{name} {at.year}"


def short_date(moment: Moment) -> str:
    """`05.03.2026`, or `01.2018` for a month."""
    at = moment.at
    month = f"{at.month:02}.{at.year}"
    return month if moment.precision == "month" else f"{at.day:02}.{month}"


def iso(moment: Moment) -> str:
    """For `<time datetime>`, as exact as it was given: `2018-01`, `2026-03-05` or `2026-03-05T09:30:00+01:00`."""
    if moment.precision == "minute":
        return rfc3339(moment)
    day = moment.at.date().isoformat()
    return day[: len("2018-01")] if moment.precision == "month" else day


def rfc3339(moment: Moment) -> str:
    """For Atom, JSON Feed and the sitemap: `2026-03-05T06:00:00+01:00`, with its time whatever the precision."""
    at = _civil(moment)
    clock = f"{_DIGITS[at.hour]}:{_DIGITS[at.minute]}:{_DIGITS[at.second]}"
    return f"{at.year}-{_DIGITS[at.month]}-{_DIGITS[at.day]}T{clock}{_offset(at.utcoffset())}"


@cache
def _offset(ahead: timedelta | None) -> str:
    """`+01:00`."""
    return datetime(2000, 1, 1, tzinfo=None if ahead is None else timezone(ahead)).isoformat()[len(_WITHOUT_OFFSET) :]


def rfc2822(moment: Moment) -> str:
    """For RSS: `Thu, 05 Mar 2026 06:00:00 +0100`, English in every language (RFC 2822, 3.3)."""
    at = _civil(moment)
    day, month = _ENGLISH_DAYS[at.weekday()], _ENGLISH_MONTHS[at.month - 1]
    return f"{day}, {at.day:02} {month} {at:%Y %H:%M:%S %z}"


def _civil(moment: Moment) -> datetime:
    """In Berlin time, or in UTC before 1893, when Berlin's own clock had an offset with seconds no format knows."""
    at = moment.at
    if at.year >= _WHOLE_MINUTES or not (at.utcoffset() or timedelta(0)) % timedelta(minutes=1):
        return at
    return at.astimezone(UTC)
