"""Who sent what is recognised again: spam, who was approved once, who is blocked."""

from __future__ import annotations

from msgspec.structs import replace

from inbox_case import SITE, InboxCase
from sitegen.inbox import moderation
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


def is_remembered(case: InboxCase, what: str, item: Item) -> bool:
    prints = fingerprints(sender_traits(item), site=item.site, keys=case.secrets.keys)
    return bool(case.desk.store.recall(what, prints))


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
