"""Mail servers that are down, busy, strict or set up wrongly: what waits, what is given up, what is never sent."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from inbox_case import SITE, InboxCase
from inbox_mail import case, entries_in, server, told, work
from mail_server import PASSWORD, USER, MailServer, make_certificate
from sitegen.inbox.mail import wording
from sitegen.inbox.mail.notices import notices_of
from sitegen.inbox.mail.posting import send_test
from sitegen.inbox.records import State

__all__ = ["case", "server"]


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
