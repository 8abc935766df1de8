"""What the owner can do, and what each step leaves in the store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import SITE, InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.events import read_happening
from sitegen.inbox.fingerprints import (
    BLOCKED,
    KNOWN,
    SPAM,
    content_traits,
    duplicate_fingerprint,
    fingerprints,
    sender_traits,
)
from sitegen.inbox.moderation import Outcome
from sitegen.inbox.records import Item, State
from sitegen.inbox.wishes import Wish


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[InboxCase]:
    """An inbox over a file."""
    made = InboxCase(tmp_path)
    yield made
    made.close()


def happened(case: InboxCase) -> list[tuple[str, str | None]]:
    """Type of each event that waits, and the state before."""
    told = [read_happening(job) for job in case.jobs("event")]
    return [(each.type, each.previous) for each in told]


def published(case: InboxCase) -> list[str]:
    """Which items the publisher is to look at."""
    return [job.item for job in case.jobs("publish")]


def is_remembered(case: InboxCase, what: str, item: Item) -> bool:
    prints = fingerprints(sender_traits(item), site=item.site, keys=case.secrets.keys)
    return bool(case.desk.store.recall(what, prints))


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


def test_spam_is_learnt_and_unlearnt(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.mark_spam(inbox.desk, item.id, by="link")
    learnt = inbox.desk.store.recall(SPAM, fingerprints(content_traits(item), site=SITE, keys=inbox.secrets.keys))
    assert len(learnt) == 3
    moderation.undo(inbox.desk, item.id, by="link")
    assert not is_remembered(inbox, SPAM, item)


def test_who_was_approved_is_known_until_it_was_spam_after_all(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.approve(inbox.desk, item.id, by="link")
    assert is_remembered(inbox, KNOWN, item)
    assert not is_remembered(inbox, KNOWN, replace(item, site="eine-andere"))
    moderation.mark_spam(inbox.desk, item.id, by="link")
    assert not is_remembered(inbox, KNOWN, item)
    moderation.approve(inbox.desk, item.id, by="link")
    assert is_remembered(inbox, KNOWN, item)
    moderation.undo(inbox.desk, item.id, by="link")
    assert not is_remembered(inbox, KNOWN, item)


def test_nothing_is_learnt_from_programs(inbox: InboxCase) -> None:
    good, bad = inbox.comment(), inbox.comment(email="otto@example.org", text="Kaufen Sie!")
    moderation.approve(inbox.desk, good.id, by="hook:10-bekannte")
    moderation.mark_spam(inbox.desk, bad.id, by="hook:10-woerter")
    assert not is_remembered(inbox, KNOWN, good)
    assert not is_remembered(inbox, SPAM, bad)


def test_a_blocked_sender_is_remembered_until_it_is_undone(inbox: InboxCase) -> None:
    item = inbox.comment()
    assert moderation.block_sender(inbox.desk, item.id, by="link").blocked
    assert inbox.item(item.id).state is State.SPAM
    assert is_remembered(inbox, BLOCKED, item)
    assert moderation.block_sender(inbox.desk, item.id, by="link") == Outcome(
        kind="already", item=inbox.item(item.id), blocked=True
    )
    moderation.undo(inbox.desk, item.id, by="link")
    assert not is_remembered(inbox, BLOCKED, item)


def test_whom_nothing_tells_apart_cannot_be_blocked(inbox: InboxCase) -> None:
    item = inbox.comment(email="", website="")
    outcome = moderation.block_sender(inbox.desk, item.id, by="link")
    assert (outcome.kind, outcome.blocked) == ("done", False)


def test_a_change_of_keys_forgets_nothing(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.block_sender(inbox.desk, item.id, by="link")
    older = inbox.secrets.keys[0]
    newer = replace(inbox.secrets.keys[1], kid="k3")
    prints = fingerprints(sender_traits(item), site=SITE, keys=(newer, older))
    assert inbox.desk.store.recall(BLOCKED, prints)


def test_fingerprints_see_through_spelling_and_say_nothing(inbox: InboxCase) -> None:
    item = inbox.comment()
    key = inbox.secrets.keys[0]
    shouted = replace(
        item, email=item.email.upper(), website="http://WWW.krueger.example/anders", text=f"  {item.text.upper()}\n"
    )
    assert content_traits(item) == content_traits(shouted)
    assert content_traits(replace(item, text="Danke!")) == content_traits(item)[:2]
    (made,) = fingerprints(sender_traits(item), site=SITE, keys=(key,))
    assert len(made) == 64
    assert fingerprints(sender_traits(item), site="eine-andere", keys=(key,)) != {made}
    assert duplicate_fingerprint(item, key=key) == duplicate_fingerprint(replace(item, id="x", score=3.0), key=key)
    assert duplicate_fingerprint(item, key=key) != duplicate_fingerprint(replace(item, post="alt"), key=key)


def test_a_website_that_is_none_breaks_nothing(inbox: InboxCase) -> None:
    item = inbox.comment(email="", website="http://[")
    assert moderation.block_sender(inbox.desk, item.id, by="link").blocked


def test_of_eight_approvals_at_once_one_is_done_and_seven_are_told(case: InboxCase) -> None:
    items = [case.comment(text=f"Kommentar Nummer {number}") for number in range(8)]
    gate = threading.Barrier(8)

    def approve_all(_: int) -> list[str]:
        gate.wait()
        return [moderation.approve(case.desk, item.id, by="link", reply="Danke!").kind for item in items]

    with ThreadPoolExecutor(8) as threads:
        said = list(threads.map(approve_all, range(8)))
    for kinds in zip(*said, strict=True):
        assert sorted(kinds) == ["already"] * 7 + ["done"]
    assert case.desk.store.count(states=[State.APPROVED]) == 16
    assert len(case.jobs("publish")) == len(case.jobs("event")) == 16


def test_of_approving_and_rejecting_at_once_the_last_word_is_one_of_them(case: InboxCase) -> None:
    items = [case.comment(text=f"Kommentar Nummer {number}") for number in range(8)]
    gate = threading.Barrier(2)

    def decide(step: Callable[..., Outcome]) -> list[str]:
        gate.wait()
        return [step(case.desk, item.id, by="link", revision=1).kind for item in items]

    with ThreadPoolExecutor(2) as threads:
        approved, rejected = threads.map(decide, (moderation.approve, moderation.reject))
    for item, first, second in zip(items, approved, rejected, strict=True):
        assert sorted((first, second)) == ["changed", "done"]
        assert case.item(item.id).state is (State.APPROVED if first == "done" else State.REJECTED)
    assert len(case.jobs("event")) == 8
