"""A process that takes in comments and decides about them until it is killed.

It writes a line for each thing that it was told is done, after it was told. Run by test_inbox_killed.py, never
imported.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from inbox_case import InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.events import event_job
from sitegen.inbox.records import State


def main(folder: str, seed: str) -> None:
    """Work until the end."""
    case = InboxCase(Path(folder))
    case.random.seed(seed)
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        say("asked", f"{seed}:{number}")
        item = case.comment(text=f"Kommentar {seed}:{number}")
        say("admitted", item.id)
        case.desk.store.add_jobs((event_job("comment.submitted", item, desk=case.desk, previous=None),))
        for step in chance.sample(("approve", "reject", "undo", "spam"), k=2):
            decide(case, item.id, step)


def decide(case: InboxCase, item_id: str, step: str) -> None:
    """Take a step and say so."""
    match step:
        case "approve":
            outcome = moderation.approve(case.desk, item_id, by="link", reply="Danke!")
        case "reject":
            outcome = moderation.reject(case.desk, item_id, by="link")
        case "spam":
            outcome = moderation.mark_spam(case.desk, item_id, by="link")
        case _:
            outcome = moderation.undo(case.desk, item_id, by="link")
    if outcome.kind == "done" and outcome.item:
        say("decided", f"{item_id} {outcome.item.revision} {State(outcome.item.state).value}")


def say(what: str, about: str) -> None:
    """Out at once: what was answered is never taken back."""
    sys.stdout.write(f"{what} {about}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
