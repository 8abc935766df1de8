"""Webhooks by Standard Webhooks, against a real server; signatures are checked by the library that others use."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from inbox_case import OWNER, SITE, InboxCase
from mail_server import make_certificate
from sitegen.inbox import moderation
from sitegen.inbox.config import Hooks, Mail, Webhook
from sitegen.inbox.hooks.dispatch import dispatch
from sitegen.inbox.webhooks.deliver import deliver
from sitegen.inbox.webhooks.sending import send, wait_of
from sitegen.inbox.webhooks.signing import signature_headers
from sitegen.inbox.webhooks.targets import key_of, secrets_of, trouble_with
from sitegen.inbox.worker import Worker
from waiting import PATIENCE
from webhook_receiver import Received, Receiver, Reply, receiving

OLD: Final = f"whsec_{base64.b64encode(bytes(range(24))).decode()}"
NEW: Final = f"whsec_{base64.b64encode(bytes(range(64))).decode()}"
VARIABLE: Final = "SITEGEN_WEBHOOK_SECRET"


class Calling(InboxCase):
    """An inbox with one webhook, at the time that it really is: receivers look at their own clocks."""

    def __init__(self, folder: Path, receiver: Receiver) -> None:
        super().__init__(folder)
        self.clock.now = datetime.now(UTC)
        self.receiver = receiver
        self.webhook = Webhook(url=receiver.url)
        self.configure(hooks=Hooks(webhooks=(self.webhook,)), mail=Mail(host="localhost", sender=OWNER))

    def work(self) -> None:
        """Do what is due, until nothing is."""
        while Worker(self.desk, {"event": dispatch, "webhook": deliver}).run_once():
            pass

    def approve(self) -> None:
        """Something happens that is told."""
        moderation.approve(self.desk, self.comment().id, by="link")
        self.work()

    def wait(self) -> float:
        """Seconds until the one webhook that waits is due."""
        (job,) = self.jobs("webhook")
        return (job.due - self.clock()).total_seconds()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


@pytest.fixture
def case(tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> Iterator[Calling]:
    monkeypatch.setenv(VARIABLE, OLD)
    made = Calling(tmp_path, receiver)
    yield made
    made.close()


def verified(request: Received, secret: str = OLD) -> dict[str, Any]:
    event: dict[str, Any] = Verifier(secret).verify(request.body, request.headers)
    return event


def test_what_happened_is_sent_and_signed(case: Calling, receiver: Receiver) -> None:
    case.approve()
    (request,) = receiver.received
    event = verified(request)
    assert event["type"] == "comment.approved"
    assert event["id"] == request.headers["webhook-id"]
    assert event["data"]["author"] == {"name": "Anna Krüger", "website": "https://krueger.example/"}
    assert request.path == "/hooks/geheim"
    assert request.headers["content-type"] == "application/json"
    assert case.jobs("webhook") == ()


def test_the_address_goes_only_where_the_owner_says_so(case: Calling, receiver: Receiver) -> None:
    case.configure(hooks=Hooks(webhooks=(Webhook(url=receiver.url, personal=("email",)),)))
    case.approve()
    assert verified(receiver.received[0])["data"]["author"]["email"] == "anna@krueger.example"


def test_only_the_events_that_are_wanted(case: Calling, receiver: Receiver) -> None:
    case.configure(hooks=Hooks(webhooks=(Webhook(url=receiver.url, events=("comment.rejected",)),)))
    case.approve()
    assert receiver.received == []
    moderation.reject(case.desk, case.comment(text="Noch einer.").id, by="link")
    case.work()
    assert [verified(request)["type"] for request in receiver.received] == ["comment.rejected"]


def test_each_signs_with_the_secret_of_its_own(
    case: Calling, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTHER_SECRET", NEW)
    case.configure(hooks=Hooks(webhooks=(Webhook(url=receiver.url, secret_env="OTHER_SECRET"),)))
    case.approve()
    assert verified(receiver.received[0], NEW)["type"] == "comment.approved"
    with pytest.raises(WebhookVerificationError):
        verified(receiver.received[0], OLD)


def test_two_secrets_while_one_takes_the_place_of_the_other(
    case: Calling, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"{NEW} {OLD}")
    case.approve()
    assert verified(receiver.received[0], OLD) == verified(receiver.received[0], NEW)


def test_what_was_tampered_with_or_is_old_is_not_believed(case: Calling, receiver: Receiver) -> None:
    case.approve()
    (request,) = receiver.received
    forged = [
        request._replace(body=request.body.replace(b"Danke", b"Nein!")),
        request._replace(headers={**request.headers, "webhook-id": "evt_other"}),
        request._replace(headers={**request.headers, "webhook-timestamp": str(int(time.time()) + 1)}),
        request._replace(headers={**request.headers, "webhook-signature": "v1,AAAA"}),
    ]
    for request in forged:
        with pytest.raises(WebhookVerificationError):
            verified(request)
    with pytest.raises(WebhookVerificationError):
        verified(receiver.received[0], NEW)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_what_is_replayed_later_is_not_believed(minutes: int) -> None:
    then = datetime.now(UTC) + timedelta(minutes=minutes)
    headers = signature_headers("evt_1", b"{}", now=then, secrets=[OLD])
    with pytest.raises(WebhookVerificationError):
        Verifier(OLD).verify(b"{}", headers)


@pytest.mark.parametrize("status", [301, 307, 400, 404, 500, 502])
def test_whoever_does_not_take_it_is_asked_again_under_the_same_id(
    case: Calling, receiver: Receiver, status: int
) -> None:
    receiver.replies = [Reply(status, (("Location", "/elsewhere"),)), Reply(200)]
    case.approve()
    (job,) = case.jobs("webhook")
    assert job.error == f"HTTP {status}"
    assert 4 < case.wait() < 6
    case.clock.move(6)
    case.work()
    first, second = (verified(request) for request in receiver.received)
    assert (first["attempt"], second["attempt"]) == (1, 2)
    assert first["id"] == second["id"]
    assert {request.path for request in receiver.received} == {"/hooks/geheim"}


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("asked", "given"), [("600", 600), ("1", 5), ("bald", 5), ("9" * 30, 86_400)])
def test_whoever_asks_for_a_pause_gets_it(
    case: Calling, receiver: Receiver, status: int, asked: str, given: float
) -> None:
    receiver.replies = [Reply(status, (("Retry-After", asked),))]
    case.approve()
    assert given - 1 < case.wait() < given + 1


def test_whoever_is_gone_is_asked_no_more_and_the_owner_is_told(case: Calling, receiver: Receiver) -> None:
    receiver.replies = [Reply(410)]
    case.approve()
    (dead,) = case.desk.store.jobs(kinds=["webhook"], dead=True)
    assert dead.error == "HTTP 410"
    key = key_of(case.webhook)
    assert [job.id for job in case.jobs("mail")] == [f"mail:hook.disabled:{SITE}:{key}"]
    moderation.reject(case.desk, case.comment(text="Noch einer.").id, by="link")
    case.work()
    assert len(receiver.received) == 1


def test_what_waits_for_an_address_ends_with_its_service(case: Calling, receiver: Receiver) -> None:
    receiver.replies = [Reply(500), Reply(500), Reply(410)]
    case.approve()
    moderation.reject(case.desk, case.comment(text="Noch einer.").id, by="link")
    case.work()
    case.clock.move(6)
    case.work()
    dead = case.desk.store.jobs(kinds=["webhook"], dead=True)
    assert sorted(job.error for job in dead) == ["HTTP 410", "disabled"]
    assert len(receiver.received) == 3


def test_whoever_never_ends_an_answer_does_not_hold_us_up(receiver: Receiver) -> None:
    receiver.replies = [Reply(200, drip=True)]
    started = time.monotonic()
    assert send(receiver.url, b"{}", {}, seconds=0.4).error == "TimeoutError"
    assert time.monotonic() - started < PATIENCE


def test_nobody_there(case: Calling) -> None:
    gone = Webhook(url="http://127.0.0.1:1/")
    case.configure(hooks=Hooks(webhooks=(gone,)))
    case.approve()
    assert case.jobs("webhook")[0].error == "ConnectError"


def test_an_address_that_was_taken_out_is_not_called(case: Calling, receiver: Receiver) -> None:
    receiver.replies = [Reply(500)]
    case.approve()
    case.configure(hooks=Hooks())
    case.clock.move(6)
    case.work()
    assert len(receiver.received) == 1
    assert case.jobs("webhook") == ()


def test_nothing_is_sent_without_a_signature(
    case: Calling, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    case.approve()
    assert receiver.received == []
    assert case.jobs("webhook")[0].error == "no_secret"
    monkeypatch.setenv(VARIABLE, OLD)
    case.clock.move(6)
    case.work()
    assert verified(receiver.received[0])["attempt"] == 2


def test_neither_proxies_nor_credentials_of_the_environment_are_used(
    case: Calling, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1/")
    case.approve()
    assert len(receiver.received) == 1


def test_only_a_certificate_that_this_machine_trusts_is_believed(
    case: Calling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = make_certificate(tmp_path)
    with receiving(certificate) as receiver:
        case.configure(hooks=Hooks(webhooks=(Webhook(url=receiver.url),)))
        case.approve()
        assert case.jobs("webhook")[0].error == "ConnectError"
        assert receiver.received == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.chain))
        case.clock.move(6)
        case.work()
        assert verified(receiver.received[0])["attempt"] == 2


def test_what_is_kept_names_neither_path_nor_secret(case: Calling, receiver: Receiver) -> None:
    receiver.replies = [Reply(500)]
    case.approve()
    (job,) = case.jobs("webhook")
    assert json.loads(job.payload)["receiver"] == key_of(case.webhook)
    assert "geheim" not in f"{job.id}{job.payload}{job.error}"


@pytest.mark.parametrize(
    ("url", "secret", "trouble"),
    [
        ("https://a.example/", OLD, None),
        ("https://a.example/", f"{NEW} {OLD}", None),
        ("http://127.0.0.1:80/", OLD, None),
        ("http://[::1]/", OLD, None),
        ("http://localhost/", OLD, None),
        ("http://a.example/", OLD, "no_https"),
        ("http://192.168.0.1/", OLD, "no_https"),
        ("http://localhost.a.example/", OLD, "no_https"),
        ("http://[::1", OLD, "no_https"),
        ("https://a.example/", "", "no_secret"),
        ("https://a.example/", OLD.removeprefix("whsec_"), "bad_secret"),
        ("https://a.example/", "whsec_kurz", "bad_secret"),
        ("https://a.example/", "whsec_kein Base64!", "bad_secret"),
        ("https://a.example/", f"{OLD}!", "bad_secret"),
        ("https://a.example/", "whsec_" + base64.b64encode(bytes(23)).decode(), "bad_secret"),
        ("https://a.example/", "whsec_" + base64.b64encode(bytes(65)).decode(), "bad_secret"),
        ("https://a.example/", f"{OLD} und", "bad_secret"),
    ],
)
def test_what_keeps_a_webhook_from_being_sent(url: str, secret: str, trouble: str | None) -> None:
    webhook = Webhook(url=url)
    assert trouble_with(webhook, {VARIABLE: secret}) == trouble
    if trouble is None:
        assert secrets_of(webhook, {VARIABLE: secret}) == tuple(secret.split())


def test_a_key_names_the_host_alone() -> None:
    webhook = Webhook(url="https://eva:kennwort@a.example/geheim?token=geheim")
    assert key_of(webhook).startswith("webhook:a.example:")
    assert key_of(webhook) != key_of(Webhook(url="https://a.example/anders"))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("", 0),
        ("-1", 0),
        ("Sat, 21 Nov 2026 11:02:00 GMT", 120),
        ("Sat, 21 Nov 2026 10:00:00 GMT", 0),
        ("٣", 0),
        ("Sat, 21 Nov 99999999999999999999 10:00:00 GMT", 0),
        ("Sat, 21 Nov 2026 10:00:00 +99999999999999", 0),
    ],
)
def test_how_long_a_receiver_wants_us_to_wait(text: str, seconds: float) -> None:
    assert wait_of(text, now=datetime(2026, 11, 21, 11, 0, tzinfo=UTC)) == seconds
