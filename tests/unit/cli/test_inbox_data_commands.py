"""What `sitegen inbox` keeps of people, over a real store: handed out, forgotten, backed up."""

from __future__ import annotations

import csv
import io
import json
import stat
import sys
from datetime import datetime, timedelta

import pytest

from inbox_case import SITE, InboxCase
from inbox_commands import Call, case, inbox
from sitegen.cli import inbox_wording
from sitegen.inbox.records import State, Subscriber

__all__ = ["case", "inbox"]


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
