"""What is told of what happened: ids, instants, what stays untold, and that every event keeps to the shipped schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from inbox_case import POST, SITE, SITE_URL, InboxCase
from sitegen.inbox.config import Hooks
from sitegen.inbox.events import (
    Happening,
    arrival_jobs,
    event_job,
    happening_of,
    read_happening,
    subscription_job,
    system_job,
)
from sitegen.inbox.hooks.document import document_of, encoded, instant, schema
from sitegen.inbox.moderation import emptied
from sitegen.inbox.records import Decision, EventType, Job, State, Subscriber
from sitegen.model.comments.text import comment_html
from sitegen.text.ulids import is_ulid

SCHEMA: Final = json.loads(schema())
VALIDATOR: Final = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
COMMENT_EVENTS: Final = [event for event in get_args(EventType) if event.startswith("comment.")] + ["publish.failed"]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    made = InboxCase(tmp_path)
    yield made
    made.close()


def told(case: InboxCase, happening: Happening, *, personal: bool = False) -> dict[str, Any]:
    """The event as a receiver reads it, held against the schema."""
    event: dict[str, Any] = json.loads(encoded(document_of(happening, desk=case.desk, personal=personal)))
    VALIDATOR.validate(event)
    return event


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]["type"]["enum"]) == set(get_args(EventType))


def test_a_comment_as_it_is_told(case: InboxCase) -> None:
    item = case.comment(text="*Danke*, sagt <b>Anna</b>.", website="")
    decided = replace(
        item,
        state=State.APPROVED,
        revision=2,
        decision=Decision(by="link", at=case.clock()),
        score=1.5,
        labels=("lob",),
    )
    event = told(case, read_happening(event_job("comment.approved", decided, desk=case.desk, previous=State.PENDING)))
    assert "<em>Danke</em>, sagt &lt;b&gt;Anna&lt;/b&gt;" in event["data"]["html"]
    assert is_ulid(event.pop("id").removeprefix("evt_"))
    assert event == {
        "api": 1,
        "type": "comment.approved",
        "timestamp": "2026-11-21T11:00:00.000Z",
        "attempt": 1,
        "site": {"id": SITE, "url": f"{SITE_URL}/"},
        "data": {
            "kind": "comment",
            "id": item.id,
            "revision": 2,
            "state": "approved",
            "previous_state": "pending",
            "type": "comment",
            "post": {
                "id": POST,
                "url": f"{SITE_URL}/blog/rechnungen/",
                "title": "Rechnungen, die bezahlt werden",
            },
            "parent_id": None,
            "author": {"name": "Anna Krüger", "website": None},
            "text": "*Danke*, sagt <b>Anna</b>.",
            "html": str(comment_html(decided.text)),
            "created": "2026-11-21T11:00:00.000Z",
            "score": 1.5,
            "reasons": [],
            "labels": ["lob"],
            "decision": {"by": "link", "at": "2026-11-21T11:00:00.000Z", "note": None},
        },
    }


@pytest.mark.parametrize("event", COMMENT_EVENTS)
@pytest.mark.parametrize("state", State)
def test_every_event_of_a_comment_keeps_to_the_schema(case: InboxCase, event: EventType, state: State) -> None:
    item = replace(case.comment(parent=case.desk.new_id()), state=state)
    for previous in (None, State.PENDING):
        happening = happening_of(event, item, desk=case.desk, previous=previous)
        told(case, happening)
        told(case, happening, personal=True)


def test_address_and_further_fields_only_for_those_who_may_know_them(case: InboxCase) -> None:
    (job,) = arrival_jobs(case.contact(), desk=case.desk)
    public = told(case, read_happening(job))
    assert "bernd@vogel.example" not in json.dumps(public)
    assert "1234567" not in json.dumps(public)
    full = told(case, read_happening(job), personal=True)["data"]
    assert full["author"]["email"] == "bernd@vogel.example"
    assert full["fields"] == [{"label": "Telefon", "value": "+49 30 1234567"}]


def test_a_report_comes_as_a_contact(case: InboxCase) -> None:
    item = replace(case.contact(), kind="report", form="report")
    (job,) = arrival_jobs(item, desk=case.desk)
    data = told(case, read_happening(job))["data"]
    assert (data["kind"], data["form"]) == ("contact", "report")


def test_nothing_is_told_of_what_is_deleted(case: InboxCase) -> None:
    item = replace(case.comment(), state=State.DELETED)
    for gone in (item, emptied(item)):
        happening = happening_of("comment.deleted", gone, desk=case.desk, previous=State.PUBLISHED)
        event = json.dumps(told(case, happening, personal=True))
        assert "Anna" not in event
        assert "Danke" not in event
        assert "krueger" not in event


@pytest.mark.parametrize("event", ["subscription.confirmed", "subscription.removed"])
def test_a_subscription(case: InboxCase, event: EventType) -> None:
    subscriber = Subscriber(
        id=case.desk.new_id(), site=SITE, form="newsletter", email="anna@krueger.example", asked=case.clock()
    )
    assert "anna" not in subscription_job(event, subscriber, desk=case.desk).payload
    case.configure(hooks=Hooks(personal=("10-list",)))
    happening = read_happening(subscription_job(event, subscriber, desk=case.desk))
    assert told(case, happening)["data"]["author"] is None
    assert told(case, happening, personal=True)["data"]["author"]["email"] == "anna@krueger.example"
    assert told(case, happening)["data"]["state"] == event.partition(".")[2]


@pytest.mark.parametrize("event", ["queue.flood", "hook.disabled"])
def test_what_happens_to_the_inbox_itself(case: InboxCase, event: EventType) -> None:
    happening = read_happening(system_job(event, site=SITE, subject="10-words", desk=case.desk))
    assert told(case, happening)["data"]["subject"] == "10-words"


def test_a_post_that_is_no_longer_there(case: InboxCase) -> None:
    happening = happening_of("comment.approved", case.comment(post="weg"), desk=case.desk, previous=State.PENDING)
    assert told(case, happening)["data"]["post"] == {"id": "weg", "url": None, "title": None}


def test_an_arrival_bears_the_items_own_number(case: InboxCase) -> None:
    item = case.comment()
    (job,) = arrival_jobs(item, desk=case.desk)
    assert job.id == f"event:comment.submitted:{item.id}:1"
    assert read_happening(job).id == f"evt_{item.id}"


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (State.APPROVED, "comment.approved"),
        (State.REJECTED, "comment.rejected"),
        (State.SPAM, "comment.spam"),
    ],
)
def test_what_a_hook_decided_at_once_is_an_event_of_its_own(case: InboxCase, state: State, event: str) -> None:
    arrival, decision = (read_happening(job) for job in arrival_jobs(case.comment(state=state), desk=case.desk))
    assert (arrival.type, decision.type) == ("comment.submitted", event)
    assert arrival.id != decision.id


def test_the_same_change_is_told_once(case: InboxCase) -> None:
    item = case.comment()
    jobs: tuple[Job, ...] = tuple(event_job("comment.approved", item, desk=case.desk, previous=None) for _ in range(2))
    case.desk.store.add_jobs(jobs[:1])
    case.desk.store.add_jobs(jobs[1:])
    (kept,) = case.jobs("event")
    assert read_happening(kept).id == read_happening(jobs[0]).id


def test_instants_are_said_to_the_millisecond() -> None:
    assert instant(datetime(2026, 1, 2, 10, 11, 12, 345_678, UTC)) == "2026-01-02T10:11:12.345Z"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200), name=st.text(max_size=50), website=st.text(max_size=50))
def test_whatever_was_typed_the_event_keeps_to_the_schema(case: InboxCase, text: str, name: str, website: str) -> None:
    item = replace(case.comment(), text=text, name=name, website=website)
    event = told(case, happening_of("comment.edited", item, desk=case.desk, previous=State.PENDING), personal=True)
    assert event["data"]["text"] == text
    assert event["data"]["author"]["name"] == name
