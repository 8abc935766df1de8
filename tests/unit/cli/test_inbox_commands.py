"""`sitegen inbox` over a real store, as its owner types it."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import signal
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from inbox_case import OWNER, SECRETS, SITE, SITE_URL, InboxCase
from mail_server import MailServer
from nginx import free_port
from sitegen.cli import inbox_wording
from sitegen.inbox.config import Webhook
from sitegen.inbox.hooks.disabling import disable
from sitegen.inbox.hooks.programs import all_programs
from sitegen.inbox.moderation import reject
from sitegen.inbox.records import Item, Job, State, Subscriber
from sitegen.inbox.status import BACKED_UP
from sitegen.inbox.webhooks.targets import key_of
from waiting import until

Call = Callable[..., Any]

KEYS = " ".join(f"{key.kid}:{base64.b64encode(key.secret).decode()}" for key in SECRETS.keys)
CONFIG = f"""
address: http://127.0.0.1:8080/
database: inbox.sqlite
sites:
  - id: {SITE}
    manifest: inbox.json
    owner: {OWNER}
    origins: {SITE_URL}
mail: {{host: 127.0.0.1, port: PORT, security: none, sender: {OWNER}}}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InboxCase]:
    """An inbox with its settings in a file and its keys in the environment."""
    (tmp_path / "inbox.yaml").write_text(CONFIG.replace("PORT", "1"), "utf-8")
    monkeypatch.setenv("SITEGEN_INBOX_KEYS", KEYS)
    monkeypatch.setenv("SITEGEN_EXPORT_TOKEN", SECRETS.export_token)
    case = InboxCase(tmp_path)
    case.clock.now = datetime.now(UTC)
    yield case
    case.close()


@pytest.fixture
def inbox(sitegen: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> Call:  # noqa: ARG001 -- it sets the stage
    """`inbox("list")`, with what is piped in."""

    def call(*args: str, piped: str = "") -> Any:  # noqa: ANN401 -- the outcome of another fixture
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode()), encoding="utf-8"))
        return sitegen("inbox", *args)

    return call


def end(item: Item) -> str:
    return item.id[-6:]


def test_new_settings_are_made_once(sitegen: Call, tmp_path: Path) -> None:
    done = sitegen("inbox", "new")
    assert (done.code, done.err) == (0, "")
    assert "sitegen inbox check" in done.out
    before = (tmp_path / "inbox.yaml").read_bytes()
    assert "SG003" in sitegen("inbox", "new").err
    assert (tmp_path / "inbox.yaml").read_bytes() == before


def test_keys_are_fresh_and_can_be_used(sitegen: Call, monkeypatch: pytest.MonkeyPatch, case: InboxCase) -> None:
    first, second = sitegen("inbox", "keys", "--name", "k2"), sitegen("inbox", "keys", "--name", "k2")
    assert first.out != second.out
    assert first.err == inbox_wording.KEYS_HINT + "\n"
    lines = dict(line.split("=", 1) for line in first.out.splitlines())
    assert list(lines) == ["SITEGEN_INBOX_KEYS", "SITEGEN_FORM_KEY", "SITEGEN_EXPORT_TOKEN"]
    assert lines["SITEGEN_INBOX_KEYS"].startswith("k2:")
    for name, value in lines.items():
        monkeypatch.setenv(name, value)
    assert sitegen("inbox", "check").code == 0
    assert case.folder.joinpath("inbox.yaml").is_file()


def test_a_key_has_a_short_name(sitegen: Call) -> None:
    assert sitegen("inbox", "keys", "--name", "Mein Schlüssel").code == 2


def test_check_says_what_is_missing(inbox: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert inbox("check").out == "In Ordnung: inbox.yaml\n"
    monkeypatch.delenv("SITEGEN_INBOX_KEYS")
    done = inbox("check")
    assert (done.code, done.out) == (1, "")
    assert "SG770" in done.err
    (case.folder / "inbox.yaml").write_text(CONFIG.replace("owner:", "ownr:"), "utf-8")
    done = inbox("check")
    assert done.code == 1
    assert "inbox.yaml:7:5" in done.err


def test_settings_may_lie_elsewhere(
    sitegen: Call, case: InboxCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert "SG773" in sitegen("inbox", "list").err
    assert sitegen("inbox", "list", "--config", str(case.folder / "inbox.yaml")).code == 0
    monkeypatch.setenv("SITEGEN_INBOX_CONFIG", str(case.folder / "inbox.yaml"))
    assert sitegen("inbox", "list").code == 0


def test_warnings_are_for_those_who_set_up(inbox: Call, case: InboxCase) -> None:
    (case.folder / "inbox.yaml").write_text(CONFIG.partition("mail:")[0], "utf-8")
    assert inbox("list").err == ""
    done = inbox("check")
    assert (done.code, done.out) == (0, "In Ordnung: inbox.yaml\n")
    assert "SG785" in done.err


def test_broken_settings_stop_every_command(inbox: Call, case: InboxCase) -> None:
    (case.folder / "inbox.yaml").write_text(CONFIG.replace("owner:", "ownr:"), "utf-8")
    done = inbox("list")
    assert (done.code, done.out) == (1, "")
    assert "inbox.yaml:7:5" in done.err


def test_without_the_extra_it_says_how_to_get_it(inbox: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = inbox("list")
    assert (done.code, done.err) == (1, inbox_wording.EXTRA_MISSING + "\n")
    assert "pip install 'sitegen[inbox]'" in done.err


def test_without_keys_nothing_is_opened(inbox: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEGEN_INBOX_KEYS")
    done = inbox("list")
    assert (done.code, done.out) == (1, "")
    assert "SG770" in done.err


def test_the_list_shows_what_waits_the_newest_last(inbox: Call, case: InboxCase) -> None:
    assert inbox("list").out == "Nichts wartet auf Sie.\n"
    comment = case.comment(text="Danke! " * 40)
    case.clock.move(60)
    message = case.contact()
    case.comment(state=State.APPROVED)
    lines = inbox("list").out.splitlines()
    assert lines[0].startswith(f"{end(comment)}  wartet  Kommentar  ")
    assert lines[0].endswith("  Anna Krüger  zu „Rechnungen, die bezahlt werden“")
    assert lines[1].endswith("Danke! …")
    assert lines[2].startswith(f"{end(message)}  wartet  Nachricht  ")
    assert (
        lines[-1] == f"Freigeben: sitegen inbox approve {end(comment)} · ganz lesen: sitegen inbox show {end(comment)}"
    )
    assert "freigegeben" in inbox("list", "--all").out
    assert len(json.loads(inbox("list", "--all", "--format", "json").out)) == 3


def test_everything_about_an_item_is_shown(inbox: Call, case: InboxCase) -> None:
    message = case.contact(text="Erste Zeile\n\x1b[31mzweite", name="Bernd\x07 Vogel")
    done = inbox("show", end(message))
    assert "  E-Mail   bernd@vogel.example\n" in done.out
    assert "  Telefon  +49 30 1234567\n" in done.out
    assert done.out.endswith("\n\n    Erste Zeile\n    [31mzweite\n")
    assert "\x1b" not in done.out
    assert "\x07" not in done.out
    assert json.loads(inbox("show", message.id, "--format", "json").out)["id"] == message.id


def test_reasons_are_told_in_german(inbox: Call, case: InboxCase) -> None:
    comment = case.comment(state=State.SUSPECTED)
    judged = replace(comment, reasons=("many_links", "hook-sagt-nein"), score=3.5, revision=2)
    assert case.desk.store.change(comment, judged, jobs=())
    done = inbox("show", comment.id)
    assert "  Verdacht  3,5\n  Gründe    Der Text enthält viele " in done.out
    assert ", hook-sagt-nein\n" in done.out
    assert "  verdächtig  Kommentar  " in inbox("list").out


def test_nothing_is_guessed(inbox: Call, case: InboxCase) -> None:
    first = case.comment()
    case.comment()
    said = {"XXXX": "gibt es nicht", first.id[-1]: "gibt es nicht", first.id[:6]: "passt auf mehrere Einträge"}
    for word, sentence in said.items():
        done = inbox("approve", word)
        assert (done.code, done.out) == (1, "")
        assert sentence in done.err


def test_approving_and_answering_is_one_step(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    done = inbox("approve", end(comment), "--reply", "Gern geschehen!")
    assert (done.code, done.out) == (0, f"{end(comment)}: freigegeben, und Ihre Antwort gleich mit.\n")
    decided = case.item(comment.id)
    assert decided.state is State.APPROVED
    assert decided.decision is not None
    assert decided.decision.by == "cli"
    (answer,) = [item for item in case.desk.store.items() if item.parent == comment.id]
    assert (answer.type, answer.name, answer.text) == ("owner_reply", "Eva Nachmittag", "Gern geschehen!")
    assert {job.kind for job in case.jobs()} == {"event", "publish"}


def test_what_is_decided_is_told_and_not_decided_again(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    inbox("approve", comment.id)
    done = inbox("approve", comment.id)
    assert done.code == 0
    assert done.out.startswith(f"{end(comment)}: war schon freigegeben, seit ")
    assert done.out.endswith("(hier).\n")


def test_who_decided_is_told(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    reject(case.desk, comment.id, by="hook:10-woerter")
    assert "(Ihr Programm 10-woerter)\n" in inbox("show", comment.id).out
    assert "(Ihr Programm 10-woerter).\n" in inbox("reject", comment.id).out


def test_a_title_that_the_site_cannot_say_is_an_id(inbox: Call, case: InboxCase) -> None:
    case.comment(post="vergangen")
    assert inbox("list").out.splitlines()[0].endswith("  zu vergangen")


def test_several_are_decided_at_once(inbox: Call, case: InboxCase) -> None:
    first, second = case.comment(), case.comment()
    assert inbox("reject", first.id, second.id, "--note", "doppelt").code == 0
    assert {case.item(item.id).state for item in (first, second)} == {State.REJECTED}
    assert inbox("approve", first.id, second.id, "--reply", "Danke").code == 2


def test_spam_and_its_sender(inbox: Call, case: InboxCase) -> None:
    plain, named, nameless = case.comment(), case.comment(), case.comment(email="", website="")
    assert inbox("spam", plain.id).out == f"{end(plain)}: als Spam eingeordnet.\n"
    assert inbox("spam", "--block", named.id).out.endswith("der Absender ist gesperrt.\n")
    assert "Sperren lässt sich hier niemand" in inbox("spam", "--block", nameless.id).out
    assert inbox("undo", plain.id).out == f"{end(plain)}: wartet wieder auf Ihre Entscheidung.\n"
    assert case.item(plain.id).state is State.PENDING


def test_a_message_cannot_be_approved(inbox: Call, case: InboxCase) -> None:
    message = case.contact()
    done = inbox("approve", message.id)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"{end(message)}: Das geht hier nicht, denn der Stand ist „wartet“ (Nachricht).\n"


def test_what_is_gone_is_gone(inbox: Call, case: InboxCase) -> None:
    comment = case.comment(state=State.DELETED)
    done = inbox("approve", comment.id)
    assert (done.code, done.out, done.err) == (1, "", f"{end(comment)}: ist gelöscht.\n")
    assert "gelöscht" in inbox("list", "--all").out


def test_an_answer_wants_an_approved_comment_and_words(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    assert inbox("reply", comment.id, "Danke").code == 1
    inbox("approve", comment.id)
    assert inbox("reply", comment.id, "Danke,", "Anna").out == f"{end(comment)}: Ihre Antwort ist freigegeben.\n"
    assert inbox("reply", comment.id, piped="Noch eine").code == 0
    assert inbox("reply", comment.id, piped=" ").err == "Ohne Text wird nichts gespeichert.\n"
    assert inbox("reply", comment.id, "x" * 9000).err.startswith("Das lässt sich so nicht speichern: ")


def test_a_comment_is_edited(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    assert inbox("edit", comment.id, piped="Kürzer.").out == f"{end(comment)}: geändert.\n"
    assert inbox("edit", comment.id, "--name", "A. K.", "--website", "").code == 0
    edited = case.item(comment.id)
    assert (edited.text, edited.name, edited.website, edited.revision) == ("Kürzer.", "A. K.", "", 3)
    assert "nichts geändert" in inbox("edit", comment.id, piped="Kürzer.").out


def test_without_an_editor_it_says_what_to_do(inbox: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch) -> None:
    comment = case.comment()
    monkeypatch.setattr("sitegen.cli.console.is_terminal", lambda stream: stream is sys.stdin)
    monkeypatch.setenv("EDITOR", "/gibt/es/nicht")
    monkeypatch.delenv("VISUAL", raising=False)
    done = inbox("edit", comment.id)
    assert (done.code, done.err.splitlines()[-1]) == (1, inbox_wording.NO_EDITOR)


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


def test_a_testmail_arrives_or_says_why_not(inbox: Call, case: InboxCase) -> None:
    done = inbox("testmail")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{SITE}: Die Mail ging nicht hinaus. ")
    with MailServer() as server:
        (case.folder / "inbox.yaml").write_text(CONFIG.replace("PORT", str(server.port)), "utf-8")
        assert inbox("testmail", "--site", SITE).code == 0
        assert len(server.received) == 1
    done = inbox("testmail", "--site", "andere")
    assert done.err == f"Eine Website „andere“ steht nicht in inbox.yaml. Dort stehen: {SITE}.\n"


def test_approved_comments_are_exported_without_addresses(inbox: Call, case: InboxCase) -> None:
    comment = case.comment(state=State.APPROVED)
    case.comment()
    (line,) = inbox("export").out.splitlines()
    assert json.loads(line)["id"] == comment.id
    assert "@" not in line


def test_who_gets_the_newsletter_is_a_table(inbox: Call, case: InboxCase) -> None:
    """Only who has confirmed, each with a link of their own; no spreadsheet takes a name for a formula."""
    for number, name in enumerate(("=HYPERLINK(1)", "Bernd Vogel", "")):
        asked = Subscriber(
            id=case.desk.new_id(),
            site=SITE,
            form="newsletter",
            email=f"leser{number}@büro.example",
            name=name,
            asked=case.clock(),
        )
        case.desk.store.subscribe(asked, jobs=())
        if name:
            case.desk.store.confirm(asked.id, now=case.clock(), jobs=())
        case.clock.move(60)
    rows = list(csv.DictReader(io.StringIO(inbox("subscribers").out)))
    assert [(row["email"], row["name"]) for row in rows] == [
        ("leser0@xn--bro-hoa.example", "'=HYPERLINK(1)"),
        ("leser1@xn--bro-hoa.example", "Bernd Vogel"),
    ]
    first, second = (datetime.fromisoformat(row["confirmed"]) for row in rows)
    assert second - first == timedelta(minutes=1)
    assert len({row["unsubscribe"] for row in rows}) == 2
    assert "/u/v1." in rows[0]["unsubscribe"]


def test_everything_about_a_person_is_exported(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    read = json.loads(inbox("export", "--person", "ANNA@krueger.example").out)
    assert [item["id"] for item in read["items"]] == [comment.id]


def test_forgetting_leaves_nothing_and_says_what_remains(inbox: Call, case: InboxCase) -> None:
    case.comment()
    kept = case.contact()
    done = inbox("forget", "anna@krueger.example")
    assert (done.code, done.out) == (1, "")
    assert done.err == inbox_wording.FORGET_NEEDS_YES + "\n"
    done = inbox("forget", "anna@krueger.example", "--yes")
    assert done.code == 0
    assert done.out.startswith("Gelöscht: 1 Eintrag")
    assert "die Mails des Eingangs in Ihrem Postfach" in done.out
    assert inbox("forget", "anna@krueger.example", "--yes").out == "Dazu ist nichts gespeichert.\n"
    assert inbox("forget", kept.id.lower(), "--yes").code == 0
    for path in case.folder.glob("inbox.sqlite*"):
        assert b"krueger" not in path.read_bytes()
        assert b"Vogel" not in path.read_bytes()


def test_a_published_comment_that_is_forgotten_is_withdrawn(inbox: Call, case: InboxCase) -> None:
    comment = case.comment(state=State.PUBLISHED)
    done = inbox("forget", comment.id, "--yes")
    assert f"nimmt der Eingang jetzt von der Website:\n  content/comments/{comment.post}/{comment.id}.md\n" in done.out
    assert "–" in done.out.partition("nur Sie löschen können:")[2]
    assert "Anna" not in inbox("list", "--all").out


@pytest.mark.parametrize(("answer", "gone"), [("ja", True), ("nein", False), ("", False)])
def test_forgetting_asks(
    inbox: Call, case: InboxCase, monkeypatch: pytest.MonkeyPatch, answer: str, *, gone: bool
) -> None:
    comment = case.comment()
    monkeypatch.setattr("sitegen.cli.console.is_terminal", lambda stream: stream is sys.stdin)
    done = inbox("forget", comment.id, piped=f"{answer}\n")
    assert done.code == 0
    assert "Das lässt sich nicht zurücknehmen. (ja/nein)" in done.out
    assert (case.desk.store.item(comment.id) is None) is gone


def test_a_backup_is_whole_private_and_never_overwrites(inbox: Call, case: InboxCase) -> None:
    comment = case.comment()
    done = inbox("backup", "sicherung.sqlite")
    assert (done.code, done.err) == (0, "")
    path = case.folder / "sicherung.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    restored = InboxCase(case.folder, database=str(path))
    assert restored.item(comment.id) == comment
    restored.close()
    assert "gibt es schon" in inbox("backup", "sicherung.sqlite").err
    assert "Zuletzt gesichert: " in inbox("status").out


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


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_the_inbox_serves_until_it_is_told_to_end(case: InboxCase, name: signal.Signals) -> None:
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
        assert health(port)["store"] is True
        process.send_signal(name)
        out, err = process.communicate(timeout=20)
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


def test_the_group_without_a_command_shows_its_help(sitegen: Call) -> None:
    done = sitegen("inbox")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Aufruf: sitegen inbox [OPTIONEN] BEFEHL …")
    assert "Meinten Sie „status“?" in sitegen("inbox", "staus").err
