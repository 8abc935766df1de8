"""The owner's answers: given with an approval or later, and gone or back with what they answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from decided import happened, published
from inbox_case import InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import Item, State


def test_approving_and_answering_is_one_step(inbox: InboxCase) -> None:
    item = inbox.comment()
    outcome = moderation.approve(inbox.desk, item.id, by="link", reply="  Gern geschehen!\r\nEva ")
    assert outcome.kind == "done"
    answer = outcome.answer
    assert answer is not None
    assert inbox.item(answer.id) == answer
    assert (answer.type, answer.parent, answer.post) == ("owner_reply", item.id, item.post)
    assert (answer.name, answer.text, answer.state) == ("Eva Nachmittag", "Gern geschehen!\nEva", State.APPROVED)
    assert (answer.email, answer.website) == ("", "")
    assert happened(inbox) == [("comment.approved", "pending"), ("comment.approved", None)]
    assert published(inbox) == [item.id, answer.id]


def answered(case: InboxCase) -> tuple[Item, Item]:
    """A comment that was approved and answered in one step."""
    item = case.comment()
    answer = moderation.approve(case.desk, item.id, by="link", reply="Gern gescheen!").answer
    assert answer is not None
    return case.item(item.id), answer


def test_an_answer_goes_back_with_its_comment_and_returns_with_it(inbox: InboxCase) -> None:
    item, answer = answered(inbox)
    moderation.undo(inbox.desk, item.id, by="link")
    assert inbox.item(answer.id).state is State.PENDING
    assert len(inbox.jobs("publish")) == 4
    moderation.approve(inbox.desk, item.id, by="link")
    assert inbox.item(answer.id).state is State.APPROVED


def test_a_new_answer_takes_the_place_of_one_that_was_taken_back(inbox: InboxCase) -> None:
    item, answer = answered(inbox)
    moderation.undo(inbox.desk, item.id, by="link")
    corrected = moderation.approve(inbox.desk, item.id, by="link", reply="Gern geschehen!").answer
    assert corrected is not None
    assert inbox.item(answer.id).state is State.REJECTED
    assert inbox.item(corrected.id).state is State.APPROVED


@pytest.mark.parametrize("step", [moderation.reject, moderation.mark_spam])
def test_without_its_comment_an_answer_does_not_stay(inbox: InboxCase, step: Callable[..., Outcome]) -> None:
    item, answer = answered(inbox)
    _, other = answered(inbox)
    step(inbox.desk, item.id, by="link")
    assert inbox.item(answer.id).state is State.REJECTED
    assert inbox.item(other.id).state is State.APPROVED


def test_a_withdrawal_that_was_broken_off_is_finished_when_it_is_asked_for_again(inbox: InboxCase) -> None:
    item, answer = answered(inbox)
    assert inbox.desk.store.change(item, replace(item, state=State.REJECTED, revision=3), jobs=())
    assert moderation.reject(inbox.desk, item.id, by="link").kind == "already"
    assert inbox.item(answer.id).state is State.REJECTED


def test_below_a_tombstone_an_answer_keeps_its_place(inbox: InboxCase) -> None:
    item, answer = answered(inbox)
    moderation.delete(inbox.desk, item.id, by="link")
    assert inbox.item(answer.id).state is State.APPROVED


def test_an_answer_bears_the_name_of_the_settings_if_there_is_one(inbox: InboxCase) -> None:
    inbox.configure_site(name="Eva vom Team")
    item = inbox.comment()
    answer = moderation.approve(inbox.desk, item.id, by="link", reply="Danke!").answer
    assert answer is not None
    assert answer.name == "Eva vom Team"


@pytest.mark.parametrize("reply", ["x" * 8001, "unsichtbar\u202everkehrt"])
def test_with_a_faulty_answer_nothing_is_approved(inbox: InboxCase, reply: str) -> None:
    item = inbox.comment()
    outcome = moderation.approve(inbox.desk, item.id, by="link", reply=reply)
    assert (outcome.kind, outcome.item) == ("faulty", item)
    assert [fault.field for fault in outcome.faults] == ["text"]
    assert inbox.item(item.id) == item
    assert inbox.jobs() == ()


def test_an_answer_to_an_approved_comment_sent_twice_is_there_once(inbox: InboxCase) -> None:
    item = inbox.comment(state=State.PUBLISHED)
    first = moderation.answer(inbox.desk, item.id, by="link", text="Danke!")
    second = moderation.answer(inbox.desk, item.id, by="link", text="Danke!")
    assert (first.kind, second.kind) == ("done", "already")
    assert first.answer == second.answer
    assert inbox.desk.store.count() == 2
    assert len(inbox.jobs("event")) == len(inbox.jobs("publish")) == 1


def test_only_what_is_approved_can_be_answered(inbox: InboxCase) -> None:
    waiting, message = inbox.comment(), inbox.contact()
    assert moderation.answer(inbox.desk, waiting.id, by="link", text="Danke!").kind == "not_allowed"
    assert moderation.answer(inbox.desk, message.id, by="link", text="Danke!").kind == "not_allowed"
    assert moderation.answer(inbox.desk, "01J", by="link", text="Danke!").kind == "gone"
    approved = inbox.comment(text="Noch einer.", state=State.APPROVED)
    assert moderation.answer(inbox.desk, approved.id, by="link", text=" ").kind == "faulty"
