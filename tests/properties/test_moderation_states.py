"""Whatever is done to comments in whatever order, and wherever the store breaks down: none is lost, none doubled."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from inbox_case import InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.events import event_job
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import PUBLIC, TRANSITIONS, Item, State
from sitegen.inbox.store.contract import StoreUnavailableError
from sitegen.inbox.wishes import Wish

Step = Callable[[InboxCase, str], Outcome | bool]


def publish(case: InboxCase, item_id: str) -> bool:
    """What the publisher does when the site has the file."""
    item = case.item(item_id)
    after = replace(item, state=State.PUBLISHED, revision=item.revision + 1)
    told = event_job("comment.published", after, desk=case.desk, previous=item.state)
    return item.state is State.APPROVED and case.desk.store.change(item, after, jobs=(told,))


STEPS: Final[dict[str, Step]] = {
    "approve": lambda case, item: moderation.approve(case.desk, item, by="link"),
    "approve and answer": lambda case, item: moderation.approve(case.desk, item, by="link", reply="Danke!"),
    "answer": lambda case, item: moderation.answer(case.desk, item, by="link", text="Gern!"),
    "reject": lambda case, item: moderation.reject(case.desk, item, by="cli"),
    "spam": lambda case, item: moderation.mark_spam(case.desk, item, by="cli"),
    "block": lambda case, item: moderation.block_sender(case.desk, item, by="cli"),
    "undo": lambda case, item: moderation.undo(case.desk, item, by="link"),
    "delete": lambda case, item: moderation.delete(case.desk, item, by="cli"),
    "edit": lambda case, item: moderation.edit(case.desk, item, Wish(name="Anna", text=str(case.random.random()))),
    "late": lambda case, item: moderation.reject(case.desk, item, by="link", revision=1),
    "publish": publish,
}

steps = st.sampled_from(sorted(STEPS))
places = st.integers(min_value=0, max_value=9)


class Comments(RuleBasedStateMachine):
    """An inbox that is worked with, and looked at after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.case = InboxCase(self.folder)
        self.seen: dict[str, Item] = {}
        self.public_changes = 0

    def teardown(self) -> None:
        self.case.close()
        shutil.rmtree(self.folder)

    @rule(state=st.sampled_from([State.PENDING, State.SUSPECTED]))
    def submit(self, state: State) -> None:
        item = self.case.comment(state=state, text=f"Kommentar Nummer {len(self.seen)}")
        self.seen[item.id] = item

    @rule(name=steps, place=places)
    def take(self, name: str, place: int) -> None:
        """One step; told to be done, it is."""
        if self.seen:
            item_id = sorted(self.seen)[place % len(self.seen)]
            outcome = STEPS[name](self.case, item_id)
            is_done = outcome.kind == "done" if isinstance(outcome, Outcome) else outcome
            assert self.looked_at() or not is_done

    @rule(name=steps, place=places, instructions=st.integers(min_value=1, max_value=400))
    def break_down(self, name: str, place: int, instructions: int) -> None:
        """One step in the middle of which the database gives up."""
        if self.seen:
            item_id = sorted(self.seen)[place % len(self.seen)]
            with self.case.desk.store._engine._pool.lent() as connection:  # type: ignore[attr-defined]
                connection.set_progress_handler(lambda: 1, instructions)
            with suppress(StoreUnavailableError):
                STEPS[name](self.case, item_id)
            with suppress(StoreUnavailableError), self.case.desk.store._engine._pool.lent() as connection:  # type: ignore[attr-defined]
                connection.set_progress_handler(None, 0)
            self.looked_at()

    @rule()
    def restart(self) -> None:
        """Everything is let go of and opened anew."""
        self.case.close()
        self.case.desk = self.case.open()

    def looked_at(self) -> bool:
        """Whether anything changed since; what changed must have been allowed to."""
        now = {item.id: item for item in self.case.desk.store.items(limit=1000)}
        assert set(self.seen) <= set(now), "lost"
        changed = [(self.seen[key], item) for key, item in now.items() if key in self.seen and self.seen[key] != item]
        answers = [item for key, item in now.items() if key not in self.seen]
        assert len([item for item, _ in changed if item.type == "comment"]) <= 1
        assert len(answers) <= 1
        for before, after in changed:
            assert after.revision == before.revision + 1
            assert after.state is before.state or after.state in TRANSITIONS[before.state]
            published = after.state is State.PUBLISHED and before.state is State.APPROVED
            self.public_changes += (before.state in PUBLIC or after.state in PUBLIC) and not published
        for answer in answers:
            assert (answer.type, answer.state) == ("owner_reply", State.APPROVED)
            assert now[answer.parent].state in PUBLIC
            self.public_changes += 1
        self.seen = now
        return bool(changed or answers)

    @invariant()
    def each_change_is_told_exactly_once(self) -> None:
        events = sorted(job.id.split(":", 2)[2] for job in self.case.jobs("event"))
        answers = [f"{item.id}:1" for item in self.seen.values() if item.type == "owner_reply"]
        changes = [f"{item.id}:{number}" for item in self.seen.values() for number in range(2, item.revision + 1)]
        assert events == sorted(answers + changes)

    @invariant()
    def the_publisher_hears_of_every_change_of_the_site(self) -> None:
        assert len(self.case.jobs("publish")) == self.public_changes

    @invariant()
    def what_is_deleted_holds_nothing(self) -> None:
        for item in self.seen.values():
            if item.state is State.DELETED:
                assert moderation.emptied(item) == item


TestComments = Comments.TestCase
TestComments.settings = settings(max_examples=max(15, settings().max_examples // 10), stateful_step_count=30)
