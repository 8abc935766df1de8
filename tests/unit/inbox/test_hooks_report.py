"""How hooks and webhooks are, and how the owner reads what they said."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from hook_scripts import ARRIVAL, write_hook
from inbox_case import SITE, InboxCase
from sitegen.inbox import moderation
from sitegen.inbox.config import Hooks, Webhook
from sitegen.inbox.hooks.decisions import ask_hooks
from sitegen.inbox.hooks.disabling import disable
from sitegen.inbox.hooks.dispatch import dispatch
from sitegen.inbox.hooks.notify import deliver
from sitegen.inbox.hooks.reasons import hook_reason
from sitegen.inbox.hooks.report import HookState, hook_states
from sitegen.inbox.webhooks.targets import key_of
from sitegen.inbox.worker import Worker

WEBHOOK: Final = Webhook(url="https://a.example/geheim")
SECRET: Final = f"whsec_{base64.b64encode(bytes(32)).decode()}"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InboxCase]:
    monkeypatch.setenv(WEBHOOK.secret_env, SECRET)
    made = InboxCase(tmp_path)
    (tmp_path / "hooks").mkdir()
    made.configure(hooks=Hooks(folder=str(tmp_path / "hooks"), webhooks=(WEBHOOK,)))
    yield made
    made.close()


def state_of(case: InboxCase, key: str) -> HookState:
    return next(state for state in hook_states(case.desk) if state.key == key)


def hook(case: InboxCase, key: str, script: str = "exit 0") -> Path:
    return write_hook(case.folder / "hooks", key, script)


def test_all_are_told_and_what_they_do(case: InboxCase) -> None:
    hook(case, f"{ARRIVAL}/10-words")
    hook(case, "notify.d/10-tell")
    assert hook_states(case.desk) == (
        HookState(key=f"{ARRIVAL}/10-words", kind="decision"),
        HookState(key="notify.d/10-tell", kind="notification"),
        HookState(key=key_of(WEBHOOK), kind="webhook"),
    )
    assert not any(state.needs_attention for state in hook_states(case.desk))


def test_what_is_refused_needs_attention(case: InboxCase) -> None:
    hook(case, f"{ARRIVAL}/10-words").chmod(0o777)
    state = state_of(case, f"{ARRIVAL}/10-words")
    assert (state.trouble, state.needs_attention) == ("writable", True)


def test_a_webhook_without_its_secret(case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WEBHOOK.secret_env)
    assert state_of(case, key_of(WEBHOOK)).trouble == "no_secret"


def test_a_folder_that_is_gone(case: InboxCase) -> None:
    (case.folder / "hooks").rmdir()
    first, second = hook_states(case.desk)
    assert (first.kind, first.trouble) == ("folder", "no_folder")
    assert second.kind == "webhook"


def test_what_is_out_of_service(case: InboxCase) -> None:
    disable(case.desk, key_of(WEBHOOK), version="", site=SITE)
    assert state_of(case, key_of(WEBHOOK)).disabled_since == case.clock()
    assert not state_of(case, key_of(WEBHOOK)).in_service


def test_what_is_behind(case: InboxCase) -> None:
    hook(case, "notify.d/10-tell", "exit 1")
    hook(case, f"{ARRIVAL}/10-slow", "exit 75")
    item = case.comment()
    case.desk.store.add_jobs(ask_hooks(case.desk, item).jobs)
    moderation.approve(case.desk, item.id, by="link")
    Worker(case.desk, {"event": dispatch, "hook": deliver}).run_once()
    told = state_of(case, "notify.d/10-tell")
    assert (told.waiting, told.dead, told.error) == (1, 0, "exit code 1")
    assert not told.needs_attention
    assert state_of(case, f"{ARRIVAL}/10-slow").waiting == 1
    assert state_of(case, key_of(WEBHOOK)).waiting == 1
    (job,) = (job for job in case.jobs("hook") if "notify.d" in job.id)
    case.desk.store.bury(job.id, error="timeout")
    told = state_of(case, "notify.d/10-tell")
    assert (told.waiting, told.dead, told.error, told.needs_attention) == (0, 1, "timeout", True)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("hook:10-words", "Ihr Programm „10-words“ hat sich dazu geäußert"),
        ("hook:10-words:Wort „Kredit“: 2", "Ihr Programm „10-words“: Wort „Kredit“: 2"),
        ("hook-failed:10-words", "Ihr Programm „10-words“ gab keine klare Antwort"),
        ("hook-disabled:10-words", "Ihr Programm „10-words“ ist außer Betrieb"),
        ("hook-folder", "Der Ordner mit Ihren Programmen ist nicht da oder nicht lesbar"),
        ("many_links", None),
    ],
)
def test_what_a_hook_said_is_told_in_german(reason: str, sentence: str | None) -> None:
    assert hook_reason(reason) == sentence
