"""Mails from the inbox, received by a real mail server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from inbox_case import OWNER, SITE, SITE_URL, InboxCase, manifest
from mail_server import PASSWORD, SENDER, USER, MailServer, Received, make_certificate
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.mail import wording
from sitegen.inbox.mail.choosing import QUESTIONS
from sitegen.inbox.mail.notices import alerts_of, confirmation_of, notices_of
from sitegen.inbox.mail.posting import send_test
from sitegen.inbox.moderation import approve, reject
from sitegen.inbox.records import Item, State, Subscriber
from sitegen.inbox.worker import Worker
from sitegen.text.tone import Tone

DAY = 86_400


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def case(tmp_path: Path, server: MailServer) -> Iterator[InboxCase]:
    made = InboxCase(tmp_path)
    made.configure(mail=server.settings())
    yield made
    made.close()


def work(case: InboxCase) -> int:
    """Send what is due."""
    return Worker(case.desk, {"mail": HANDLERS["mail"]}).run_once()


def told(case: InboxCase, item: Item) -> Item:
    """Have the jobs for a new item kept, as on its arrival."""
    case.desk.store.add_jobs(notices_of(item, desk=case.desk))
    return item


def entries_in(mail: Received) -> int:
    """How many comments a mail to the owner tells of."""
    counted = re.fullmatch(r"Büro Nachmittag: (\d+) neue Einträge", mail.subject)
    return int(counted[1]) if counted else 1


def with_receipts(case: InboxCase, tone: Tone = Tone.SIE) -> None:
    """From now on the contact form sends copies."""
    site = manifest(tone)
    forms = tuple(replace(form, receipt=form.kind == "contact") for form in site.forms)
    case.write_manifest(replace(site, forms=forms))
    case.clock.move(61)


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


@pytest.mark.parametrize(("tone", "greeting"), [(Tone.SIE, "Guten Tag,\n\nIhre"), (Tone.DU, "Hallo,\n\ndeine")])
def test_a_receipt_speaks_the_tone_of_the_form(case: InboxCase, server: MailServer, tone: Tone, greeting: str) -> None:
    with_receipts(case, tone)
    told(case, case.contact(text="Mehr auf https://werbung.example"))

    work(case)

    to_owner, receipt = server.received
    assert to_owner.recipients == (OWNER,)
    assert receipt.recipients == ("bernd@vogel.example",)
    assert receipt.body.startswith(greeting)
    assert "> Mehr auf hxxps://werbung[.]example\n" in receipt.body
    assert "Bernd" not in receipt.raw.decode()
    assert receipt.message["Reply-To"] is None


def test_the_same_address_gets_one_receipt_an_hour(case: InboxCase, server: MailServer) -> None:
    with_receipts(case)
    for number in range(3):
        told(case, case.contact(text=f"Nachricht {number}", email="Opfer@strange.example"))
        work(case)
        case.clock.move(60)

    assert sum(mail.recipients != (OWNER,) for mail in server.received) == 1


def test_a_hundred_addresses_make_a_few_receipts(case: InboxCase, server: MailServer) -> None:
    with_receipts(case)
    for number in range(30):
        told(case, case.contact(text=f"Nachricht {number}", email=f"opfer{number}@strange.example"))

    work(case)

    assert sum(mail.recipients != (OWNER,) for mail in server.received) == 0


def test_nobody_is_written_to_for_what_is_suspicious(case: InboxCase, server: MailServer) -> None:
    with_receipts(case)
    told(case, case.contact(state=State.SUSPECTED))
    case.clock.move(DAY)

    work(case)

    assert [mail.recipients for mail in server.received] == [(OWNER,)]


def test_reports_are_always_acknowledged(case: InboxCase, server: MailServer) -> None:
    report = replace(case.contact(), kind="report", form="report", post="rechnungen")
    report = replace(report, id=case.desk.new_id())
    case.desk.store.admit(report, duplicate_of="report", jobs=notices_of(report, desk=case.desk))

    work(case)

    assert [mail.subject for mail in server.received] == [
        "Meldung zu einem Kommentar unter „Rechnungen, die bezahlt werden“",
        "Ihre Meldung an Eva Nachmittag",
    ]


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


def test_a_newsletter_is_confirmed_first(case: InboxCase, server: MailServer) -> None:
    asked = Subscriber(
        id=case.desk.new_id(), site=SITE, form="newsletter", email="neu@büro.example", asked=case.clock()
    )
    for _ in range(3):
        case.desk.store.subscribe(asked, jobs=())
        case.desk.store.add_jobs((confirmation_of(asked, desk=case.desk),))
        work(case)

    (mail,) = server.received
    assert mail.recipients == ("neu@xn--bro-hoa.example",)
    assert "http://127.0.0.1:8080/s/v1.k2." in mail.body
    assert str(mail.message["List-Unsubscribe"]).startswith("<http://127.0.0.1:8080/u/v1.k2.")
    assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    case.desk.store.confirm(asked.id, now=case.clock(), jobs=())
    case.clock.move(DAY)
    case.desk.store.add_jobs((confirmation_of(asked, desk=case.desk),))
    work(case)
    assert len(server.received) == 1


def test_a_hundred_addresses_that_somebody_types_make_a_few_letters(case: InboxCase, server: MailServer) -> None:
    def ask(number: int) -> Subscriber:
        asked = Subscriber(
            id=case.desk.new_id(), site=SITE, form="newsletter", email=f"{number}@a.example", asked=case.clock()
        )
        case.desk.store.subscribe(asked, jobs=(confirmation_of(asked, desk=case.desk),))
        return asked

    for number in range(50):
        ask(number)
        case.clock.move(1)
    work(case)
    assert len(server.received) == QUESTIONS
    for subscriber in case.desk.store.subscribers(site=SITE):
        case.desk.store.confirm(subscriber.id, now=case.clock(), jobs=())
    ask(50)
    work(case)
    assert len(server.received) == QUESTIONS + 1


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


def test_a_server_that_is_down_gets_everything_when_it_is_back(case: InboxCase, server: MailServer) -> None:
    server.stop()
    told(case, case.contact())

    work(case)
    (job,) = case.jobs("mail")
    assert (job.error, job.dead) == (wording.UNREACHABLE, False)
    assert timedelta(seconds=4) < job.due - case.clock() < timedelta(seconds=6)
    server.start()
    case.clock.move(6)
    work(case)

    assert len(server.received) == 1
    assert not case.jobs("mail")


def test_greylisting_is_waited_for(case: InboxCase, server: MailServer) -> None:
    server.answers_to_rcpt.append("451 4.7.1 Greylisted, come back later")
    told(case, case.contact())

    work(case)
    assert [job.error for job in case.jobs("mail")] == ["Der Mailserver bittet um Geduld (451)."]
    case.clock.move(6)
    work(case)

    assert len(server.received) == 1


def test_one_refused_mail_does_not_hold_up_the_others(case: InboxCase, server: MailServer) -> None:
    server.answers_to_rcpt.append("550 5.1.1 No such user")
    told(case, case.contact(text="Die erste"))
    told(case, case.contact(text="Die zweite"))

    work(case)

    assert ["> Die zweite" in mail.body for mail in server.received] == [True]
    (dead,) = case.jobs("mail")
    assert (dead.dead, dead.error) == (True, "Der Mailserver nimmt diese Mail nicht an (550).")
    assert server.connections == 1


def test_after_three_days_a_mail_is_given_up_and_the_message_stays(case: InboxCase, server: MailServer) -> None:
    server.stop()
    item = told(case, case.contact())
    attempts = 0
    while not all(job.dead for job in case.jobs("mail")):
        case.clock.now = case.jobs("mail")[0].due
        attempts += work(case)

    assert attempts == 11  # ten by the schedule, and one at the end of the third day
    assert timedelta(days=3) < case.clock() - item.created < timedelta(days=4)
    assert case.item(item.id).state is State.PENDING


def test_no_mail_server_means_no_mails(case: InboxCase) -> None:
    case.configure(mail=None)

    assert not notices_of(case.comment(), desk=case.desk)
    assert send_test(case.desk, SITE) == wording.NO_SERVER


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_protected_connection_is_verified_and_logged_into(
    case: InboxCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: Literal["starttls", "tls"]
) -> None:
    certificate = make_certificate(tmp_path)
    with MailServer(security=security, certificate=certificate, wants_login=True) as server:
        case.configure(mail=server.settings(user=USER))
        case.desk = replace(case.desk, secrets=replace(case.secrets, smtp_password=PASSWORD))
        assert send_test(case.desk, SITE) == wording.CERTIFICATE

        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.chain))
        assert send_test(case.desk, SITE) == ""
        assert server.received[0].subject == "Probemail vom Eingang"

        for wrong in ("falsch", "fälsch"):
            case.desk = replace(case.desk, secrets=replace(case.secrets, smtp_password=wrong))
            assert send_test(case.desk, SITE) == wording.LOGIN


def test_without_the_wanted_protection_nothing_is_sent(case: InboxCase, server: MailServer) -> None:
    case.configure(mail=replace(server.settings(), security="starttls"))

    assert send_test(case.desk, SITE) == wording.UNPROTECTED
    assert not server.received


def test_a_password_never_goes_over_an_open_line(case: InboxCase, server: MailServer) -> None:
    case.configure(mail=replace(server.settings(user=USER), host="192.0.2.1"))

    assert send_test(case.desk, SITE) == wording.UNPROTECTED


def test_what_is_wrong_with_the_settings_can_be_mended(case: InboxCase, server: MailServer) -> None:
    server.answers_to_mail.append("553 5.7.1 Sender address rejected")
    told(case, case.contact())

    work(case)
    (job,) = case.jobs("mail")
    assert (job.dead, job.error) == (False, "Der Mailserver nimmt die Absenderadresse nicht an (553).")
    case.clock.move(6)
    work(case)

    assert len(server.received) == 1


def test_a_mail_that_a_filter_refuses_is_shown_and_its_message_kept(case: InboxCase, server: MailServer) -> None:
    server.answers_to_data.append("554 5.7.1 Spam")
    item = told(case, case.contact())

    work(case)

    assert [(job.dead, job.error) for job in case.jobs("mail")] == [(True, wording.REFUSED.format(code=554))]
    assert case.item(item.id) == item


def test_a_server_that_hangs_up_gets_the_rest_later(case: InboxCase, server: MailServer) -> None:
    server.answers_to_data.append("421 4.3.2 Shutting down")
    for number in range(3):
        told(case, case.contact(text=f"Nummer {number}"))

    work(case)
    assert {job.error for job in case.jobs("mail")} == {"Der Mailserver bittet um Geduld (421)."}
    for _ in range(3):
        case.clock.move(400)
        work(case)

    assert not case.jobs("mail")
    assert sum(entries_in(mail) for mail in server.received) == 3


def test_what_there_is_no_time_for_comes_next(
    case: InboxCase, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(case, case.contact())
    with monkeypatch.context() as slow:
        slow.setattr("sitegen.inbox.mail.delivery._BUDGET", 0.0)
        work(case)
    assert [(job.error, job.due) for job in case.jobs("mail")] == [("", case.clock())]

    work(case)

    assert len(server.received) == 1


def test_a_site_that_has_left_the_settings_is_not_written_about(case: InboxCase, server: MailServer) -> None:
    told(case, case.contact())
    case.configure_site(id="andere")

    work(case)

    assert [job.error for job in case.jobs("mail")] == [wording.NO_SITE]
    assert not server.received


def test_without_a_manifest_a_mail_waits(case: InboxCase, server: MailServer) -> None:
    told(case, case.contact())
    nowhere = replace(case.config.sites[0], manifest=str(case.folder / "nowhere.json"))
    (case.folder / "fresh").mkdir()
    fresh = InboxCase(case.folder / "fresh")
    case.desk = replace(case.desk, config=replace(case.config, sites=(nowhere,)), manifests=fresh.desk.manifests)

    work(case)

    assert [job.error for job in case.jobs("mail")] == [wording.NO_MANIFEST]
    assert len(notices_of(case.contact(), desk=case.desk)) == 1
    assert not server.received
    fresh.close()


def test_an_owner_without_an_address_is_told_by_status(case: InboxCase, server: MailServer) -> None:
    case.configure_site(owner="niemand")
    told(case, case.contact())

    work(case)

    assert [(job.dead, job.error) for job in case.jobs("mail")] == [(True, wording.ADDRESS)]
    assert send_test(case.desk, SITE) == wording.ADDRESS
    assert not server.received


def test_an_address_of_the_network_is_no_machine_of_ours(case: InboxCase, server: MailServer) -> None:
    case.configure(mail=replace(server.settings(user=USER), host="mail.example"))

    assert send_test(case.desk, SITE) == wording.UNPROTECTED
