"""When something is tried again."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from inbox_case import NOON
from sitegen.inbox.schedule import WAITS, jittered, retry_at, retry_without_end


def test_waits_grow_for_three_days_and_then_end() -> None:
    waits = []
    for attempt in range(1, 20):
        due = retry_at(attempt, NOON, lambda size: b"\x7f\xff" * (size // 2))
        if due is None:
            break
        waits.append(due - NOON)

    assert [round(wait.total_seconds()) for wait in waits] == [round(wait.total_seconds()) for wait in WAITS]
    assert timedelta(days=3) < sum(waits, timedelta()) < timedelta(days=4)


def test_what_must_be_done_is_tried_for_ever() -> None:
    for attempt in (0, 1, 3, 9, 10, 1000):
        due = retry_without_end(attempt, NOON, os.urandom, longest=timedelta(hours=1))
        assert timedelta(seconds=4) < due - NOON <= timedelta(minutes=66)


@pytest.mark.parametrize(("chance", "share"), [(b"\0\0", 0.9), (b"\xff\xff", 1.1)])
def test_chance_moves_a_wait_by_a_tenth_at_most(chance: bytes, share: float) -> None:
    assert jittered(timedelta(hours=10), lambda _: chance) == timedelta(hours=10) * share
