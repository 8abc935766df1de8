"""A worker killed at any moment, its git and its mails with it: a comment is pushed once, a mail arrives."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from git_remote import Remote, git
from inbox_case import InboxCase
from mail_server import MailServer
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.mail.notices import notices_of
from sitegen.inbox.moderation import approve
from sitegen.inbox.records import Item, State
from sitegen.inbox.worker import Worker
from work_and_die import case_in

RUNS: Final = 50 if os.environ.get("SITEGEN_SOAK") else 3
PROGRAM: Final = Path(__file__).with_name("work_and_die.py")
BETWEEN_RUNS: Final = 4000
"""Seconds by the clock of the tests: longer than any lease or wait."""


@pytest.mark.slow
@pytest.mark.soak
def test_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(77)
    remote = Remote(tmp_path)
    with MailServer() as server:
        case = case_in(tmp_path, str(remote.path), server.port)
        comments: list[Item] = []
        messages: list[Item] = []
        for run in range(RUNS):
            comments += [approved(case, f"Kommentar {run}-{number}") for number in range(2)]
            messages.append(told(case, f"Nachricht {run}"))
            kill_after(chance.random() * 0.5, tmp_path, remote, server, seconds=run * BETWEEN_RUNS)
            case.clock.move(BETWEEN_RUNS)
        finish(case)

        assert set(remote.files()) == {f"content/comments/{item.post}/{item.id}.md" for item in comments}
        assert {case.item(item.id).state for item in comments} == {State.PUBLISHED}
        for path in remote.files():
            assert git("log", "--format=%h", "main", "--", path, folder=remote.path).count(b"\n") == 1, "pushed twice"
        bodies = [mail.body for mail in server.received]
        for message in messages:
            assert any(f"> {message.text}\n" in body for body in bodies), "a mail is lost"
        assert len(server.received) <= 2 * RUNS, "a mail is sent again and again"
        case.close()


def approved(case: InboxCase, text: str) -> Item:
    item = case.comment(text=text)
    assert approve(case.desk, item.id, by="link").kind == "done"
    return item


def told(case: InboxCase, text: str) -> Item:
    item = case.contact(text=text)
    case.desk.store.add_jobs(notices_of(item, desk=case.desk))
    return item


def kill_after(moment: float, folder: Path, remote: Remote, server: MailServer, *, seconds: int) -> None:
    """Start the worker, and kill it that long after it was ready."""
    arguments = (str(folder), str(remote.path), str(server.port), str(seconds))
    around = {**os.environ, "PYTHONPATH": str(PROGRAM.parent)}
    with subprocess.Popen([sys.executable, str(PROGRAM), *arguments], stdout=subprocess.PIPE, env=around) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(moment)
        process.kill()


def finish(case: InboxCase) -> None:
    """Let somebody else do what is left."""
    worker = Worker(case.desk, {"mail": HANDLERS["mail"], "publish": HANDLERS["publish"]})
    for _ in range(20):
        case.clock.move(BETWEEN_RUNS)
        worker.run_once()
        if not case.jobs("mail") and not case.jobs("publish"):
            return
    raise AssertionError(f"still to be done: {[job.error for job in case.jobs()]}")
