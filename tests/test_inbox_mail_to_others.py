"""Mails to those who wrote or subscribed, received by a real mail server: few, and none for what is suspicious."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from inbox_case import OWNER, SITE, InboxCase, manifest
from inbox_mail import DAY, case, server, told, work
from mail_server import MailServer
from sitegen.inbox.mail.choosing import QUESTIONS
from sitegen.inbox.mail.notices import confirmation_of, notices_of
from sitegen.inbox.records import State, Subscriber
from sitegen.text.tone import Tone

__all__ = ["case", "server"]


def with_receipts(case: InboxCase, tone: Tone = Tone.SIE) -> None:
    """From now on the contact form sends copies."""
    site = manifest(tone)
    forms = tuple(replace(form, receipt=form.kind == "contact") for form in site.forms)
    case.write_manifest(replace(site, forms=forms))
    case.clock.move(61)


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
