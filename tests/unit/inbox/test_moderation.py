"""What the owner can do, and what each step leaves in the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from at_once import at_once
from decided import happened, published
from inbox_case import InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import State
from sitegen.inbox.wishes import Wish


def test_approving_sets_the_state_and_says_who_and_when(inbox: InboxCase) -> None:
    item = inbox.comment()
    inbox.clock.move(60)
    outcome = moderation.approve(inbox.desk, item.id, by="link")
    assert outcome.kind == "done"
    kept = inbox.item(item.id)
    assert outcome.item == kept
    assert (kept.state, kept.revision, kept.changed) == (State.APPROVED, 2, inbox.clock())
    assert kept.decision is not None
    assert (kept.decision.by, kept.decision.at) == ("link", inbox.clock())
    assert happened(inbox) == [("comment.approved", "pending")]
    assert published(inbox) == [item.id]


def test_the_second_approval_is_told_of_the_first(inbox: InboxCase) -> None:
    item = inbox.comment()
    first = moderation.approve(inbox.desk, item.id, by="link")
    inbox.clock.move(60)
    second = moderation.approve(inbox.desk, item.id, by="cli", reply="Danke!")
    assert second == Outcome(kind="already", item=first.item)
    assert len(inbox.jobs("publish")) == 1
    assert inbox.desk.store.count() == 1


def test_a_published_comment_counts_as_approved(inbox: InboxCase) -> None:
    item = inbox.comment(state=State.PUBLISHED)
    assert moderation.approve(inbox.desk, item.id, by="link").kind == "already"


@pytest.mark.parametrize(
    ("step", "state", "event"),
    [
        (moderation.reject, State.REJECTED, "comment.rejected"),
        (moderation.mark_spam, State.SPAM, "comment.spam"),
        (moderation.undo, State.PENDING, "comment.edited"),
        (moderation.delete, State.DELETED, "comment.deleted"),
    ],
)
def test_what_leaves_the_site_is_withdrawn(
    inbox: InboxCase, step: Callable[..., Outcome], state: State, event: str
) -> None:
    for before in (State.APPROVED, State.PUBLISHED):
        item = inbox.comment(state=before, text=f"Das war {before}.")
        assert step(inbox.desk, item.id, by="cli").kind == "done"
        assert inbox.item(item.id).state is state
    assert happened(inbox) == [(event, "approved"), (event, "published")]
    assert len(published(inbox)) == 2


def test_what_was_never_published_is_not_withdrawn(inbox: InboxCase) -> None:
    item = inbox.comment(state=State.SUSPECTED)
    moderation.reject(inbox.desk, item.id, by="cli", note="passt nicht")
    decision = inbox.item(item.id).decision
    assert decision is not None
    assert decision.note == "passt nicht"
    assert published(inbox) == []


def test_undoing_takes_the_decision_back(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.reject(inbox.desk, item.id, by="link")
    outcome = moderation.undo(inbox.desk, item.id, by="link")
    assert outcome.item is not None
    assert (outcome.item.state, outcome.item.decision, outcome.item.revision) == (State.PENDING, None, 3)
    assert moderation.undo(inbox.desk, item.id, by="link").kind == "already"


def test_deleting_empties_the_item_and_is_final(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.delete(inbox.desk, item.id, by="cli")
    kept = inbox.item(item.id)
    assert (kept.name, kept.email, kept.website, kept.text) == ("", "", "", "")
    assert (kept.id, kept.post) == (item.id, item.post)
    assert inbox.desk.store.items(email=item.email) == ()
    (event,) = inbox.jobs("event")
    assert item.email not in event.payload
    for step in (moderation.approve, moderation.reject, moderation.undo, moderation.mark_spam):
        assert step(inbox.desk, item.id, by="cli").kind == "gone"
    assert moderation.delete(inbox.desk, item.id, by="cli").kind == "already"
    assert moderation.edit(inbox.desk, item.id, Wish(name="Anna", text="Doch!")).kind == "gone"


def test_nothing_is_decided_about_what_is_not_there(inbox: InboxCase) -> None:
    for step in (moderation.approve, moderation.reject, moderation.block_sender):
        assert step(inbox.desk, "01J00000000000000000000000", by="cli") == Outcome(kind="gone")
    assert moderation.edit(inbox.desk, "01J", Wish(name="A", text="b")).kind == "gone"


def test_whoever_saw_an_older_version_is_asked_again(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.edit(inbox.desk, item.id, Wish(name=item.name, text="Geändert."))
    outcome = moderation.approve(inbox.desk, item.id, by="link", revision=1)
    assert outcome.kind == "changed"
    assert outcome.item is not None
    assert outcome.item.text == "Geändert."
    assert moderation.edit(inbox.desk, item.id, Wish(name="A", text="b"), revision=1).kind == "changed"
    assert moderation.approve(inbox.desk, item.id, by="link", revision=2).kind == "done"


def test_editing_keeps_the_state_and_publishes_anew(inbox: InboxCase) -> None:
    item = inbox.comment(state=State.PUBLISHED)
    wish = Wish(name=" Anna K. ", website="https://anna.example", text="Kurz.\r\n")
    outcome = moderation.edit(inbox.desk, item.id, wish)
    assert outcome.kind == "done"
    kept = inbox.item(item.id)
    assert (kept.name, kept.website, kept.text) == ("Anna K.", "https://anna.example", "Kurz.")
    assert (kept.state, kept.revision, kept.email) == (State.PUBLISHED, 2, item.email)
    assert happened(inbox) == [("comment.edited", "published")]
    assert published(inbox) == [item.id]
    assert moderation.edit(inbox.desk, item.id, wish).kind == "already"


def test_editing_a_waiting_comment_publishes_nothing(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.edit(inbox.desk, item.id, Wish(name="Anna", text="Kurz."))
    assert published(inbox) == []
    assert inbox.item(item.id).digest != item.digest


def test_an_edit_is_checked_like_what_visitors_send(inbox: InboxCase) -> None:
    item = inbox.comment()
    outcome = moderation.edit(inbox.desk, item.id, Wish(name="", website="javascript:alert(1)", text=""))
    assert [fault.field for fault in outcome.faults] == ["name", "website", "text"]
    assert inbox.item(item.id) == item


def test_messages_can_be_put_away_but_never_published(inbox: InboxCase) -> None:
    message = inbox.contact()
    assert moderation.approve(inbox.desk, message.id, by="cli").kind == "not_allowed"
    assert moderation.edit(inbox.desk, message.id, Wish(name="A", text="b")).kind == "not_allowed"
    assert moderation.mark_spam(inbox.desk, message.id, by="cli").kind == "done"
    assert moderation.undo(inbox.desk, message.id, by="cli").kind == "done"
    assert moderation.delete(inbox.desk, message.id, by="cli").kind == "done"
    assert inbox.item(message.id).fields == ()
    assert inbox.jobs() == ()


def test_of_eight_approvals_at_once_one_is_done_and_seven_are_told(case: InboxCase) -> None:
    items = [case.comment(text=f"Kommentar Nummer {number}") for number in range(8)]

    def approve_all(_: int) -> list[str]:
        return [moderation.approve(case.desk, item.id, by="link", reply="Danke!").kind for item in items]

    for kinds in zip(*at_once(8, approve_all), strict=True):
        assert sorted(kinds) == ["already"] * 7 + ["done"]
    assert case.desk.store.count(states=[State.APPROVED]) == 16
    assert len(case.jobs("publish")) == len(case.jobs("event")) == 16


def test_of_approving_and_rejecting_at_once_the_last_word_is_one_of_them(case: InboxCase) -> None:
    items = [case.comment(text=f"Kommentar Nummer {number}") for number in range(8)]
    steps = (moderation.approve, moderation.reject)

    def decide(which: int) -> list[str]:
        return [steps[which](case.desk, item.id, by="link", revision=1).kind for item in items]

    approved, rejected = at_once(2, decide)
    for item, first, second in zip(items, approved, rejected, strict=True):
        assert sorted((first, second)) == ["changed", "done"]
        assert case.item(item.id).state is (State.APPROVED if first == "done" else State.REJECTED)
    assert len(case.jobs("event")) == 8
