"""What goes when, and what stays."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import SITE, InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.config import Publish
from sitegen.inbox.fingerprints import SPAM, content_traits, fingerprints
from sitegen.inbox.records import Item, Job, State, Subscriber
from sitegen.inbox.retention import Tidied, tidy

DAY = 24 * 60 * 60


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[InboxCase]:
    """An inbox whose comments are published into a folder."""
    made = InboxCase(tmp_path)
    made.configure_site(publish=Publish(to="folder", folder=str(tmp_path)))
    yield made
    made.close()


def is_kept(case: InboxCase, item: Item) -> bool:
    return case.desk.store.item(item.id) is not None


def test_messages_go_half_a_year_after_they_came_whatever_became_of_them(inbox: InboxCase) -> None:
    message, spam = inbox.contact(), inbox.contact(text="Kaufen Sie!")
    inbox.clock.move(10 * DAY)
    moderation.mark_spam(inbox.desk, spam.id, by="cli")
    inbox.clock.move(79 * DAY)
    tidy(inbox.desk)
    assert is_kept(inbox, spam)
    inbox.clock.move(2 * DAY)
    assert tidy(inbox.desk).messages == 1
    assert not is_kept(inbox, spam)
    inbox.clock.move(88 * DAY)
    tidy(inbox.desk)
    assert is_kept(inbox, message)
    inbox.clock.move(2 * DAY)
    assert tidy(inbox.desk).messages == 1
    assert not is_kept(inbox, message)


@pytest.mark.parametrize(
    ("state", "days"),
    [
        (State.PUBLISHED, 30),
        (State.REJECTED, 30),
        (State.DELETED, 30),
        (State.SPAM, 90),
        (State.SUSPECTED, 90),
    ],
)
def test_comments_go_when_they_have_been_decided_for_long(inbox: InboxCase, state: State, days: int) -> None:
    item = inbox.comment(state=state)
    inbox.clock.move(days * DAY)
    assert tidy(inbox.desk).comments == 0
    inbox.clock.move(1)
    assert tidy(inbox.desk).comments == 1
    assert not is_kept(inbox, item)


@pytest.mark.parametrize("state", [State.PENDING, State.APPROVED])
def test_a_comment_that_waits_is_never_lost(inbox: InboxCase, state: State) -> None:
    item = inbox.comment(state=state)
    inbox.clock.move(1000 * DAY)
    tidy(inbox.desk)
    assert is_kept(inbox, item)


def test_where_the_inbox_is_the_only_home_a_comment_stays_and_its_address_goes(inbox: InboxCase) -> None:
    inbox.configure_site(publish=Publish(to="export"))
    item = inbox.comment(state=State.PUBLISHED)
    inbox.clock.move(31 * DAY)
    assert tidy(inbox.desk) == Tidied(messages=0, comments=0, addresses=1, jobs=0)
    kept = inbox.item(item.id)
    assert (kept.email, kept.text, kept.name) == ("", item.text, item.name)
    assert tidy(inbox.desk).addresses == 0


def test_jobs_that_were_given_up_and_everything_learnt_go_in_their_time(inbox: InboxCase) -> None:
    item = inbox.comment()
    moderation.mark_spam(inbox.desk, item.id, by="cli")
    now, store = inbox.clock(), inbox.desk.store
    store.add_jobs(
        (Job(id="dead", kind="mail", site=SITE, due=now), Job(id="waiting", kind="mail", site=SITE, due=now))
    )
    store.bury("dead", error="550")
    store.subscribe(Subscriber(id="s", site=SITE, form="newsletter", email="nie@example.org", asked=now), jobs=())
    prints = fingerprints(content_traits(item), site=SITE, keys=inbox.secrets.keys)
    inbox.clock.move(31 * DAY)
    assert tidy(inbox.desk).jobs == 1
    assert "dead" not in {job.id for job in store.jobs()}
    assert store.recall(SPAM, prints)
    assert store.subscribers()
    inbox.clock.move(60 * DAY)
    tidy(inbox.desk)
    assert not store.recall(SPAM, prints)
    assert not store.subscribers()
    assert "waiting" in {job.id for job in store.jobs()}


def test_the_days_are_those_of_the_settings(inbox: InboxCase) -> None:
    inbox.configure(retention=replace(inbox.config.retention, contacts=7))
    inbox.contact()
    inbox.clock.move(timedelta(days=7, seconds=1).total_seconds())
    assert tidy(inbox.desk).messages == 1


def test_the_log_counts_and_names_nobody(inbox: InboxCase, caplog: pytest.LogCaptureFixture) -> None:
    item = inbox.contact()
    inbox.clock.move(200 * DAY)
    with caplog.at_level(logging.INFO):
        tidy(inbox.desk)
    assert "1 messages" in caplog.text
    for value in (item.id, item.name, item.email, item.text):
        assert value not in caplog.text


def test_what_went_is_gone_from_the_disk(inbox: InboxCase) -> None:
    item = inbox.contact(text="Eine sehr vertrauliche Frage.")
    inbox.clock.move(200 * DAY)
    tidy(inbox.desk)
    raw = b"".join(path.read_bytes() for path in inbox.folder.glob("inbox.sqlite*"))
    assert b"vertrauliche" not in raw
    assert item.email.encode() not in raw
