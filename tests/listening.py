"""An inbox with hooks that write down what they are told, and the real worker that tells them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hook_scripts import write_hook
from inbox_case import InboxCase
from sitegen.inbox.config import Hooks
from sitegen.inbox.desk import Handler
from sitegen.inbox.events import arrival_jobs
from sitegen.inbox.hooks.decisions import ask_hooks
from sitegen.inbox.hooks.dispatch import dispatch
from sitegen.inbox.hooks.notify import deliver
from sitegen.inbox.records import Item, Job, JobKind
from sitegen.inbox.worker import Worker

HANDLERS: dict[JobKind, Handler] = {"event": dispatch, "hook": deliver}


class Listening(InboxCase):
    """An inbox with hooks that write down what they are told."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.hooks = folder / "hooks"
        self.hooks.mkdir()
        self.heard_file = folder / "heard"
        self.configure(hooks=Hooks(folder=str(self.hooks), auto_approve="hooks"))

    def listener(self, key: str, *, code: int = 0) -> Path:
        """A hook that writes down what it is told and ends with this code."""
        return write_hook(self.hooks, key, f"cat >> {self.heard_file}; echo >> {self.heard_file}; exit {code}")

    @property
    def heard(self) -> list[dict[str, Any]]:
        """What they have been told."""
        lines = self.heard_file.read_text("utf-8").splitlines() if self.heard_file.exists() else []
        return [json.loads(line) for line in lines]

    def work(self) -> int:
        """Do what is due, until nothing is."""
        worker = Worker(self.desk, HANDLERS)
        done = 0
        while now := worker.run_once():
            done += now
        return done

    def arrive(self) -> Item:
        """A comment comes in, as receiving lets it in."""
        item = replace(self.comment(), id=self.desk.new_id(), text="Etwas anderes.")
        decision = ask_hooks(self.desk, item)
        jobs = (*arrival_jobs(decision.item, desk=self.desk), *decision.jobs)
        self.desk.store.admit(decision.item, duplicate_of=item.id, jobs=jobs)
        return self.item(item.id)

    def hook_jobs(self) -> tuple[Job, ...]:
        """What hooks have still to be told."""
        return self.jobs("hook")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Listening]:
    made = Listening(tmp_path)
    yield made
    made.close()
