"""However mails come in: never more than six an hour, none waits longer than an hour, few come at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sitegen.inbox.mail.pacing import MOST, NotBefore, OneByOne, Together, plan, recent

NOON = datetime(2026, 11, 21, 11, tzinfo=UTC)


def minutes_ago(*minutes: float) -> list[datetime]:
    return [NOON - timedelta(minutes=ago) for ago in minutes]


def test_a_few_go_at_once() -> None:
    assert plan(1, [], NOON) == OneByOne()
    assert plan(4, [], NOON) == OneByOne()
    assert plan(1, minutes_ago(3, 2, 1), NOON) == OneByOne()


def test_five_in_ten_minutes_go_together() -> None:
    assert plan(5, [], NOON) == Together()
    assert plan(1, minutes_ago(4, 3, 2, 1), NOON) == NotBefore(NOON + timedelta(minutes=9))
    assert plan(9, minutes_ago(13, 12, 11), NOON) == Together()


def test_after_six_mails_the_hour_is_waited_for() -> None:
    assert plan(1, minutes_ago(50, 40, 30, 20, 15, 12), NOON) == NotBefore(NOON + timedelta(minutes=10))


def test_a_clock_that_was_set_back_holds_nothing_up() -> None:
    assert recent([NOON + timedelta(days=1)], NOON) == ()


@given(st.lists(st.integers(0, 30), min_size=1, max_size=120))
def test_never_more_than_six_an_hour_and_nothing_is_kept_back_for_long(arrivals: list[int]) -> None:
    sent: list[datetime] = []
    waiting: list[datetime] = []
    for minute, arrived in enumerate((*arrivals, *[0] * 70)):
        now = NOON + timedelta(minutes=minute)
        waiting.extend([now] * arrived)
        if not waiting:
            continue
        match plan(len(waiting), sent, now):
            case OneByOne():
                sent.extend([now] * len(waiting))
                waiting.clear()
            case Together():
                sent.append(now)
                waiting.clear()
            case NotBefore(due=due):
                assert now < due <= waiting[0] + timedelta(hours=1)
        assert len(recent(sent, now)) <= MOST
    assert not waiting
