"""`sitegen inbox` while it runs: its troubles told by `status`, its work done, its pages served."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from datetime import timedelta

import pytest

from inbox_case import SITE, InboxCase
from inbox_commands import Call, case, inbox
from mail_server import MailServer
from nginx import free_port
from sitegen.inbox.config import Webhook
from sitegen.inbox.hooks.disabling import disable
from sitegen.inbox.hooks.programs import all_programs
from sitegen.inbox.records import Job, State
from sitegen.inbox.status import BACKED_UP
from sitegen.inbox.webhooks.targets import key_of
from waiting import output_of, until

__all__ = ["case", "inbox"]


def test_status_of_an_inbox_without_troubles(inbox: Call, case: InboxCase) -> None:
    case.comment()
    case.comment(state=State.SUSPECTED)
    case.contact()
    done = inbox("status")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Wartet auf Sie: 2 Kommentare, 1 Nachricht (1 verdächtig).\n"
        "Zu erledigen: nichts.\n"
        f"{SITE}: 5 Formulare, 2 Beiträge.\n"
        "Noch nie gesichert. Das geht so: sitegen inbox backup sicherung.sqlite\n"
        "Alles läuft.\n"
    )


def test_status_names_every_trouble(inbox: Call, case: InboxCase) -> None:
    now = case.clock()
    case.clock.now = now - timedelta(hours=5)
    waiting = case.comment()
    mail = Job(
        id="mail:1", kind="mail", site=SITE, item=waiting.id, due=now + timedelta(hours=1), error="Warum auch immer."
    )
    hook = Job(id="publish:2", kind="publish", site=SITE, due=now)
    push = Job(id="publish:3", kind="publish", site=SITE, item=waiting.id, due=now)
    case.desk.store.add_jobs((mail, hook, push))
    case.desk.store.postpone("publish:3", due=now, error="Das Git-Archiv antwortet nicht.")
    case.desk.store.postpone("mail:1", due=mail.due, error=mail.error)
    case.desk.store.bury("publish:2", error="Kein Zugang.")
    case.desk.store.note(BACKED_UP, (now - timedelta(days=9)).isoformat())
    case.manifest_path.unlink()
    done = inbox("status")
    assert done.code == 1
    assert "Eine Mail wartet seit 5 Stunden darauf, verschickt zu werden. Grund: Warum auch immer.\n" in done.out
    assert "  1 × Veröffentlichen: Kein Zugang.\n" in done.out
    assert f"Seit 5 Stunden nicht an {SITE} zu übergeben: 1 Kommentar. Grund: Das Git-Archiv" in done.out
    assert f"{SITE}: Die Datei inbox.json lässt sich nicht lesen." in done.out
    assert "Zuletzt gesichert vor 9 Tagen." in done.out
    assert "Alles läuft" not in done.out
    read = json.loads(inbox("status", "--format", "json").out)
    assert (read["waiting"]["comment"], read["dead"][0]["count"]) == (1, 1)


def test_status_names_hooks_that_do_not_run(inbox: Call, case: InboxCase) -> None:
    folder = case.folder / "hooks/comment.submitted.d"
    folder.mkdir(parents=True)
    (folder / "10-woerter").write_text("#!/bin/sh\n", "utf-8")
    config = case.folder / "inbox.yaml"
    config.write_text(f"{config.read_text('utf-8')}hooks: {{folder: hooks}}\n", "utf-8")
    done = inbox("status")
    assert done.code == 1
    assert "„comment.submitted.d/10-woerter“ ist nicht in Betrieb: Die Datei ist nicht ausführbar." in done.out


def test_status_names_hooks_that_stand_still(inbox: Call, case: InboxCase) -> None:
    folder = case.folder / "hooks/comment.submitted.d"
    folder.mkdir(parents=True)
    (folder / "10-woerter").write_text("#!/bin/sh\n", "utf-8")
    (folder / "10-woerter").chmod(0o755)
    config = case.folder / "inbox.yaml"
    config.write_text(f"{config.read_text('utf-8')}hooks: {{folder: hooks}}\n", "utf-8")
    assert inbox("status").code == 0
    (program,) = all_programs(str(case.folder / "hooks"))
    disable(case.desk, program.key, version=program.version, site=SITE)
    done = inbox("status")
    assert done.code == 1
    assert f"Ihr Programm „{program.key}“ steht still, seit " in done.out


def test_status_names_webhooks_that_want_no_more(inbox: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_WEBHOOK_SECRET", f"whsec_{'A' * 32}")
    webhook = Webhook(url="https://a.example/geheim")
    config = case.folder / "inbox.yaml"
    config.write_text(f"{config.read_text('utf-8')}hooks: {{webhooks: [{{url: {webhook.url}}}]}}\n", "utf-8")
    assert inbox("status").code == 0
    disable(case.desk, key_of(webhook), version="", site=SITE)
    done = inbox("status")
    assert done.code == 1
    assert f"Der Webhook „{key_of(webhook)}“ bekommt nichts mehr, seit " in done.out
    assert "geheim" not in done.out


def test_a_store_that_cannot_be_opened_is_said(inbox: Call, case: InboxCase) -> None:
    case.close()
    for path in case.folder.glob("inbox.sqlite*"):
        path.unlink()
    (case.folder / "inbox.sqlite").mkdir()
    done = inbox("list")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Die Datenbank des Eingangs lässt sich gerade nicht lesen oder beschreiben.")


def test_work_that_is_due_is_done_once(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    inbox("approve", comment.id)
    done = inbox("work", "--once")
    assert done.code == 0
    assert done.out.startswith("Erledigt: ")
    assert case.item(comment.id).state in {State.APPROVED, State.PUBLISHED}
    assert not case.jobs("event")


@pytest.mark.parametrize(("name", "is_open"), [(signal.SIGTERM, True), (signal.SIGINT, True), (signal.SIGTERM, False)])
def test_the_inbox_serves_until_it_is_told_to_end(case: InboxCase, name: signal.Signals, is_open: bool) -> None:  # noqa: FBT001 - a parameter
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "sitegen", "inbox", "serve", "--port", str(port)],
        cwd=case.folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline().decode()
        assert first.startswith(f"Der Eingang läuft: http://127.0.0.1:{port}/ – von außen http://127.0.0.1:8080/")
        assert not is_open or health(port)["store"] is True
        process.send_signal(name)
        out, err = output_of(process)
    assert (process.returncode, out.decode(), err) == (0, "Der Eingang ist beendet.\n", b"")


def health(port: int) -> dict[str, object]:
    """What `/health` says, as soon as somebody answers there."""

    def answer() -> dict[str, object] | None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as response:
                read: dict[str, object] = json.loads(response.read())
                return read
        except OSError:
            return None

    return until(answer, "an answer")


@pytest.mark.parametrize("port", ["achtzig", "0", "70000"])
def test_a_port_is_a_number(inbox: Call, port: str) -> None:
    done = inbox("serve", "--port", port)
    assert (done.code, done.err.splitlines()[0]) == (2, f"--port: „{port}“ ist keine Nummer von 1 bis 65535.")


def test_a_port_that_is_taken_is_said(inbox: Call, case: InboxCase) -> None:
    with MailServer() as server:
        done = inbox("serve", "--port", str(server.port))
    assert (done.code, done.out) == (1, "")
    assert f"127.0.0.1:{server.port}" in done.err
    assert case.desk.store.count() == 0
