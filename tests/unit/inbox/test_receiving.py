"""From what was sent to what is kept: states, reasons, jobs, and what is put off."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from msgspec.structs import replace

from full_disk import full_disk
from inbox_case import POST, SITE, SITE_URL, InboxCase, manifest
from sitegen.inbox.capacity import Capacity
from sitegen.inbox.config import Limits, Mail
from sitegen.inbox.judging.timing import insistence
from sitegen.inbox.limits import Gate
from sitegen.inbox.moderation import block_sender, mark_spam
from sitegen.inbox.receiving import (
    Closed,
    Door,
    Doubtful,
    Faulty,
    Full,
    Kept,
    NotThere,
    Reception,
    Sent,
    Unreadable,
    receive,
)
from sitegen.inbox.records import Item, State
from sitegen.model.forms.form import SUM_CHECK_FIELD, SUM_FIELD, TIME_FIELD
from sitegen.model.forms.sum import sum_for

CONTACT = {
    "email": "bernd@vogel.example",
    "message": "Haben Sie im Mai noch Zeit für meine Ablage?",
    "page": "/kontakt/",
}
COMMENT = {"name": "Anna", "text": "Danke, das hat geholfen.", "post": POST, "page": "/blog/rechnungen/"}


class Sender:
    """A visitor before the door of an inbox."""

    def __init__(self, case: InboxCase) -> None:
        self.case = case
        self.refit()

    def refit(self, **limits: int) -> None:
        """A fresh door, with other limits."""
        desk = self.case.configure(limits=Limits(**limits))
        self.door = Door(desk=desk, gate=Gate(desk.config.limits, desk.chance), capacity=Capacity(desk))

    def send(self, form: str, values: dict[str, str], *, origin: str | None = SITE_URL, sender: int = 1) -> Reception:
        sent = Sent(
            site=SITE,
            form=form,
            pairs=tuple(values.items()),
            origin=origin,
            fetch_site="cross-site" if origin else None,
            sender=ip_address(sender),
        )
        return receive(self.door, sent)

    def confirmed(self, form: str, values: dict[str, str]) -> Reception:
        """Send it, be asked back, read for a while, and confirm."""
        doubtful = self.send(form, values)
        assert isinstance(doubtful, Doubtful)
        token = insistence(self.door.desk, site=SITE, form=form, values=doubtful.values)
        self.case.clock.move(5)
        return self.send(form, {**doubtful.values, TIME_FIELD: token})

    def newest(self) -> Item:
        return self.case.desk.store.items(limit=1)[0]


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Sender]:
    case = InboxCase(tmp_path)
    case.configure(mail=Mail(host="127.0.0.1", sender="eingang@nachmittag.example"))
    yield Sender(case)
    case.close()


def test_a_message_is_kept_with_all_that_was_said(visitor: Sender) -> None:
    assert visitor.send("contact", {**CONTACT, "phone": "030 1234567"}) == Kept(url=f"{SITE_URL}/danke/contact/")
    item = visitor.newest()
    assert (item.kind, item.state, item.score, item.reasons) == ("contact", State.PENDING, 0.0, ())
    assert (item.email, item.text, item.page) == (CONTACT["email"], CONTACT["message"], "/kontakt/")
    assert item.fields == (("Telefon", "030 1234567"),)
    assert {job.kind for job in visitor.case.jobs()} == {"event", "mail"}


def test_a_suspicious_message_is_kept_all_the_same(visitor: Sender) -> None:
    assert isinstance(visitor.send("contact", {**CONTACT, "leer": "x"}), Kept)
    item = visitor.newest()
    assert (item.state, item.reasons) == (State.SUSPECTED, ("decoy",))


def test_a_page_is_a_path_or_nothing(visitor: Sender) -> None:
    visitor.send("contact", {**CONTACT, "page": "https://evil.example/"})
    assert visitor.newest().page == ""


def test_what_is_not_there(visitor: Sender) -> None:
    assert visitor.send("nothing", CONTACT) == NotThere()
    assert visitor.send("comment", {**COMMENT, "post": "nothing"}) == NotThere()
    assert visitor.send("comment", {**COMMENT, "parent": "01J"}) == NotThere()
    assert visitor.send("contact", {**CONTACT, "role": "admin"}) == Unreadable()
    assert isinstance(visitor.send("comment", {**COMMENT, "post": "alt"}), Closed)
    assert isinstance(visitor.send("comment", {**COMMENT, "name": ""}), Faulty)
    assert visitor.case.desk.store.items() == ()


def test_a_post_closes_to_the_second(visitor: Sender) -> None:
    of_site = manifest()
    closing = tuple(replace(post, open_until=visitor.case.clock()) for post in of_site.posts)
    visitor.case.write_manifest(replace(of_site, posts=closing))
    visitor.case.clock.move(120)
    visitor.refit()
    assert isinstance(visitor.send("comment", COMMENT), Closed)


def test_only_what_is_public_is_answered(visitor: Sender) -> None:
    waiting, public = visitor.case.comment(), visitor.case.comment(text="Anders.", state=State.PUBLISHED)
    elsewhere = visitor.case.comment(post="alt", state=State.PUBLISHED)
    visitor.case.clock.move(1)
    assert visitor.send("comment", {**COMMENT, "parent": waiting.id}) == NotThere()
    assert visitor.send("comment", {**COMMENT, "parent": elsewhere.id}) == NotThere()
    assert isinstance(visitor.send("comment", {**COMMENT, "parent": public.id}), Kept)
    assert visitor.newest().parent == public.id


def test_a_suspicious_comment_is_asked_about_and_then_kept_as_suspected(visitor: Sender) -> None:
    assert isinstance(visitor.confirmed("comment", {**COMMENT, "leer": "x"}), Kept)
    item = visitor.newest()
    assert (item.state, item.reasons) == (State.SUSPECTED, ("decoy",))


def test_a_confirmed_comment_with_nothing_but_a_doubt_waits_like_others(visitor: Sender) -> None:
    assert isinstance(visitor.send("comment", COMMENT, origin="null"), Doubtful)
    assert isinstance(visitor.send("comment", COMMENT), Kept)
    assert visitor.newest().state is State.PENDING


@pytest.mark.parametrize(("seconds", "again"), [(1, True), (3601, True), (3600, True)])
def test_a_confirmation_has_its_time(visitor: Sender, seconds: int, again: bool) -> None:  # noqa: FBT001 - a table
    doubtful = visitor.send("comment", {**COMMENT, "leer": "x"})
    assert isinstance(doubtful, Doubtful)
    token = insistence(visitor.door.desk, site=SITE, form="comment", values=doubtful.values)
    visitor.case.clock.move(seconds)
    answer = visitor.send("comment", {**doubtful.values, TIME_FIELD: token})
    assert isinstance(answer, Doubtful)
    assert answer.again is again
    assert visitor.case.desk.store.items() == ()


def test_a_sum_is_checked_with_the_key_of_the_site(visitor: Sender) -> None:
    visitor.case.write_manifest(manifest(asks_sum=True))
    visitor.case.clock.move(120)
    visitor.refit()
    question = sum_for("contact", "/kontakt/", site=SITE, key=visitor.case.secrets.form_key)
    right = {SUM_FIELD: str(question.left + question.right), SUM_CHECK_FIELD: question.check}
    visitor.send("contact", {**CONTACT, **right})
    assert visitor.newest().reasons == ()
    for number, wrong in enumerate(({SUM_FIELD: "1", SUM_CHECK_FIELD: question.check}, {}, {**right, "page": "/x/"})):
        visitor.case.clock.move(1)
        assert isinstance(visitor.send("contact", {**CONTACT, "message": f"Nummer {number}", **wrong}), Kept)
        assert visitor.newest().reasons == ("sum_wrong",)


def test_what_was_spam_before_looks_like_spam(visitor: Sender) -> None:
    spam = visitor.case.comment(email="spam@x.example", website="https://casino.example")
    mark_spam(visitor.door.desk, spam.id, by="link")
    again = {**COMMENT, "email": "spam@x.example"}
    doubtful = visitor.send("comment", again)
    assert isinstance(doubtful, Doubtful)
    visitor.confirmed("comment", again)
    assert visitor.newest().reasons == ("like_spam",)


def test_a_blocked_sender_is_suspected_in_messages_too(visitor: Sender) -> None:
    block_sender(visitor.door.desk, visitor.case.contact(email=CONTACT["email"]).id, by="link")
    visitor.case.clock.move(1)
    assert isinstance(visitor.send("contact", CONTACT), Kept)
    assert "blocked" in visitor.newest().reasons
    assert visitor.newest().state is State.SUSPECTED


def test_the_same_twice_is_there_once_with_its_jobs(visitor: Sender) -> None:
    for _ in range(3):
        assert isinstance(visitor.send("contact", CONTACT), Kept)
    assert len(visitor.case.desk.store.items()) == 1
    assert len(visitor.case.jobs("event")) == 1


def test_too_many_comments_of_a_site_are_asked_about_and_told_once(visitor: Sender) -> None:
    visitor.refit(comments_per_hour=2)
    for number in range(2):
        assert isinstance(visitor.send("comment", {**COMMENT, "text": f"Nummer {number}"}, sender=number), Kept)
    for number in range(2, 4):
        assert isinstance(visitor.confirmed("comment", {**COMMENT, "text": f"Nummer {number}"}), Kept)
        assert (visitor.newest().state, visitor.newest().reasons) == (State.SUSPECTED, ("flood",))
    assert len([job for job in visitor.case.jobs() if "queue.flood" in job.id]) == 2  # an event and a mail
    assert isinstance(visitor.send("contact", CONTACT), Kept)


def test_a_full_queue_puts_comments_off_and_no_message(visitor: Sender) -> None:
    visitor.refit(queue=1)
    assert isinstance(visitor.send("comment", COMMENT), Kept)
    full = visitor.send("comment", {**COMMENT, "text": "Noch einer."})
    assert isinstance(full, Full)
    assert full.why == "full"
    assert isinstance(visitor.send("contact", CONTACT), Kept)


def test_messages_have_a_measure_of_their_own(visitor: Sender) -> None:
    visitor.refit(contacts=1)
    assert isinstance(visitor.send("contact", CONTACT), Kept)
    assert isinstance(visitor.send("contact", {**CONTACT, "message": "Noch eine."}), Full)
    assert isinstance(visitor.send("comment", COMMENT), Kept)


def test_a_disk_that_is_nearly_full_takes_nothing(visitor: Sender) -> None:
    visitor.refit(free_megabytes=10**12)
    assert isinstance(visitor.send("contact", CONTACT), Full)


def test_a_disk_that_is_gone_takes_nothing(visitor: Sender) -> None:
    visitor.case.config = replace(visitor.case.config, database=str(visitor.case.folder / "gone" / "inbox.sqlite"))
    visitor.refit()
    assert isinstance(visitor.send("contact", CONTACT), Full)


def test_the_disk_of_a_database_server_is_its_own_business(visitor: Sender) -> None:
    visitor.case.config = replace(visitor.case.config, database="postgresql://db.example/inbox")
    visitor.refit(free_megabytes=10**12)
    assert isinstance(visitor.send("contact", CONTACT), Kept)


def test_a_disk_that_is_full_loses_nothing_half_done(visitor: Sender) -> None:
    visitor.case.contact()
    with full_disk():
        full = visitor.send("contact", CONTACT)
    assert isinstance(full, Full)
    assert full.why == "unavailable"
    assert isinstance(visitor.send("contact", CONTACT), Kept)
    assert len(visitor.case.desk.store.items()) == 2


def test_without_a_manifest_the_sender_comes_back(visitor: Sender) -> None:
    visitor.case.manifest_path.unlink()
    assert isinstance(visitor.send("contact", CONTACT), Full)


def test_a_clock_that_is_behind_takes_nothing(visitor: Sender) -> None:
    visitor.case.clock.move(-2 * 24 * 3600)
    assert isinstance(visitor.send("contact", CONTACT), Full)


def test_who_asks_for_a_newsletter_twice_is_written_to_twice_and_kept_once(visitor: Sender) -> None:
    for _ in range(2):
        assert isinstance(visitor.send("newsletter", {"email": "Leserin@vogel.example"}), Kept)
        (mail,) = visitor.case.jobs("mail")
        visitor.case.desk.store.finish(mail.id)
    (subscriber,) = visitor.case.desk.store.subscribers()
    visitor.case.desk.store.confirm(subscriber.id, now=visitor.case.clock(), jobs=())
    visitor.send("newsletter", {"email": "leserin@vogel.example"})
    assert visitor.case.jobs("mail") == ()


def test_a_program_of_the_owners_may_approve_at_once(visitor: Sender, tmp_path: Path) -> None:
    hook = tmp_path / "hooks" / "comment.submitted.d" / "10-yes"
    hook.parent.mkdir(parents=True)
    hook.write_text("#!/bin/sh\nexit 10\n", encoding="utf-8")
    hook.chmod(0o755)
    hooks = replace(visitor.case.config.hooks, folder=str(tmp_path / "hooks"), auto_approve="hooks")
    visitor.case.configure(hooks=hooks)
    visitor.refit()
    assert isinstance(visitor.send("comment", COMMENT), Kept)
    assert visitor.newest().state is State.APPROVED
    assert {job.kind for job in visitor.case.jobs()} == {"event", "mail", "publish"}
    assert len(visitor.case.jobs("event")) == 2
