"""`sitegen inbox` over a real store, as its owner types it: what came in is listed, shown, decided, answered."""

from __future__ import annotations

import json
import sys

import pytest
from msgspec.structs import replace

from inbox_case import InboxCase
from inbox_commands import Call, case, end, inbox
from sitegen.cli import inbox_wording
from sitegen.inbox.moderation import reject
from sitegen.inbox.records import State

__all__ = ["case", "inbox"]


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
