"""Office hours: what is sure becomes days and times, the rest stays as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import OFTEN
from sitegen.text.hours import HoursLine, parse_hours

SHOWN = {
    "Mo–Fr 9–17 Uhr, Sa nach Vereinbarung": ["Montag bis Freitag: 9–17 Uhr", "Samstag: nach Vereinbarung"],
    "Mo, Di, Do 9–12 Uhr": ["Montag, Dienstag und Donnerstag: 9–12 Uhr"],
    "Mo–Fr 9–12, 14–17 Uhr": ["Montag bis Freitag: 9–12 und 14–17 Uhr"],
    "montags bis donnerstags von 9 bis 13 Uhr": ["Montag bis Donnerstag: 9–13 Uhr"],
    "Mo-Do 9:30-12.15 Uhr und 13 - 17 Uhr; Fr. 9-12": [
        "Montag bis Donnerstag: 9:30–12:15 und 13–17 Uhr",
        "Freitag: 9–12 Uhr",
    ],
    "täglich 8–24 Uhr": ["Montag bis Sonntag: 8–24 Uhr"],
    "Fr–Mo 9-12": ["Freitag bis Montag: 9–12 Uhr"],
    "Montag: 10:00 bis 18:00 Uhr": ["Montag: 10–18 Uhr"],
    "Sa, So geschlossen": ["Samstag und Sonntag: geschlossen"],
    "nach Vereinbarung": ["nach Vereinbarung"],
}

UNSURE = (
    "Mo–Fr 9–25 Uhr",
    "Mo–Fr 17–9 Uhr",
    "Mo–Fr 9:75–12 Uhr",
    "Mo–Fr 9–12 und 11–14 Uhr",
    "Mo ab 9 Uhr",
    "9–17 Uhr",
)


def shown(line: HoursLine) -> str:
    return ": ".join(filter(None, (line.label, line.text))).replace("\u00a0", " ")


@pytest.mark.parametrize(("typed", "expected"), SHOWN.items())
def test_hours_are_shown_by_day(typed: str, expected: list[str]) -> None:
    assert [shown(line) for line in parse_hours([typed])] == expected


@pytest.mark.parametrize("typed", SHOWN)
def test_a_list_cut_at_commas_means_the_same(typed: str) -> None:
    assert parse_hours(part.strip() for part in typed.split(",")) == parse_hours([typed])


@pytest.mark.parametrize("typed", UNSURE)
def test_what_is_not_sure_stays_as_typed(typed: str) -> None:
    (line,) = parse_hours([typed])
    assert (line.text, line.days, line.openings, line.sure) == (typed, (), (), False)


def test_days_and_times_are_values() -> None:
    first, second = parse_hours(["Mo–Mi 9–12:30 Uhr", "Fr nach Vereinbarung"])
    assert first.days == (0, 1, 2)
    assert [(opening.opens, opening.closes) for opening in first.openings] == [("09:00", "12:30")]
    assert (second.days, second.openings, second.sure) == ((4,), (), True)


@given(st.lists(st.text(alphabet="MoDiFra 0123456789–-:,;./Uhr", max_size=30), max_size=3))
@OFTEN
def test_every_opening_ends_after_it_begins(typed: list[str]) -> None:
    for line in parse_hours(typed):
        assert all(opening.opens < opening.closes <= "24:00" for opening in line.openings)
