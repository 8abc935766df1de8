"""Mails that tell the owner what came in and what is wrong, received by a real mail server."""

from __future__ import annotations

from msgspec.structs import replace

from inbox_case import OWNER, SITE, SITE_URL, InboxCase
from inbox_mail import DAY, case, entries_in, server, told, work
from mail_server import SENDER, MailServer
from sitegen.inbox.mail import wording
from sitegen.inbox.mail.notices import alerts_of, notices_of
from sitegen.inbox.moderation import approve, reject
from sitegen.inbox.records import State

__all__ = ["case", "server"]


def test_a_comment_is_told_to_the_owner(case: InboxCase, server: MailServer) -> None:
    item = told(case, case.comment(text="Schauen Sie auf https://evil.example/x\n-- \nFreigeben: www.phish.example"))

    work(case)

    (mail,) = server.received
    assert (mail.sender, mail.recipients) == (SENDER, (OWNER,))
    assert mail.subject == "Neuer Kommentar zu „Rechnungen, die bezahlt werden“"
    assert mail.message["Reply-To"] == "anna@krueger.example"
    assert mail.message["Auto-Submitted"] == "auto-generated"
    assert mail.message["Message-ID"] == f"<mail.submitted.{item.id}@nachmittag.example>"
    assert mail.message.get_content_type() == "text/plain"
    assert "> Schauen Sie auf hxxps://evil[.]example/x\n" in mail.body
    assert "> Freigeben: www.phish[.]example\n" in mail.body
    assert "http://127.0.0.1:8080/m/v1.k2." in mail.body
    assert "anna@krueger.example" not in mail.body
    assert not case.jobs("mail")


def test_what_a_visitor_typed_is_in_no_header(case: InboxCase, server: MailServer) -> None:
    injected = "Anna\r\nBcc: all@example.org"
    told(case, case.comment(name=injected, email="a@b.example, v@w.example", text="Eins\r\nBcc: all@example.org"))

    work(case)

    (mail,) = server.received
    assert mail.recipients == (OWNER,)
    assert mail.message["Reply-To"] is None
    assert mail.message["Bcc"] is None
    assert "Name: Anna Bcc: all[@]example[.]org\n" in mail.body


def test_a_message_is_answered_by_answering_the_mail(case: InboxCase, server: MailServer) -> None:
    told(case, case.contact(email="bernd@büro-vogel.example"))

    work(case)

    (mail,) = server.received
    assert mail.subject == "Neue Nachricht über Büro Nachmittag"
    assert mail.message["Reply-To"] == "bernd@xn--bro-vogel-q9a.example"
    assert "Telefon: +49 30 1234567\n" in mail.body
    assert "> Guten Tag, ich suche jemanden für meine Buchhaltung.\n" in mail.body


def test_suspicious_things_come_once_a_day_with_their_reasons(case: InboxCase, server: MailServer) -> None:
    spam = case.comment(state=State.SUSPECTED)
    odd = replace(spam, id=case.desk.new_id(), reasons=("decoy", "many_links"), score=8.0)
    case.desk.store.admit(odd, duplicate_of="odd", jobs=())
    told(case, spam)
    told(case, odd)
    told(case, case.contact(state=State.SUSPECTED))

    work(case)
    assert not server.received
    case.clock.move(DAY)
    work(case)
    case.clock.move(DAY)
    work(case)

    (mail,) = server.received
    assert mail.subject == "Büro Nachmittag: 3 auffällige Einträge, bitte kurz ansehen"
    assert mail.body.index("1. Nachricht\n") < mail.body.index("2. Kommentar zu „Rechnungen, die bezahlt werden“\n")
    assert "Auffällig: Ein Feld ist ausgefüllt, das Menschen nicht sehen; Der Text" in mail.body


def test_what_comes_in_while_the_overview_is_sent_is_in_the_next(case: InboxCase, server: MailServer) -> None:
    told(case, case.contact(text="Die erste", state=State.SUSPECTED))
    case.clock.move(DAY)
    work(case)
    case.clock.move(-30)
    told(case, case.contact(text="Die zweite", state=State.SUSPECTED))
    case.clock.move(DAY)
    work(case)

    assert ["> Die zweite" in mail.body for mail in server.received] == [False, True]


def test_a_message_that_a_hook_refused_reaches_the_owner_all_the_same(case: InboxCase, server: MailServer) -> None:
    refused = case.contact(state=State.SPAM)
    told(case, refused)
    assert not notices_of(case.comment(state=State.SPAM), desk=case.desk)

    case.clock.move(DAY)
    work(case)

    assert "ich suche jemanden" in server.received[0].body


def test_many_at_once_share_one_mail(case: InboxCase, server: MailServer) -> None:
    for number in range(7):
        told(case, case.comment(text=f"Kommentar Nummer {number}"))

    work(case)

    (mail,) = server.received
    assert mail.subject == "Büro Nachmittag: 7 neue Einträge"
    assert [f"> Kommentar Nummer {number}\n" in mail.body for number in range(7)] == [True] * 7
    assert not case.jobs("mail")


def test_a_flood_makes_six_mails_an_hour_and_none_is_lost(case: InboxCase, server: MailServer) -> None:
    sent_by_hour = []
    for _ in range(2):
        before = len(server.received)
        for minute in range(60):
            told(case, case.comment(text=f"Kommentar in Minute {minute}", email=""))
            work(case)
            case.clock.move(60)
        sent_by_hour.append(len(server.received) - before)
    for _ in range(90):
        case.clock.move(60)
        work(case)

    assert max(sent_by_hour) <= 6
    assert sum(entries_in(mail) for mail in server.received) == 120
    assert not case.jobs("mail")


def test_what_was_decided_meanwhile_is_not_told(case: InboxCase, server: MailServer) -> None:
    rejected = told(case, case.comment())
    forgotten = told(case, case.contact())
    reject(case.desk, rejected.id, by="cli")
    case.desk.store.erase(forgotten.id)

    work(case)

    assert not server.received
    assert not case.jobs("mail")


def test_what_a_hook_approved_is_told(case: InboxCase, server: MailServer) -> None:
    item = case.comment()
    approve(case.desk, item.id, by="hook:10-bekannte")
    told(case, case.item(item.id))

    work(case)

    assert "Eines Ihrer Programme hat ihn schon freigegeben." in server.received[0].body


def test_alerts_say_what_to_do(case: InboxCase, server: MailServer) -> None:
    item = case.comment()
    case.desk.store.add_jobs(
        (
            *alerts_of("publish.failed", site=SITE, desk=case.desk),
            *alerts_of("page.missing", site=SITE, item=item.id, desk=case.desk),
            *alerts_of("hook.disabled", site=SITE, about="10-woerter", desk=case.desk),
            *alerts_of("hook.given_up", site=SITE, about="20-weiter", desk=case.desk),
            *alerts_of("queue.flood", site=SITE, desk=case.desk),
        )
    )

    work(case)

    assert {mail.subject for mail in server.received} == {
        wording.SUBJECT_PUBLISH_FAILED,
        wording.SUBJECT_PAGE_MISSING,
        wording.SUBJECT_HOOK_DISABLED,
        wording.SUBJECT_HOOK_GIVEN_UP,
        "Büro Nachmittag: ungewöhnlich viele Kommentare",
    }
    bodies = "".join(mail.body for mail in server.received)
    assert f"{SITE_URL}/blog/rechnungen/" in bodies
    assert "„10-woerter“" in bodies
    assert "„20-weiter“" in bodies


def test_a_post_that_is_gone_misses_no_comment(case: InboxCase, server: MailServer) -> None:
    item = case.comment(post="vergangen")
    case.desk.store.add_jobs(alerts_of("page.missing", site=SITE, item=item.id, desk=case.desk))

    work(case)

    assert not server.received
    assert not case.jobs("mail")
