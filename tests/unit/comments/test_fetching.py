"""What an inbox hands out is checked before it becomes files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

from sitegen.comments.deciding import tombstone
from sitegen.comments.fetching import fetched, is_signed
from sitegen.model.comment import Comment, Withdrawn

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = "a token of the tests, long enough"
ONE = Comment(id="01KAK5W3Q0D1VAH1H4KZT700AA", post="ablage", name="Anna", text="Hallo", date=NOW)
ANSWER = Comment(id="01KAK5W3Q0D1VAH1H4KZT700AB", post="ablage", parent=ONE.id, text="Danke", date=NOW)
GONE = Withdrawn(withdrawn=ONE.id, post=ONE.post)


def lines(*said: Comment | Withdrawn) -> bytes:
    return b"".join(msgspec.json.encode(one) + b"\n" for one in said)


def test_new_comments_are_written_and_known_ones_are_not() -> None:
    first = fetched(lines(ONE, ANSWER), [])
    assert first.change.writes == ((ONE.path, ONE), (ANSWER.path, ANSWER))
    assert (first.added, first.withdrawn, first.refused) == (2, 0, 0)
    again = fetched(lines(ONE, ANSWER), [ONE, ANSWER])
    assert (again.change.writes, again.change.removes, again.added) == ((), (), 0)


def test_what_is_changed_is_written_anew() -> None:
    changed = msgspec.structs.replace(ONE, text="Kürzer")
    assert fetched(lines(changed), [ONE]).change.writes == ((ONE.path, changed),)


def test_what_is_withdrawn_goes_or_leaves_its_place() -> None:
    assert fetched(lines(GONE), [ONE]).change.removes == (ONE.path,)
    answered = fetched(lines(GONE, ANSWER), [ONE])
    assert answered.change.removes == ()
    assert (ONE.path, tombstone(ONE)) in answered.change.writes
    assert fetched(lines(GONE, ANSWER), [tombstone(ONE), ANSWER]).change.writes == ()
    assert fetched(lines(GONE), []).change.removes == ()


def test_what_the_answer_does_not_name_stays() -> None:
    assert fetched(b"", [ONE, ANSWER]).change.removes == ()


@pytest.mark.parametrize("post", ["..", "../oben", "/etc", "a/b", "", ".git"])
def test_no_line_leads_out_of_the_comments(post: str) -> None:
    result = fetched(lines(msgspec.structs.replace(ONE, post=post)), [])
    assert (result.change.writes, result.refused) == ((), 1)


@given(st.binary(max_size=200))
def test_lines_that_are_no_comment_are_counted_and_nothing_more(body: bytes) -> None:
    assert fetched(body, [ONE]).change.writes == ()


def test_an_address_never_comes_along() -> None:
    (written,) = fetched(lines(msgspec.structs.replace(ONE, text="an a@b.example")), []).change.writes
    assert "a@b.example" not in written[1].text


def signed(body: bytes, at: datetime) -> dict[str, str]:
    signature = Webhook(SECRET.encode()).sign("msg_1", at, body.decode())
    stamp = str(int(at.timestamp()))
    return {"webhook-id": "msg_1", "webhook-timestamp": stamp, "webhook-signature": f"v1,AAAA {signature}"}


def test_signatures_are_those_of_standard_webhooks() -> None:
    body = lines(ONE)
    assert is_signed(body, signed(body, NOW), secret=SECRET, now=NOW)
    assert not is_signed(body + b" ", signed(body, NOW), secret=SECRET, now=NOW)
    assert not is_signed(body, signed(body, NOW), secret="another", now=NOW)
    assert not is_signed(body, signed(body, NOW), secret=SECRET, now=NOW + timedelta(minutes=6))
    assert not is_signed(body, {}, secret=SECRET, now=NOW)
    assert not is_signed(body, {**signed(body, NOW), "webhook-signature": "v1,ü"}, secret=SECRET, now=NOW)
