"""What an inbox hands out is checked before it becomes files."""

from __future__ import annotations

import socket
import threading
import traceback
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

from sitegen.comments.deciding import tombstone
from sitegen.comments.fetching import FetchError, ask, fetched, is_signed
from sitegen.model.comments.comment import Comment, Withdrawn

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


@pytest.mark.parametrize(
    "line",
    [
        lines(ONE).replace(b"2026-11-21T12:00:00Z", b"0001-01-01T00:00:00+14:00"),
        lines(ONE).replace(b"2026-11-21T12:00:00Z", b"9999-12-31T23:59:59-14:00"),
        b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        lines(msgspec.structs.replace(ONE, post="a" * 300)),
    ],
    ids=["before-time", "after-time", "too-deep", "too-long"],
)
def test_a_line_that_goes_too_far_is_no_comment(line: bytes) -> None:
    result = fetched(line, [])
    assert (result.change.writes, result.refused) == ((), 1)


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


@pytest.mark.parametrize("at", ["9" * 400, "9" * 5000, "٣" * 10], ids=["far", "farther", "foreign"])
def test_a_time_that_cannot_be_is_not_believed(at: str) -> None:
    assert not is_signed(b"", {**signed(b"", NOW), "webhook-timestamp": at}, secret=SECRET, now=NOW)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "unreachable"),
        (b"Hallo\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", "unsigned"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 200 + b"\r\n", "unreachable"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n", "unreachable"),
    ],
    ids=["nothing", "no-http", "cut-off", "bad-chunks", "long-header", "many-headers", "elsewhere"],
)
def test_whatever_answers_instead_of_an_inbox_is_no_inbox(answer: bytes, reason: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer_once, args=(server, answer))
        thread.start()
        with pytest.raises(FetchError) as caught:
            ask(f"http://127.0.0.1:{server.getsockname()[1]}/x/site", token=SECRET, now=NOW)
        thread.join()
    assert caught.value.reason == reason


def answer_once(server: socket.socket, answer: bytes) -> None:
    """Say this to whoever comes first, and hang up."""
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(answer)


@pytest.mark.parametrize("token", ["ein\nGeheimnis", "Geheimnis…"])
def test_a_token_that_no_header_can_hold_is_not_quoted(token: str) -> None:
    with pytest.raises(FetchError) as caught:
        ask("http://127.0.0.1:9/x/site", token=token, now=NOW)
    assert caught.value.reason in {"token", "unreachable"}
    assert "Geheimnis" not in "".join(traceback.format_exception(caught.value))
