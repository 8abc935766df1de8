"""Hooks from the front door: a comment comes in, and the programs of `docs/hooks/examples` decide and tell."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, get_args

import jsonschema
import pytest
from standardwebhooks import Webhook as Verifier

from hook_scripts import write_hook
from inbox_case import OWNER, POST, SITE, SITE_URL, InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.capacity import Capacity
from sitegen.inbox.config import Hooks, Mail, Webhook
from sitegen.inbox.config_file import load_config
from sitegen.inbox.desk import Handler
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.hooks.document import schema
from sitegen.inbox.hooks.report import hook_states
from sitegen.inbox.limits import Gate
from sitegen.inbox.receiving import Door, Kept, Sent, receive
from sitegen.inbox.records import EventType, Item, JobKind, State
from sitegen.inbox.worker import Worker
from webhook_receiver import Receiver, Reply, receiving

REPOSITORY: Final = Path(__file__).parents[1]
EXAMPLES: Final = REPOSITORY / "docs" / "hooks" / "examples"
DOCUMENT: Final = (REPOSITORY / "docs" / "hooks.md").read_text("utf-8")
SECRET: Final = f"whsec_{base64.b64encode(bytes(32)).decode()}"
TOLD: Final[tuple[JobKind, ...]] = ("event", "hook", "webhook")


class Front(InboxCase):
    """An inbox with the example hooks, and a receiver that they tell."""

    def __init__(self, folder: Path, receiver: Receiver) -> None:
        super().__init__(folder)
        self.clock.now = datetime.now(UTC)
        self.receiver = receiver
        self.hooks = folder / "hooks"
        shutil.copytree(EXAMPLES, self.hooks)
        self.configure(
            hooks=Hooks(
                folder=str(self.hooks),
                auto_approve="hooks",
                personal=("20-known",),
                webhooks=(Webhook(url=f"{receiver.url}/webhook"),),
            ),
            mail=Mail(host="localhost", sender=OWNER),
        )
        self.write("words.txt", "# Werbung\nGeld verdienen\nKredit\n")
        self.write("known.txt", "Anna@Krueger.example\n")
        self.write("notify-url.txt", f"{receiver.url}/notify\n")

    def write(self, name: str, text: str) -> None:
        """A file that the hooks read."""
        (self.hooks / name).write_text(text, "utf-8")

    def say(self, text: str, *, email: str = "anna@krueger.example") -> Item:
        """A comment through the door, and everything that is told of it."""
        door = Door(desk=self.desk, gate=Gate(self.desk.config.limits, self.desk.chance), capacity=Capacity(self.desk))
        pairs = (("name", "Anna"), ("email", email), ("text", text), ("page", "/blog/rechnungen/"), ("post", POST))
        sent = Sent(site=SITE, form="comment", pairs=pairs, origin=SITE_URL, fetch_site=None, sender=None)
        assert isinstance(receive(door, sent), Kept)
        self.work()
        return self.desk.store.items(limit=1)[0]

    def work(self) -> None:
        """Tell what is to be told."""
        told: dict[JobKind, Handler] = {kind: HANDLERS[kind] for kind in TOLD}
        while Worker(self.desk, told).run_once():
            pass

    def told(self, where: str) -> list[bytes]:
        """What the receiver was told at an address."""
        return [request.body for request in self.receiver.received if request.path.endswith(where)]


@pytest.fixture
def front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    monkeypatch.setenv("SITEGEN_WEBHOOK_SECRET", SECRET)
    # The Python itself, not a wrapper that first looks for one: the examples have as long as a visitor waits.
    monkeypatch.setenv("PATH", f"{Path(sys.base_prefix) / 'bin'}:/usr/bin:/bin")
    with receiving() as receiver:
        made = Front(tmp_path, receiver)
        yield made
        made.close()


def test_a_known_commenter_is_published_at_once_and_everybody_hears_of_it(front: Front) -> None:
    item = front.say("Danke, das hat mir geholfen.")
    assert item.state is State.APPROVED
    assert item.decision
    assert item.decision.by == "hook:20-known"
    assert [job.kind for job in front.jobs() if job.item == item.id] == ["mail", "publish"]
    assert front.told("/notify") == [b"Ein neuer Kommentar ist da."]
    called = [request for request in front.receiver.received if request.path.endswith("/webhook")]
    events = [Verifier(SECRET).verify(request.body, request.headers) for request in called]
    for event in events:
        jsonschema.Draft202012Validator(json.loads(schema())).validate(event)
    assert {event["type"] for event in events} == {"comment.submitted", "comment.approved"}
    assert "krueger.example" not in json.dumps(events)


def test_whoever_is_not_known_waits(front: Front) -> None:
    assert front.say("Danke, das hat mir geholfen.", email="fremd@anderswo.example").state is State.PENDING


@pytest.mark.parametrize("text", ["Sehen Sie https://a.example/ an.", "Sehen Sie [hier](http://a.example/) nach."])
def test_a_known_commenter_with_a_link_waits(front: Front, text: str) -> None:
    assert front.say(text).state is State.PENDING


@pytest.mark.parametrize("text", ["Mit mir GELD VERDIENEN!", "Ein Kredit, sofort."])
def test_a_word_of_the_list_is_spam_with_its_reason(front: Front, text: str) -> None:
    item = front.say(text)
    assert item.state is State.SPAM
    assert item.decision
    assert item.decision.by == "hook:10-words"
    assert any(reason.endswith("steht auf Ihrer Wortliste") for reason in item.reasons)


def test_part_of_a_word_is_none_of_the_list(front: Front) -> None:
    assert front.say("Kreditorenbuchhaltung ist das halbe Leben.").state is State.APPROVED


def test_an_example_without_its_list_holds_and_the_owner_is_told(front: Front) -> None:
    (front.hooks / "words.txt").unlink()
    item = front.say("Danke, das hat mir geholfen.")
    assert (item.state, item.reasons[0]) == (State.PENDING, "hook:10-words")
    assert [job.id for job in front.jobs("mail") if "hook.disabled" in job.id]
    assert "Ein Programm des Eingangs ist außer Betrieb.".encode() in front.told("/notify")


def test_the_known_must_be_allowed_the_address(front: Front) -> None:
    front.configure(hooks=Hooks(folder=str(front.hooks), auto_approve="hooks"))
    assert front.say("Danke, das hat mir geholfen.").state is State.PENDING
    (out,) = (state for state in hook_states(front.desk) if state.disabled_since)
    assert out.key == "comment.submitted.d/20-known"


def test_whoever_gives_no_address_waits_and_puts_nothing_out_of_service(front: Front) -> None:
    assert front.say("Danke, das hat mir geholfen.", email="").state is State.PENDING
    assert all(state.in_service for state in hook_states(front.desk))


def test_the_notifier_tries_again_until_somebody_is_there(front: Front) -> None:
    front.configure(hooks=Hooks(folder=str(front.hooks), personal=("20-known",)))
    front.receiver.replies = [Reply(503), Reply(200)]
    front.say("Danke, das hat mir geholfen.")
    (job,) = front.jobs("hook")
    assert job.error == "exit code 75"
    front.clock.move(6)
    front.work()
    assert front.jobs("hook") == ()
    assert len(front.told("/notify")) == 2


def test_the_whole_life_of_a_comment_is_told_in_order(front: Front) -> None:
    front.configure(hooks=Hooks(webhooks=front.config.hooks.webhooks))
    item = front.say("Danke, das hat mir geholfen.")
    for step in (moderation.approve, moderation.reject, moderation.undo, moderation.mark_spam, moderation.delete):
        step(front.desk, item.id, by="cli")
        front.clock.move(1)
        front.work()
    events: list[dict[str, Any]] = [json.loads(body) for body in front.told("/webhook")]
    assert [event["type"].partition(".")[2] for event in events] == [
        "submitted",
        "approved",
        "rejected",
        "edited",
        "spam",
        "deleted",
    ]
    assert [event["data"]["revision"] for event in events] == [1, 2, 3, 4, 5, 6]
    assert [event["data"]["previous_state"] for event in events[1:]] == [
        event["data"]["state"] for event in events[:-1]
    ]
    assert len({event["id"] for event in events}) == 6


def test_a_hook_that_knows_the_schema_of_its_example_event(tmp_path: Path) -> None:
    """The event that the document shows is one, and it can be tried by hand as the document says."""
    block = re.search(r"```json\n(\{\n.*?)```", DOCUMENT, re.DOTALL)
    assert block
    jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(block[1]))
    shutil.copytree(EXAMPLES, tmp_path / "hooks")
    (tmp_path / "hooks" / "words.txt").write_text("geholfen\n", "utf-8")
    program = tmp_path / "hooks" / "comment.submitted.d" / "10-words"
    done = subprocess.run([program, "comment.submitted"], input=block[1].encode(), capture_output=True, check=False)
    assert done.returncode == 30
    assert b"geholfen" in done.stdout


def test_the_settings_that_are_shown_are_read_without_a_finding(tmp_path: Path) -> None:
    block = re.search(r"```yaml\n(hooks:.*?)```", DOCUMENT, re.DOTALL)
    assert block
    (tmp_path / "hooks").mkdir()
    (tmp_path / "inbox.json").touch()
    path = tmp_path / "inbox.yaml"
    path.write_text(
        f"address: https://eingang.nachmittag.example/\nmail:\n  host: localhost\n  sender: {OWNER}\n"
        f"sites:\n  - id: {SITE}\n    manifest: inbox.json\n    owner: {OWNER}\n{block[1]}",
        "utf-8",
    )
    loaded = load_config(path)
    assert loaded.findings == ()
    assert loaded.config
    hooks = loaded.config.hooks
    assert (hooks.auto_approve, hooks.personal) == ("hooks", ("20-known",))
    assert hooks.webhooks[0].events == ("comment.published", "contact.submitted")


@pytest.mark.parametrize("event", get_args(EventType))
def test_every_event_is_documented(event: str) -> None:
    assert f"`{event}`" in DOCUMENT


@pytest.mark.parametrize("code", [0, 10, 20, 30, 40, 75, 78])
def test_every_exit_code_is_documented(code: int) -> None:
    assert re.search(rf"^\| {code}\b", DOCUMENT, re.MULTILINE)


def test_the_examples_are_executable_and_named() -> None:
    programs = [path for path in EXAMPLES.rglob("*") if path.is_file()]
    assert len(programs) == 3
    for path in programs:
        assert os.access(path, os.X_OK), path
        assert path.name in DOCUMENT


def test_a_shell_script_of_two_lines_is_a_hook(front: Front) -> None:
    """The shortest hook that the document shows."""
    block = re.search(r"```sh\n#!/bin/sh\n(.*?)```", DOCUMENT, re.DOTALL)
    assert block
    write_hook(front.hooks, "comment.submitted.d/05-short", block[1])
    assert front.say("Danke, das hat mir geholfen.").state is State.PENDING
