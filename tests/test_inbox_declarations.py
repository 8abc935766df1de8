"""Withdrawals and terminations: whatever they look like, they arrive, and a real mail server gets the confirmation."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from msgspec.structs import replace

from inbox_case import OWNER, SITE, SITE_URL, InboxCase, manifest
from mail_server import MailServer, Received
from sitegen.inbox.capacity import Capacity
from sitegen.inbox.handlers import HANDLERS
from sitegen.inbox.limits import Gate
from sitegen.inbox.mail.choosing import DECLARATIONS_TO_ONE
from sitegen.inbox.receiving import Door, Faulty, Kept, Reception, Sent, receive
from sitegen.inbox.records import State
from sitegen.inbox.worker import Worker
from sitegen.model.forms.form import DECOY_FIELD
from sitegen.model.forms.kinds import FormContext, form_spec
from sitegen.settings.forms import Form
from sitegen.text.locales import Language
from sitegen.text.moments import BERLIN
from sitegen.text.tone import Tone

WITHDRAWN = (("name", "Anna Krüger"), ("contract", "Bestellung 4711"), ("email", "anna@krueger.example"))
ENDED = (*WITHDRAWN[:2], ("ending", "ordentlich"), ("ground", ""), ("when", "31.12.2026"), WITHDRAWN[2])


class Taker:
    """An inbox whose site takes declarations."""

    def __init__(self, case: InboxCase) -> None:
        self.case = case
        context = FormContext(tone=Tone.SIE, language=Language.DE)
        forms = (
            form_spec(Form(kind="withdrawal"), context, thanks_url=f"{SITE_URL}/danke/withdrawal/"),
            form_spec(Form(kind="cancellation"), context, thanks_url=f"{SITE_URL}/danke/cancellation/"),
        )
        site = manifest()
        case.write_manifest(replace(site, forms=(*site.forms, *forms)))
        case.clock.move(61)
        desk = case.desk
        self.door = Door(desk=desk, gate=Gate(desk.config.limits, desk.chance), capacity=Capacity(desk))

    def declare(self, form: str, *pairs: tuple[str, str], sender: int = 1) -> Reception:
        """Send a form, and have the mails sent."""
        sent = Sent(
            site=SITE, form=form, pairs=pairs, origin=SITE_URL, fetch_site="cross-site", sender=ip_address(sender)
        )
        done = receive(self.door, sent)
        Worker(self.case.desk, {"mail": HANDLERS["mail"]}).run_once()
        return done


def to(server: MailServer, address: str) -> list[Received]:
    """The mails to one address."""
    return [mail for mail in server.received if mail.recipients == (address,)]


@pytest.fixture
def server() -> Iterator[MailServer]:
    with MailServer() as running:
        yield running


@pytest.fixture
def taker(tmp_path: Path, server: MailServer) -> Iterator[Taker]:
    case = InboxCase(tmp_path)
    case.configure(mail=server.settings())
    yield Taker(case)
    case.close()


def test_a_withdrawal_is_confirmed_with_day_and_time(taker: Taker, server: MailServer) -> None:
    assert isinstance(taker.declare("withdrawal", *WITHDRAWN), Kept)
    (mail,) = to(server, "anna@krueger.example")
    assert mail.subject == "Bestätigung: Widerruf an Eva Nachmittag"
    here = taker.case.clock().astimezone(BERLIN)
    assert f"Ihr Widerruf ist am {here.day}.\u00a0" in mail.body
    assert f"{here:%H:%M}\u00a0Uhr eingegangen" in mail.body
    assert "Knopf Widerruf bestätigen" in mail.body
    assert "> Name: Anna Krüger\n" in mail.body
    assert "Bestellung 4711" in mail.body
    (told,) = to(server, OWNER)
    assert told.subject == "Widerruf eines Vertrags über Büro Nachmittag"


def test_a_termination_is_confirmed_with_all_it_says(taker: Taker, server: MailServer) -> None:
    assert isinstance(taker.declare("cancellation", *ENDED), Kept)
    (mail,) = to(server, "anna@krueger.example")
    assert mail.subject == "Bestätigung: Kündigung an Eva Nachmittag"
    for said in ("Knopf jetzt kündigen", "Art der Kündigung: ordentlich", "31.12.2026", "so früh wie möglich enden"):
        assert said in mail.body


def test_nothing_that_looks_like_spam_holds_a_declaration_back(taker: Taker, server: MailServer) -> None:
    name = ("name", "Anna https://x.example")
    contract = ("contract", "<a href=x>Geld verdienen</a> https://a.example https://b.example https://c.example")
    assert isinstance(taker.declare("withdrawal", name, contract, WITHDRAWN[2], (DECOY_FIELD, "x")), Kept)
    assert len(to(server, "anna@krueger.example")) == 1
    assert len(to(server, OWNER)) == 1
    (item,) = taker.case.desk.store.items(limit=5)
    assert (item.state, item.reasons) == (State.PENDING, ())


def test_a_second_declaration_of_the_same_hour_is_confirmed_too(taker: Taker, server: MailServer) -> None:
    for number in range(2):
        taker.declare("withdrawal", WITHDRAWN[0], ("contract", f"Bestellung {number}"), WITHDRAWN[2])
        taker.case.clock.move(1)
    assert len(to(server, "anna@krueger.example")) == 2


def test_nobody_is_buried_under_confirmations_that_others_cause(taker: Taker, server: MailServer) -> None:
    for number in range(DECLARATIONS_TO_ONE + 4):
        contract = ("contract", f"Bestellung {number}")
        assert isinstance(taker.declare("withdrawal", WITHDRAWN[0], contract, WITHDRAWN[2], sender=number + 1), Kept)
        taker.case.clock.move(1)
    assert len(to(server, "anna@krueger.example")) == DECLARATIONS_TO_ONE + 1
    assert len(taker.case.desk.store.items(limit=50)) == DECLARATIONS_TO_ONE + 4


def test_the_same_declaration_twice_is_one(taker: Taker, server: MailServer) -> None:
    for _ in range(2):
        assert isinstance(taker.declare("withdrawal", *WITHDRAWN), Kept)
    assert len(to(server, "anna@krueger.example")) == 1


def test_what_is_missing_is_asked_for(taker: Taker, server: MailServer) -> None:
    assert isinstance(taker.declare("withdrawal", *WITHDRAWN[:2]), Faulty)
    assert list(server.received) == []
