"""A process that is killed at any moment loses nothing that it has answered, and does nothing twice."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from inbox_case import InboxCase
from sitegen.inbox.records import Item

RUNS: Final = 50 if os.environ.get("SITEGEN_SOAK") else 4
PROGRAM: Final = Path(__file__).with_name("moderate_and_die.py")
STARTS_WITHIN: Final = 60.0
"""Seconds."""


def killed_after(folder: Path, seed: str, *, answers: int, further: float) -> list[str]:
    """What the process had answered when it was killed: so many lines, and as many as came in `further` seconds."""
    answered = folder / f"answered-{seed}"
    with answered.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(folder), seed],
            stdout=out,
            env={**os.environ, "PYTHONPATH": str(PROGRAM.parent)},
        )
        try:
            deadline = time.monotonic() + STARTS_WITHIN
            while answered.read_bytes().count(b"\n") < answers:
                assert process.poll() is None, "it ended by itself"
                assert time.monotonic() < deadline, "it never got so far"
                time.sleep(0.001)
            time.sleep(further)
        finally:
            process.kill()
            process.wait()
    whole, _, _ = answered.read_text("utf-8").rpartition("\n")
    return whole.splitlines()


def assert_nothing_is_lost_or_doubled(case: InboxCase, answered: list[str]) -> None:
    """Everything answered is there; everything there has each of its events once."""
    items = {item.id: item for item in case.desk.store.items(limit=1_000_000)}
    for line in answered:
        what, _, about = line.partition(" ")
        if what == "admitted":
            assert about in items, "lost"
        elif what == "decided":
            item_id, revision, state = about.split(" ")
            assert_decided(items[item_id], int(revision), state)
    comments = [item for item in items.values() if item.type == "comment"]
    assert max(Counter(item.text for item in comments).values(), default=1) == 1, "doubled"
    assert len(comments) <= sum(line.startswith("asked") for line in answered) + 1
    told = Counter(job.id.split(":", 2)[2] for job in case.jobs("event"))
    for item in items.values():
        first = 1 if item.type == "owner_reply" else 2
        for number in range(first, item.revision + 1):
            assert told[f"{item.id}:{number}"] == 1, "a change without its event"
    answers = Counter(item.parent for item in items.values() if item.type == "owner_reply")
    approvals = Counter(job.item for job in case.jobs("event") if job.id.startswith("event:comment.approved"))
    for item in comments:
        assert answers[item.id] == approvals[item.id], "half of approving and answering"


def assert_decided(item: Item, revision: int, state: str) -> None:
    """What was answered holds, unless a later step came after it."""
    assert item.revision >= revision, "a decision was lost"
    if item.revision == revision:
        assert item.state.value == state


@pytest.mark.slow
@pytest.mark.soak
def test_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(76)
    answered: list[str] = []
    for run in range(RUNS):
        answered += killed_after(tmp_path, f"run{run}", answers=chance.randrange(1, 30), further=chance.random() * 0.02)
        case = InboxCase(tmp_path)
        assert_nothing_is_lost_or_doubled(case, answered)
        case.close()
    assert sum(line.startswith("decided") for line in answered) > RUNS
