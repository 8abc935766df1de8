"""Links and forms that lead nowhere, or not any more, and what programs are told; over real HTTP."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from full_disk import full_disk
from inbox_case import POST, SECRETS, SITE, InboxCase
from inbox_served import client_of, get, inbox_served
from sitegen.inbox.config import Mail, Publish
from sitegen.inbox.mail.notices import notices_of
from sitegen.inbox.moderation import delete, reject, undo
from sitegen.inbox.records import State, Subscriber
from sitegen.inbox.secrets import Secrets
from sitegen.inbox.tokens import confirm_url, review_url, unsubscribe_url
from waiting import PATIENCE


@pytest.fixture
def case(tmp_path: Path) -> Iterator[InboxCase]:
    case = InboxCase(tmp_path)
    yield case
    case.close()


@pytest.fixture
def client(case: InboxCase) -> Iterator[httpx.Client]:
    with (
        inbox_served(case) as base,
        client_of(base) as client,
    ):
        yield client


def subscriber(case: InboxCase) -> Subscriber:
    asked = Subscriber(id=case.desk.new_id(), site=SITE, form="newsletter", email="a@b.example", asked=case.clock())
    return case.desk.store.subscribe(asked, jobs=())


def press(client: httpx.Client, link: str, action: str, *, revision: int = 1, **typed: str) -> httpx.Response:
    return client.post(link, data={"action": action, "revision": str(revision), **typed})


def test_a_confirmation_has_a_week_and_a_newsletter_can_be_left_for_years(
    case: InboxCase, client: httpx.Client
) -> None:
    asked = subscriber(case)
    confirm, leave = confirm_url(case.desk, asked), unsubscribe_url(case.desk, asked)
    case.clock.move(8 * 24 * 3600)
    assert client.get(confirm).status_code == client.post(confirm).status_code == 410
    case.clock.move(3 * 365 * 24 * 3600)
    assert "Abbestellen" in client.get(leave).text
    assert client.post(leave).status_code == 200
    assert case.desk.store.subscribers() == ()


def test_a_subscription_that_is_gone(case: InboxCase, client: httpx.Client) -> None:
    asked = subscriber(case)
    case.desk.store.unsubscribe(asked.id, jobs=())
    assert client.get(confirm_url(case.desk, asked)).status_code == 410
    assert "ist abbestellt" in client.get(unsubscribe_url(case.desk, asked)).text


def test_who_confirmed_is_told_so_again(case: InboxCase, client: httpx.Client) -> None:
    link = confirm_url(case.desk, subscriber(case))
    client.post(link)
    assert "Der Newsletter ist bestellt" in client.get(link).text
    assert len(case.jobs("event")) == 1
    client.post(link)
    assert len(case.jobs("event")) == 1


@pytest.mark.parametrize("door", ["m", "s", "u"])
def test_a_link_that_nobody_signed(client: httpx.Client, door: str) -> None:
    answer = client.post(f"/{door}/nonsense", data={"x": "y"})
    assert answer.status_code == 404
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "query", ["nothing", f"comment?post={POST}&parent=x", "comment?post=x", "comment", "report?post=x"]
)
def test_a_form_that_is_not_there(client: httpx.Client, query: str) -> None:
    assert client.get(f"/f/{SITE}/{query}").status_code == 404
    assert client.get(f"/f/another/{query}").status_code == 404


def test_a_comment_that_waits_is_not_answered(case: InboxCase, client: httpx.Client) -> None:
    waiting = case.comment()
    assert client.get(f"/f/{SITE}/comment?post={POST}&parent={waiting.id}").status_code == 404


def test_an_item_that_is_erased(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment()
    link = review_url(case.desk, item)
    case.desk.store.erase(item.id)
    assert client.get(link).status_code == press(client, link, "approve").status_code == 410


def test_a_comment_that_is_deleted_holds_nothing_any_more(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment(state=State.PUBLISHED)
    link = review_url(case.desk, item)
    delete(case.desk, item.id, by="cli")
    page = client.get(link).text
    assert "gelöscht am" in page
    assert "über die Befehlszeile" in page
    assert item.email not in page
    assert item.text not in page
    assert press(client, link, "approve", revision=2).status_code == 409


def test_an_answer_to_what_is_rejected_is_not_taken(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment()
    reject(case.desk, item.id, by="link")
    assert press(client, review_url(case.desk, item), "reply", reply="Doch!").status_code == 409


def test_an_answer_is_there_once(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment(state=State.PUBLISHED)
    link = review_url(case.desk, item)
    assert "Ihre Antwort ist freigegeben." in press(client, link, "reply", reply="Gern geschehen.").text
    assert press(client, link, "reply", reply="Gern geschehen.").status_code == 200
    answers = [kept for kept in case.desk.store.items() if kept.type == "owner_reply"]
    assert [answer.parent for answer in answers] == [item.id]


def test_without_anything_to_know_it_by_nobody_is_blocked(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment(email="", website="")
    assert "Sperren lässt sich hier niemand" in press(client, review_url(case.desk, item), "block").text


@pytest.mark.parametrize(
    ("publish", "said"),
    [
        (Publish(to="git"), "sobald sie neu gebaut ist"),
        (Publish(to="folder"), "nach ihrem nächsten Bau"),
        (Publish(to="export"), "hier abgeholt hat"),
    ],
)
def test_it_is_said_when_a_comment_appears(case: InboxCase, publish: Publish, said: str) -> None:
    case.configure_site(publish=publish)
    with inbox_served(case), httpx.Client(timeout=PATIENCE) as owner:
        assert said in press(owner, review_url(case.desk, case.comment()), "approve").text


def test_an_export_is_signed_and_tells_what_was_withdrawn(case: InboxCase, client: httpx.Client) -> None:
    shown, gone = case.comment(state=State.PUBLISHED), case.comment(text="Weg damit.", state=State.PUBLISHED)
    case.comment(text="Wartet noch.")
    taken_back = case.comment(text="Doch nicht.", state=State.PUBLISHED)
    reject(case.desk, gone.id, by="link")
    undo(case.desk, taken_back.id, by="link")
    answer = client.get(f"/x/{SITE}", headers={"Authorization": f"Bearer {SECRETS.export_token}"})
    lines = [json.loads(line) for line in answer.text.splitlines()]
    withdrawn = [line for line in lines if "withdrawn" in line]
    assert withdrawn == [
        {"withdrawn": item.id, "post": POST} for item in sorted((gone, taken_back), key=lambda i: i.id)
    ]
    assert [line["id"] for line in lines if "id" in line] == [shown.id]
    assert shown.email not in answer.text
    verifier = Webhook(base64.b64encode(SECRETS.export_token.encode()).decode())
    timestamp = int(answer.headers["webhook-timestamp"])
    assert timestamp == int(case.clock().timestamp())
    signature = verifier.sign(answer.headers["webhook-id"], case.clock(), answer.text)
    assert answer.headers["webhook-signature"] == signature
    with pytest.raises(WebhookVerificationError):
        verifier.verify(answer.text + " ", dict(answer.headers))


def test_without_a_token_there_is_no_export(tmp_path: Path) -> None:
    case = InboxCase(tmp_path, secrets=Secrets(keys=SECRETS.keys))
    with inbox_served(case) as base:
        for token in ("", "Bearer", "Bearer x"):
            assert get(f"{base}/x/{SITE}", headers={"Authorization": token}).status_code == 401
    case.close()


def test_another_site_has_no_export(client: httpx.Client) -> None:
    headers = {"Authorization": f"Bearer {SECRETS.export_token}"}
    assert client.get("/x/another", headers=headers).status_code == 404


def test_mails_that_wait_for_hours_make_it_ill(case: InboxCase) -> None:
    case.configure(mail=Mail(host="127.0.0.1", sender="eingang@nachmittag.example"))
    item = case.contact()
    case.desk.store.add_jobs(notices_of(item, desk=case.desk))
    with inbox_served(case) as base:
        assert get(f"{base}/health").json() == {"store": True, "oldest_unsent_mail_seconds": 0}
        case.clock.move(6 * 3600 + 1)
        late = get(f"{base}/health")
    assert late.status_code == 503
    assert late.json()["oldest_unsent_mail_seconds"] == 6 * 3600 + 1


def test_a_full_disk_makes_it_ill_and_decides_nothing(case: InboxCase, client: httpx.Client) -> None:
    item = case.comment()
    link = review_url(case.desk, item)
    with full_disk():
        health, decided = client.get("/health"), press(client, link, "approve", reply="Danke!")
    assert health.status_code == decided.status_code == 503
    assert "nichts ist geschehen" in decided.text
    assert '<p class="as-typed">Danke!</p>' in decided.text
    assert case.item(item.id).state is State.PENDING
