from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis.strategies import datetimes, just

from sitegen.text.locales import Language
from sitegen.text.moments import (
    BERLIN,
    Moment,
    MomentError,
    MomentProblem,
    iso,
    long_date,
    parse_moment,
    rfc2822,
    rfc3339,
    short_date,
)

READ = {
    "2026-11-24": "2026-11-24T06:00:00+01:00",
    "2026-7-4": "2026-07-04T06:00:00+02:00",
    "2026/11/24": "2026-11-24T06:00:00+01:00",
    "2026-11-24 9:30": "2026-11-24T09:30:00+01:00",
    "2026-11-24 09:30:15": "2026-11-24T09:30:15+01:00",
    "2026-11-24T09:30": "2026-11-24T09:30:00+01:00",
    "2026-11-24T09:30:15.250": "2026-11-24T09:30:15+01:00",
    "2026-11-24T09:30Z": "2026-11-24T10:30:00+01:00",
    "2026-07-04T23:30:00z": "2026-07-05T01:30:00+02:00",
    "2026-11-24T09:30+01:00": "2026-11-24T09:30:00+01:00",
    "2026-11-24T09:30+0100": "2026-11-24T09:30:00+01:00",
    "2026-11-24 09:30 +0100": "2026-11-24T09:30:00+01:00",
    "2026-11-24 09:30:00 +01": "2026-11-24T09:30:00+01:00",
    "2026-11-24 09:30 -05:00": "2026-11-24T15:30:00+01:00",
    "2026-11-24 09:30 MEZ": "2026-11-24T09:30:00+01:00",
    "5.3.2026": "2026-03-05T06:00:00+01:00",
    "5. 3. 2026": "2026-03-05T06:00:00+01:00",
    "05.03.2026 14:00": "2026-03-05T14:00:00+01:00",
    "05.03.2026, 14.30 Uhr": "2026-03-05T14:30:00+01:00",
    "5.3.2026 um 9 Uhr": "2026-03-05T09:00:00+01:00",
    "5. März 2026": "2026-03-05T06:00:00+01:00",
    "5.März 2026": "2026-03-05T06:00:00+01:00",
    "5.\u00a0März 2026": "2026-03-05T06:00:00+01:00",
    "5. Ma\u0308rz 2026": "2026-03-05T06:00:00+01:00",
    "  05. maerz 2026 ": "2026-03-05T06:00:00+01:00",
    "5. Mär. 2026": "2026-03-05T06:00:00+01:00",
    "5. Mrz 2026": "2026-03-05T06:00:00+01:00",
    "5. Jänner 2026": "2026-01-05T06:00:00+01:00",
    "5. Jaenner 2026": "2026-01-05T06:00:00+01:00",
    "5. Feber 2026": "2026-02-05T06:00:00+01:00",
    "5. Sept. 2026, 14:00": "2026-09-05T14:00:00+02:00",
    "2018-01": "2018-01-01T06:00:00+01:00",
    "01.2018": "2018-01-01T06:00:00+01:00",
    "7/2018": "2018-07-01T06:00:00+02:00",
    "Januar 2018": "2018-01-01T06:00:00+01:00",
    "2026–11–24": "2026-11-24T06:00:00+01:00",
    "2026‑11‑24": "2026-11-24T06:00:00+01:00",
    "29.2.2024": "2024-02-29T06:00:00+01:00",
    "9999-12-31": "9999-12-31T06:00:00+01:00",
}

UNREADABLE = (
    *("", "morgen", "2026", "20261124", "999-01-01", "Montag", "5. Foo 2026", "2018-01 09:30", "2026-11-24 9"),
    *(
        "2026-11-24T",
        "2026-11-24 09:30 EST",
        "2026-11-24 09:30 Uhr abends",
        "2026-11-24x",
        "5.3.2026.",
        "5/3/2026 früh",
    ),
    *("12026-11-24", "2026-11-241", "٢٠٢٦-١١-٢٤", "5.3.", "2026-11-24 09:30 \u00a0 x"),
)

IMPOSSIBLE = (
    *("2026-13-05", "30.2.2026", "2026-02-29", "00.03.2026", "2018-00", "13.2018", "31. April 2026", "45/45/2026"),
    *("2026-11-24 25:00", "2026-11-24 24:00", "2026-11-24 09:60", "2026-11-24 09:30 +25:00", "0999-05-05", "31.02.26"),
    *("9999-12-31T23:30-05:00", "1000-01-01T00:00+05:00"),
)

AMBIGUOUS = {
    "5/3/2026": ("5.3.2026", "3.5.2026"),
    "05-03-2026": ("5.3.2026", "3.5.2026"),
    "5/5/2026": ("5.5.2026",),
    "24/11/2026": ("24.11.2026",),
    "11/24/2026 14:00": ("24.11.2026 14:00",),
    "24.11.26": ("24.11.2026",),
    "24.11.26, 9 Uhr": ("24.11.2026, 9 Uhr",),
    "26-11-24": ("26.11.2024", "24.11.2026"),
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_dates_are_read_as_meant(typed: str, meant: str) -> None:
    assert rfc3339(parse_moment(typed)) == meant


@given(datetimes(datetime(1890, 1, 1), datetime(1897, 1, 1)))  # noqa: DTZ001 - they are given their zone below
def test_an_offset_with_seconds_is_never_written(naive: datetime) -> None:
    at = naive.replace(tzinfo=BERLIN, microsecond=0)
    written = rfc3339(Moment.of(at, "minute"))
    assert datetime.fromisoformat(written) == at.astimezone(UTC)
    assert len(written) == len("1893-03-05T06:00:00+01:00")


@given(datetimes(datetime(1900, 1, 1)))  # noqa: DTZ001 - as above
def test_times_are_written_as_python_writes_them(naive: datetime) -> None:
    moment = Moment.of(naive.replace(tzinfo=BERLIN), "minute")
    assert rfc3339(moment) == moment.at.isoformat(timespec="seconds")


@pytest.mark.parametrize("typed", UNREADABLE)
def test_what_is_no_date_is_unreadable(typed: str) -> None:
    with pytest.raises(MomentError) as refused:
        parse_moment(typed)
    assert (refused.value.reason, refused.value.suggestions) == (MomentProblem.UNREADABLE, ())


@pytest.mark.parametrize("typed", IMPOSSIBLE)
def test_days_and_times_that_never_were_are_impossible(typed: str) -> None:
    with pytest.raises(MomentError) as refused:
        parse_moment(typed)
    assert refused.value.reason is MomentProblem.IMPOSSIBLE


@pytest.mark.parametrize(("typed", "suggestions"), AMBIGUOUS.items())
def test_a_date_that_could_be_two_is_refused_with_both(typed: str, suggestions: tuple[str, ...]) -> None:
    with pytest.raises(MomentError) as refused:
        parse_moment(typed)
    assert (refused.value.reason, refused.value.suggestions) == (MomentProblem.AMBIGUOUS, suggestions)
    assert all(parse_moment(suggestion) for suggestion in suggestions)


@pytest.mark.parametrize(
    ("typed", "precision"),
    [("2018-01", "month"), ("Mai 2018", "month"), ("5.3.2026", "day"), ("5.3.2026 0:00", "minute")],
)
def test_a_moment_knows_how_exactly_it_was_given(typed: str, precision: str) -> None:
    assert parse_moment(typed).precision == precision


def test_a_time_the_change_to_summer_time_leaves_out_is_an_hour_later() -> None:
    assert rfc3339(parse_moment("2026-03-29 02:30")) == "2026-03-29T03:30:00+02:00"


def test_a_time_that_comes_twice_in_autumn_is_its_first() -> None:
    assert rfc3339(parse_moment("2026-10-25 02:30")) == "2026-10-25T02:30:00+02:00"
    assert rfc3339(parse_moment("2026-10-25T01:30Z")) == "2026-10-25T02:30:00+01:00"


def test_moments_sort_by_time_whatever_their_precision() -> None:
    typed = ["5.3.2026", "2018-01", "2026-03-05 05:59", "2017-12-31"]
    assert sorted(typed, key=parse_moment) == ["2017-12-31", "2018-01", "2026-03-05 05:59", "5.3.2026"]


@pytest.mark.parametrize(
    ("typed", "language", "shown"),
    [
        ("2026-03-05", Language.DE, "5.\u00a0März 2026"),
        ("2026-01-05 23:30", Language.AT, "5.\u00a0Jänner 2026"),
        ("2026-01-05", Language.CH, "5.\u00a0Januar 2026"),
        ("2018-01", Language.DE, "Januar 2018"),
        ("2018-01", Language.AT, "Jänner 2018"),
    ],
)
def test_long_dates_keep_the_day_with_its_month(typed: str, language: Language, shown: str) -> None:
    assert long_date(parse_moment(typed), language) == shown


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("month", range(1, 13))
def test_month_names_are_those_of_babel(month: int, language: Language) -> None:
    moment = parse_moment(f"2026-{month}-14")
    assert long_date(moment, language).replace("\u00a0", " ") == format_date(
        moment.at, "long", language.replace("-", "_")
    )


@pytest.mark.parametrize(
    ("typed", "short", "machine", "feed"),
    [
        ("2018-01", "01.2018", "2018-01", "Mon, 01 Jan 2018 06:00:00 +0100"),
        ("5.3.2026", "05.03.2026", "2026-03-05", "Thu, 05 Mar 2026 06:00:00 +0100"),
        ("2026-07-04 9:30", "04.07.2026", "2026-07-04T09:30:00+02:00", "Sat, 04 Jul 2026 09:30:00 +0200"),
        ("1880-07-04 9:30", "04.07.1880", "1880-07-04T08:36:32+00:00", "Sun, 04 Jul 1880 08:36:32 +0000"),
    ],
)
def test_each_form_says_as_much_as_is_known(typed: str, short: str, machine: str, feed: str) -> None:
    moment = parse_moment(typed)
    assert (short_date(moment), iso(moment), rfc2822(moment)) == (short, machine, feed)


def test_a_moment_in_another_zone_is_shown_in_berlin_time() -> None:
    moment = Moment.of(datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "minute")
    assert (short_date(moment), iso(moment)) == ("01.01.2027", "2027-01-01T00:30:00+01:00")
    assert long_date(moment, Language.DE) == "1.\u00a0Januar 2027"


@given(datetimes(datetime(1000, 1, 2), datetime(9999, 12, 30), timezones=just(UTC)))  # noqa: DTZ001 - as above
@example(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
@example(datetime(1945, 12, 31, 22, 30, tzinfo=UTC))
@example(datetime(1880, 12, 31, 23, 10, tzinfo=UTC))
def test_the_year_of_a_moment_is_that_of_the_calendar_in_berlin(at: datetime) -> None:
    moment = Moment.of(at, "minute")
    assert moment.year == moment.at.year


def test_the_second_of_two_equal_hours_is_the_later_one() -> None:
    first, second = parse_moment("2026-10-25T02:30+02:00"), parse_moment("2026-10-25T02:10+01:00")
    assert first < second


def test_a_moment_from_the_cache_is_the_same_moment() -> None:
    moment = parse_moment("2026-03-05 14:00")
    assert moment.at.tzinfo is BERLIN
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(moment), type=Moment) == moment
