"""Hooks that wanted more time: they are asked again by the real worker, and what all said is put together."""

from __future__ import annotations

import pytest

from hook_scripts import ARRIVAL, write_hook
from listening import Listening, case
from sitegen.inbox import moderation
from sitegen.inbox.hooks.decisions import ask_hooks
from sitegen.inbox.records import State

__all__ = ["case"]


def test_whoever_wants_more_time_is_asked_again_and_decides_then(case: Listening) -> None:
    note = case.folder / "once"
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", f'[ "$SITEGEN_ATTEMPT" = 1 ] && exit 75; echo x >> {note}; exit 10')
    case.listener("notify.d/10-all")
    item = case.arrive()
    assert (item.state, item.reasons) == (State.PENDING, ("hook:10-slow",))
    case.work()
    case.clock.move(6)
    case.work()
    decided = case.item(item.id)
    assert decided.state is State.APPROVED
    assert decided.decision
    assert decided.decision.by == "hook:10-slow"
    assert [event["type"] for event in case.heard] == ["comment.submitted", "comment.approved"]
    assert [job.id for job in case.jobs("publish")] == [f"publish:{item.id}:{decided.revision}"]
    assert case.hook_jobs() == ()


@pytest.mark.parametrize(
    ("other", "then", "state"),
    [
        ("exit 0", "exit 0", State.PENDING),
        ("exit 10", "exit 0", State.APPROVED),
        ("exit 40", "exit 10", State.PENDING),
        ("exit 1", "exit 10", State.PENDING),
        ("exit 10", "exit 20", State.REJECTED),
        ("exit 0", "exit 30", State.SPAM),
        ("exit 10", "exit 1", State.PENDING),
    ],
)
def test_what_the_others_said_still_counts(case: Listening, other: str, then: str, state: State) -> None:
    note = case.folder / "others"
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", f'[ "$SITEGEN_ATTEMPT" = 1 ] && exit 75; {then}')
    write_hook(case.hooks, f"{ARRIVAL}/20-other", f"echo x >> {note}; {other}")
    item = case.arrive()
    assert item.state is State.PENDING
    case.clock.move(6)
    case.work()
    assert case.item(item.id).state is state
    assert note.read_text("utf-8") == "x\n"


def test_a_refusal_needs_nobody_to_be_asked_again(case: Listening) -> None:
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", "exit 75")
    write_hook(case.hooks, f"{ARRIVAL}/20-other", "exit 30")
    assert case.arrive().state is State.SPAM
    assert case.hook_jobs() == ()


def test_what_a_hook_adds_the_second_time_is_kept_once(case: Listening) -> None:
    answer = '{"score":2,"reasons":["later"],"set":{"text":"Anders.","labels":["spät"]}}'
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", f"[ \"$SITEGEN_ATTEMPT\" -lt 3 ] && exit 75; echo '{answer}'")
    case.listener("comment.edited.d/10-all")
    item = case.arrive()
    for seconds in (6, 330):
        case.clock.move(seconds)
        case.work()
    changed = case.item(item.id)
    assert (changed.state, changed.text, changed.score, changed.labels) == (State.PENDING, "Anders.", 2.0, ("spät",))
    assert changed.reasons == ("hook:10-slow", "hook:10-slow:later")
    assert changed.revision == item.revision + 1
    assert [event["data"]["text"] for event in case.heard] == ["Anders."]


def test_a_persons_decision_stands(case: Listening) -> None:
    note = case.folder / "asked"
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", f'[ "$SITEGEN_ATTEMPT" = 1 ] && exit 75; echo x > {note}; exit 10')
    item = case.arrive()
    moderation.reject(case.desk, item.id, by="link")
    case.clock.move(6)
    case.work()
    assert case.item(item.id).state is State.REJECTED
    assert not note.exists()
    assert case.hook_jobs() == ()


def test_an_item_that_was_forgotten_is_not_asked_about(case: Listening) -> None:
    write_hook(case.hooks, f"{ARRIVAL}/10-slow", "exit 75")
    item = case.arrive()
    case.desk.store.erase(item.id)
    case.clock.move(6)
    assert case.work() == 0


def test_a_message_asked_about_again_stays_where_it_is(case: Listening) -> None:
    write_hook(case.hooks, "contact.submitted.d/10-slow", '[ "$SITEGEN_ATTEMPT" = 1 ] && exit 75; exit 30')
    item = case.contact()
    case.desk.store.add_jobs(ask_hooks(case.desk, item).jobs)
    case.clock.move(6)
    case.work()
    assert case.item(item.id).state is State.PENDING
    assert case.item(item.id).reasons == ("hook:10-slow",)
